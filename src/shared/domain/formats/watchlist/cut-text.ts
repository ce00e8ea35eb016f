const LEADING_HALF = /[\ud800-\udbff]$/;

/** The beginning of a text, no character of it cut in half, no blanks at its end. */
export function cutText(text: string, longest: number): string {
  return text.length <= longest ? text : text.slice(0, longest).replace(LEADING_HALF, '').trimEnd();
}
