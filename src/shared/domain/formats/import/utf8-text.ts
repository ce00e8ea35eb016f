const REPLACEMENT = 0xfffd;

/** The UTF-8 bytes `[start, end)` as text; what is not well-formed becomes U+FFFD. For short texts. */
export function utf8Text(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let index = start; index < end;) {
    const first = bytes[index] as number;
    const length = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
    const value = length === 0 ? NaN : sequence(bytes, index, length, end);
    text += String.fromCodePoint(Number.isNaN(value) ? REPLACEMENT : value);
    index += Number.isNaN(value) ? 1 : length;
  }
  return text;
}

function sequence(bytes: Uint8Array, start: number, length: number, end: number): number {
  const first = bytes[start] as number;
  if (length === 1) return first;
  if (start + length > end) return NaN;
  let value = first & (0x7f >> length);
  for (let index = start + 1; index < start + length; index++) {
    const next = bytes[index] as number;
    if ((next & 0xc0) !== 0x80) return NaN;
    value = (value << 6) | (next & 0x3f);
  }
  const isCharacter = value <= 0x10ffff && (value < 0xd800 || value > 0xdfff);
  return isCharacter ? value : NaN;
}

/** A short text in UTF-8; a lone surrogate becomes U+FFFD. */
export function utf8Bytes(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) as number;
    const value = point >= 0xd800 && point <= 0xdfff ? REPLACEMENT : point;
    if (value < 0x80) bytes.push(value);
    else if (value < 0x800) bytes.push(0xc0 | (value >> 6), tail(value, 0));
    else if (value < 0x10000) bytes.push(0xe0 | (value >> 12), tail(value, 6), tail(value, 0));
    else bytes.push(0xf0 | (value >> 18), tail(value, 12), tail(value, 6), tail(value, 0));
  }
  return Uint8Array.from(bytes);
}

function tail(value: number, shift: number): number {
  return 0x80 | ((value >> shift) & 0x3f);
}
