/** Where the cells of one line lie in its file: byte offsets, `ends` excluded. */
export interface CellSpans {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

export const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const TAB = 0x09;
const SPACE = 0x20;
const QUOTE = 0x22;

/** Spans for lines of at most `cells` cells. */
export function allocateSpans(cells: number): CellSpans {
  return { starts: new Int32Array(cells), ends: new Int32Array(cells) };
}

/**
 * The end of the line that starts at `start`: offset of its line feed, or of the end of the file.
 */
export function endOfLine(bytes: Uint8Array, start: number): number {
  const lineFeed = bytes.indexOf(LINE_FEED, start);
  return lineFeed < 0 ? bytes.length : lineFeed;
}

/** Where the line `[start, end)` ends without its carriage return; `start` for a blank line. */
export function endOfContent(bytes: Uint8Array, start: number, end: number): number {
  let position = start;
  while (position < end && isBlank(bytes[position] as number)) position++;
  if (position === end) return start;
  return bytes[end - 1] === CARRIAGE_RETURN ? end - 1 : end;
}

/**
 * Splits the line `[start, end)` into cells, blanks and one pair of quotes around each removed.
 *
 * Quoted cells may hold separators, but end with their line at the latest: one forgotten quote
 * spoils its own line and not the rest of the file. What is wrong with a quoted cell stays in its
 * span (the opening quote included), so that whoever reads the cell refuses it.
 *
 * @param spans - filled with the first cells; those that find no room are only counted
 * @returns the number of cells in the line
 */
export function splitCells(
  bytes: Uint8Array,
  start: number,
  end: number,
  separator: number,
  spans: CellSpans,
): number {
  const { starts, ends } = spans;
  let count = 0;
  let position = start;
  for (;;) {
    const first = skipBlanks(bytes, position, end, separator);
    const quoted = first < end && bytes[first] === QUOTE;
    const cellEnd = separatorFrom(
      bytes,
      quoted ? closingQuote(bytes, first, end) : first,
      end,
      separator,
    );
    if (count < starts.length) {
      const last = trimEnd(bytes, first, cellEnd);
      const wrapped = quoted && isWrapped(bytes, first, last);
      starts[count] = wrapped ? first + 1 : first;
      ends[count] = wrapped ? last - 1 : last;
    }
    count++;
    if (cellEnd >= end) return count;
    position = cellEnd + 1;
  }
}

/** The bytes as text, one character each. Meant for ASCII; other bytes come out as Latin-1. */
export function asciiText(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}

function isBlank(byte: number): boolean {
  return byte === SPACE || byte === CARRIAGE_RETURN || byte === TAB;
}

function skipBlanks(bytes: Uint8Array, start: number, end: number, separator: number): number {
  let position = start;
  while (position < end && bytes[position] !== separator && isBlank(bytes[position] as number)) {
    position++;
  }
  return position;
}

function separatorFrom(bytes: Uint8Array, start: number, end: number, separator: number): number {
  let position = start;
  while (position < end && bytes[position] !== separator) position++;
  return position;
}

function trimEnd(bytes: Uint8Array, start: number, end: number): number {
  let trimmed = end;
  while (trimmed > start && isBlank(bytes[trimmed - 1] as number)) trimmed--;
  return trimmed;
}

/** Offset of the quote that closes the one at `open`; a doubled quote does not close. */
function closingQuote(bytes: Uint8Array, open: number, end: number): number {
  let position = open + 1;
  while (position < end) {
    if (bytes[position] === QUOTE) {
      if (bytes[position + 1] !== QUOTE || position + 1 >= end) return position;
      position++;
    }
    position++;
  }
  return end;
}

function isWrapped(bytes: Uint8Array, first: number, last: number): boolean {
  return last - first >= 2 && closingQuote(bytes, first, last) === last - 1;
}
