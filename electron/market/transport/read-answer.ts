import type { Patience } from './patience';
import { AnswerTooLarge } from './thrown-failure';

const LARGEST_ANSWER_BYTES = 32 * 1024 * 1024;
const LARGEST_ERROR_BYTES = 64 * 1024;

/**
 * The body of an answer; of one with a status of failure only its beginning, which is all that anybody
 * reads of it.
 *
 * @throws where it is too large or cut short, or patience ends
 */
export async function readAnswer(response: Response, patience: Patience): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array();
  const limit = response.ok ? LARGEST_ANSWER_BYTES : LARGEST_ERROR_BYTES;
  const parts: Uint8Array[] = [];
  let size = 0;
  let isWhole = false;
  try {
    while (size <= limit) {
      const { done, value } = await patience.wait(reader.read());
      if (done) {
        isWhole = true;
        break;
      }
      size += value.byteLength;
      parts.push(value);
    }
  } finally {
    if (!isWhole) letGo(reader.cancel());
  }
  if (response.ok && !isWhole) throw new AnswerTooLarge();
  return Buffer.concat(parts).subarray(0, limit);
}

/** Tells the other side that nobody reads any more. */
export function letGo(cancelling: Promise<void> | undefined): void {
  // It rejects where the connection is gone already, and then there is nothing left to do.
  cancelling?.catch(() => undefined);
}
