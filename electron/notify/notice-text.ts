/** Characters that no message may hold: they end lines, turn the writing direction, or are no text. */
const UNWANTED = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/g;
/** Halves of a character that lost the other half. */
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const ELLIPSIS = '…';

/** A text of anybody as one line of plain text. */
export function plainLine(text: string): string {
  return text
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(UNWANTED, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** For services that read markup in the body (capability `body-markup`). */
export function escapeMarkup(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** How many bytes a text takes in UTF-8. */
export function byteLength(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

/** Cuts a text to `bytes` in UTF-8, between two characters as the reader sees them; empty where not one fits. */
export function cutToBytes(text: string, bytes: number): string {
  if (byteLength(text) <= bytes) return text;
  let kept = '';
  let left = bytes - byteLength(ELLIPSIS);
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    left -= byteLength(segment);
    if (left < 0) break;
    kept += segment;
  }
  return kept === '' ? '' : kept.trimEnd() + ELLIPSIS;
}

/** Cuts title and body to `bytes` together: the title, which holds the price, is cut last. */
export function cutNotice<Text extends { readonly title: string; readonly body: string }>(
  notice: Text,
  bytes: number,
): Text {
  const title = cutToBytes(notice.title, bytes);
  return { ...notice, title, body: cutToBytes(notice.body, bytes - byteLength(title)) };
}
