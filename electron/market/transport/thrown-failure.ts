import { failure, type NetworkFailure } from './status-failure';

const CUT_OR_DAMAGED =
  /terminated|decod|gzip|content.length|incomplete_chunked|incorrect header|unexpected end/i;

/** An answer beyond the size that any source has reason to send. */
export class AnswerTooLarge extends Error {}

/**
 * What a rejected request or a broken answer means. Told by codes only: the text of such an error may
 * hold the address, and that a key.
 */
export function thrownFailure(error: unknown): NetworkFailure {
  if (error instanceof AnswerTooLarge) {
    return failure('bad-answer', 'next-provider', 'the answer is larger than 32 MB');
  }
  const text = error instanceof Error ? error.message : '';
  // Electron's network stack rejects what it may not follow.
  if (/redirect/i.test(text)) return sentElsewhere();
  if (CUT_OR_DAMAGED.test(text)) {
    return failure('bad-answer', 'next-provider', 'the answer is cut short or damaged');
  }
  return failure('unreachable', 'retry', codeOf(error, text) ?? 'no connection');
}

export function sentElsewhere(): NetworkFailure {
  return failure('blocked', 'next-provider', 'sent to another page');
}

function codeOf(error: unknown, text: string): string | null {
  const ofElectron = /\bnet::(ERR_[A-Z_]+)\b/.exec(text)?.[1];
  if (ofElectron !== undefined) return ofElectron;
  const cause: unknown = error instanceof Error ? error.cause : null;
  const code: unknown = cause instanceof Error && 'code' in cause ? cause.code : null;
  return typeof code === 'string' && /^[A-Z_]{3,40}$/.test(code) ? code : null;
}
