/** What separates one instrument from the next in a text that somebody pastes. */
const SEPARATOR = /[\n\r,，;；、\t|]/;

/** True where a text names more than one instrument. */
export function namesSeveral(text: string): boolean {
  return text.split(SEPARATOR).filter((part) => part.trim() !== '').length > 1;
}
