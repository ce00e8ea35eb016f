import { asWindows1252 } from '../../src/shared/domain/feeds/html-entities';

/** As the first bytes tell it, with the length of the mark. */
const MARKS = [
  { bytes: [0xef, 0xbb, 0xbf], label: 'utf-8' },
  { bytes: [0xff, 0xfe], label: 'utf-16le' },
  { bytes: [0xfe, 0xff], label: 'utf-16be' },
  // Without a mark, but with the `<` that XML begins with.
  { bytes: [0x3c, 0x00], label: 'utf-16le' },
  { bytes: [0x00, 0x3c], label: 'utf-16be' },
] as const;

/**
 * The text of a feed. What the first bytes say counts most, then the declaration of the document, then
 * the header, then UTF-8: servers name encodings that they do not know. One that does not fit the bytes
 * is passed over; where none fits, what cannot be read becomes U+FFFD.
 */
export function decodeFeed(bytes: Uint8Array, contentType: string | null): string {
  const mark = MARKS.find(({ bytes: first }) => first.every((byte, at) => bytes[at] === byte));
  if (mark) return new TextDecoder(mark.label).decode(bytes);
  const labels = [declaredIn(bytes), namedIn(contentType), 'utf-8'];
  for (const label of labels) {
    const text = label === null ? null : decodedAs(label, bytes);
    if (text !== null) return text;
  }
  return new TextDecoder().decode(bytes);
}

function declaredIn(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]{2,40})["']/i.exec(head)?.[1] ?? null;
}

function namedIn(contentType: string | null): string | null {
  return /charset\s*=\s*["']?([\w.:-]{2,40})/i.exec(contentType ?? '')?.[1] ?? null;
}

function decodedAs(label: string, bytes: Uint8Array): string | null {
  // Bytes that got here one by one are no UTF-16, whatever their declaration says.
  if (/^utf-?16|^ucs-?2/i.test(label)) return null;
  try {
    // Some versions of Node take Windows-1252 for Latin-1.
    return asWindows1252(new TextDecoder(label, { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
