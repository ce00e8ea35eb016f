/**
 * The same text as a string of its own. A part of a string keeps the whole of it in memory, which
 * would be the file.
 */
export function detachedText(text: string): string {
  return ` ${text}`.slice(1);
}
