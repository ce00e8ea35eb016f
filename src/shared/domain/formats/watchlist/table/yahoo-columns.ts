import type { ListColumn } from '../list-plan';
import { columnWord } from './column-words';

/** The columns of Yahoo's portfolio file; the last one is newer than the others. */
export const YAHOO_HEADER = [
  ...['Symbol', 'Current Price', 'Date', 'Time', 'Change', 'Open', 'High', 'Low', 'Volume'],
  ...['Trade Date', 'Purchase Price', 'Quantity', 'Commission', 'High Limit', 'Low Limit'],
  ...['Comment', 'Transaction Type'],
] as const;
/** `Date` and all other prices are those of the quote. */
const COLUMNS: ReadonlyMap<string, ListColumn> = new Map([
  ['symbol', 'symbol'],
  ['trade date', 'date'],
  ['purchase price', 'price'],
  ['quantity', 'quantity'],
  ['commission', 'commission'],
  ['high limit', 'highLimit'],
  ['low limit', 'lowLimit'],
  ['comment', 'comment'],
  ['transaction type', 'side'],
]);

export function yahooColumns(header: readonly string[]): readonly ListColumn[] {
  return header.map((cell) => COLUMNS.get(columnWord(cell)) ?? 'ignored');
}

/** True for a header that only Yahoo's file has. */
export function isYahooHeader(header: readonly string[]): boolean {
  const words = header.map(columnWord);
  const own = ['current price', 'trade date', 'purchase price', 'high limit', 'low limit'];
  return words.includes('symbol') && own.filter((word) => words.includes(word)).length >= 2;
}
