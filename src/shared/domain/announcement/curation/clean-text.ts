/** Most texts, in which there is nothing to clean. */
const PLAIN = /^[ -~\u4e00-\u9fff]*$/;

/**
 * Text of somebody else as text: no control characters, none that turn the direction of what
 * follows, no halves of characters, lines end with a line feed, no blanks around it.
 */
export function cleanText(text: string): string {
  if (PLAIN.test(text)) return text.trim();
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/\t/g, ' ')
    .trim();
}

/** As {@link cleanText}, on one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/ *\n+ */g, ' ');
}
