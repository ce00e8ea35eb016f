/** Widths of characters as shares of the size of the letters, rounded up: a gap is better than a cut. */
const HAN = 1;
const CAPITAL = 0.72;
const DIGIT = 0.62;
const OTHER = 0.57;
const ELLIPSIS = '…';

/** About how wide a text is. Measuring it would cost more than drawing it. */
export function textPx(text: string, sizePx: number): number {
  let width = 0;
  for (const character of text) width += shareOf(character);
  return width * sizePx;
}

/** The text, cut off where it is longer than its room. */
export function fitText(text: string, sizePx: number, roomPx: number): string {
  if (textPx(text, sizePx) <= roomPx) return text;
  let room = roomPx - sizePx;
  let fitting = '';
  for (const character of text) {
    room -= shareOf(character) * sizePx;
    if (room < 0) break;
    fitting += character;
  }
  return `${fitting.trimEnd()}${ELLIPSIS}`;
}

/** The pieces joined into lines that have room each; a piece that is too long stands alone. */
export function wrapText(
  pieces: readonly string[],
  separator: string,
  sizePx: number,
  roomPx: number,
): string[] {
  const lines: string[] = [];
  for (const [at, piece] of pieces.entries()) {
    const ended = at < pieces.length - 1 ? `${piece}${separator}` : piece;
    const line = lines.at(-1);
    if (line !== undefined && textPx(line + ended, sizePx) <= roomPx) {
      lines[lines.length - 1] = line + ended;
    } else lines.push(ended);
  }
  return lines.map((line) => line.trimEnd());
}

function shareOf(character: string): number {
  if (character > '\u2e7f') return HAN;
  if (character >= 'A' && character <= 'Z') return CAPITAL;
  return character >= '0' && character <= '9' ? DIGIT : OTHER;
}
