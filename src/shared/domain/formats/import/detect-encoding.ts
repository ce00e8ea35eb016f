import type { TextEncoding } from './import-plan';

export interface DetectedEncoding {
  readonly encoding: TextEncoding;
  /** Bytes of the byte order mark, which is no text. */
  readonly markBytes: number;
  /** False where another eight-bit encoding would be as possible: look at the preview. */
  readonly certain: boolean;
  /** True where the bytes are no text in any of these encodings. */
  readonly binary: boolean;
}

const MARKS: readonly (readonly [TextEncoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
/** UTF-16 of mostly ASCII has a NUL in every second byte; a quarter of all is far from both. */
const NUL_SHARE = 0.25;
/** NULs of the other half of the pairs, above which it is no UTF-16 either. */
const STRAY_SHARE = 0.02;

/**
 * The encoding of a text by its first bytes: a byte order mark, then NULs of UTF-16 without one, then
 * strict UTF-8, and GB18030 for the rest, which Chinese spreadsheets write without any mark.
 *
 * @param head - the beginning of the file; a character cut off at its end does no harm
 */
export function detectEncoding(head: Uint8Array): DetectedEncoding {
  for (const [encoding, mark] of MARKS) {
    if (mark.every((byte, index) => head[index] === byte)) {
      return { encoding, markBytes: mark.length, certain: true, binary: false };
    }
  }
  const [even, odd] = countNuls(head);
  const pairs = Math.max(1, head.length >> 1);
  const found = (encoding: TextEncoding, certain: boolean, binary = false): DetectedEncoding => ({
    ...{ encoding, certain, binary },
    markBytes: 0,
  });
  if (odd / pairs > NUL_SHARE && even / pairs < STRAY_SHARE) return found('utf-16le', true);
  if (even / pairs > NUL_SHARE && odd / pairs < STRAY_SHARE) return found('utf-16be', true);
  const binary = (even + odd) / Math.max(1, head.length) > STRAY_SHARE;
  if (isUtf8Head(head)) return found('utf-8', true, binary);
  return found('gb18030', false, binary);
}

/** NULs at even and at odd places. */
function countNuls(bytes: Uint8Array): readonly [number, number] {
  let even = 0;
  let odd = 0;
  for (let index = bytes.indexOf(0); index >= 0; index = bytes.indexOf(0, index + 1)) {
    if (index % 2 === 0) even++;
    else odd++;
  }
  return [even, odd];
}

/** Least value of what two, three and four bytes encode: shorter forms must be used below. */
const LEAST = [0, 0, 0x80, 0x800, 0x10000] as const;

/** Well-formed UTF-8 (RFC 3629), except that the last character may be cut off. */
export function isUtf8Head(bytes: Uint8Array): boolean {
  for (let index = 0; index < bytes.length;) {
    const first = bytes[index] as number;
    const length = sequenceLength(first);
    if (length === 0) return false;
    let value = length === 1 ? first : first & (0x7f >> length);
    for (let at = 1; at < length; at++) {
      const next = bytes[index + at];
      if (next === undefined) return true;
      if ((next & 0xc0) !== 0x80) return false;
      value = (value << 6) | (next & 0x3f);
    }
    if (length > 1 && (value < (LEAST[length] as number) || isNoCharacter(value))) return false;
    index += length;
  }
  return true;
}

function sequenceLength(first: number): number {
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first < 0xe0) return 2;
  if (first >= 0xe0 && first < 0xf0) return 3;
  return first >= 0xf0 && first < 0xf5 ? 4 : 0;
}

function isNoCharacter(value: number): boolean {
  return value > 0x10ffff || (value >= 0xd800 && value < 0xe000);
}
