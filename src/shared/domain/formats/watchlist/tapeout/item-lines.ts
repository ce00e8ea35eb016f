const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LINE_FEED = 0x0a;
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);
/** The list, its sections, one of them, its items, one of those. */
const ITEM_DEPTH = 5;

/** The lines on which the items of a list begin, in the order of the text, counted from 1. */
export function itemLines(text: string): readonly number[] {
  const lines: number[] = [];
  let line = 1;
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === BACKSLASH) index++;
      else if (code === QUOTE) inString = false;
    } else if (code === LINE_FEED) line++;
    else if (code === QUOTE) inString = true;
    else if (OPENING.has(code)) {
      if (++depth === ITEM_DEPTH) lines.push(line);
    } else if (CLOSING.has(code)) depth--;
  }
  return lines;
}
