import { isUtf8 } from 'node:buffer';
import { asWindows1252 } from '../../../src/shared/domain/feeds/html-entities';
import { detectEncoding } from '../../../src/shared/domain/formats/import/detect-encoding';
import type { TextEncoding } from '../../../src/shared/domain/formats/import/import-plan';

const HEAD_BYTES = 65_536;
/** Little enough to be decoded and read within some milliseconds. */
const PIECE_BYTES = 16_384;

export interface ListEncoding {
  readonly used: TextEncoding;
  /** False where another eight-bit encoding would be as possible: look at the preview. */
  readonly certain: boolean;
  /** True where the bytes are no text in any of the encodings that are told apart. */
  readonly isBinary: boolean;
}

/** The encoding of a whole file: what its bytes say, unless the user chose one. */
export function encodingOf(bytes: Uint8Array, chosen: TextEncoding | null): ListEncoding {
  const { encoding, markBytes, certain, binary } = detectEncoding(bytes.subarray(0, HEAD_BYTES));
  if (chosen !== null) return { used: chosen, certain: true, isBinary: false };
  // The beginning may be ASCII where the rest is not.
  const isOther = encoding === 'utf-8' && markBytes === 0 && !isUtf8(bytes);
  return isOther
    ? { used: 'gb18030', certain: false, isBinary: binary }
    : { used: encoding, certain, isBinary: binary };
}

/** The text of a file, piece by piece, without its byte order mark. */
export function* decodedPieces(bytes: Uint8Array, encoding: TextEncoding): Generator<string> {
  const decoder = new TextDecoder(encoding);
  const tidy = encoding === 'windows-1252' ? asWindows1252 : (text: string) => text;
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    yield tidy(decoder.decode(bytes.subarray(at, at + PIECE_BYTES), { stream: true }));
  }
  yield tidy(decoder.decode());
}
