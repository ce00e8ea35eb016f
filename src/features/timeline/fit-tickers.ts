/** Widths of characters in the 12 px of the line, rounded up: what is cut is worse than a gap. */
const HAN_PX = 12;
const CAPITAL_PX = 8.6;
const DIGIT_PX = 7.8;
const OTHER_PX = 6.6;
const TEXT_GAP_PX = 8;
const TICKER_GAP_PX = 6;

/**
 * How many tickers stand at the end of a line whole, with a count of the others behind them.
 *
 * @param texts - what stands before them in the line
 * @param widthPx - room for all of it
 * @returns at least 1 where there is any
 */
export function fitTickers(
  texts: readonly string[],
  tickers: readonly string[],
  widthPx: number,
): number {
  const taken = texts.reduce((sum, text) => sum + estimatePx(text) + TEXT_GAP_PX, 0);
  let room = widthPx - taken;
  for (const [index, ticker] of tickers.entries()) {
    room -= estimatePx(ticker) + (index === 0 ? 0 : TICKER_GAP_PX);
    const others = tickers.length - index - 1;
    const counted = others === 0 ? 0 : estimatePx(`+${others}`) + TICKER_GAP_PX;
    if (room < counted) return Math.max(1, index);
  }
  return tickers.length;
}

function estimatePx(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}

function widthOf(character: string): number {
  if (/\p{Script=Han}/u.test(character)) return HAN_PX;
  if (/[A-Z+]/.test(character)) return CAPITAL_PX;
  return /\d/.test(character) ? DIGIT_PX : OTHER_PX;
}
