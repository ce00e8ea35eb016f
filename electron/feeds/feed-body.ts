import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { HopAnswer } from './feed-hop';

export const MOST_FEED_BYTES = 2 * 1024 * 1024;

/** A body that nobody wants to read to its end. */
export class FeedBodyError extends Error {
  override readonly name = 'FeedBodyError';

  constructor(readonly fault: 'too-large' | 'damaged') {
    super(fault);
  }
}

const DECODERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/**
 * The whole body, decompressed as it comes, so that what would unpack to more than it may never does.
 *
 * @throws FeedBodyError, or whatever the connection or the data ended with
 */
export async function readFeedBody(answer: HopAnswer): Promise<Uint8Array> {
  const { body } = answer;
  const decoded = answer.isDecoded ? body : decode(body, answer.header('content-encoding'));
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const piece of decoded) {
      const bytes = piece as Uint8Array;
      size += bytes.byteLength;
      if (size > MOST_FEED_BYTES) throw new FeedBodyError('too-large');
      pieces.push(bytes);
    }
  } finally {
    body.destroy();
    decoded.destroy();
  }
  return Buffer.concat(pieces);
}

function decode(body: Readable, encoding: string | null): Readable {
  const name = encoding?.trim().toLowerCase() ?? '';
  if (name === '' || name === 'identity') return body;
  const make = Object.hasOwn(DECODERS, name) ? DECODERS[name] : undefined;
  if (!make) {
    body.destroy();
    throw new FeedBodyError('damaged');
  }
  const decoder = make();
  body.on('error', (error) => decoder.destroy(error));
  return body.pipe(decoder);
}
