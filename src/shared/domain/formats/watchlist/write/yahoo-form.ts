import type { DocumentItem, Lot } from '../../../watchlist/watchlist-document';
import { YAHOO_HEADER } from '../table/yahoo-columns';
import { type CsvCell, csvText } from './csv-text';
import { BARE_ROOM, type ListForm } from './list-form';

type Column = (typeof YAHOO_HEADER)[number];

/** Yahoo's portfolio: a row for each lot, or one for an instrument without any. */
export const YAHOO_FORM: ListForm = {
  room: {
    ...BARE_ROOM,
    notes: 'without-lots',
    lots: ['quantity', 'price', 'date', 'commission', 'comment'],
  },
  write: ({ sections }, { items }) => {
    const rows = sections
      .flatMap((section) => section.items)
      .flatMap((item) => {
        const symbol = items.spell(item);
        return symbol === null ? [] : itemRows(symbol, item);
      });
    return csvText([YAHOO_HEADER, ...rows]);
  },
};

function itemRows(symbol: string, { lots, note }: DocumentItem): readonly (readonly CsvCell[])[] {
  if (lots.length === 0) return [rowOf({ Symbol: symbol, Comment: note })];
  return lots.map((lot) => rowOf({ Symbol: symbol, ...lotCells(lot) }));
}

function lotCells({
  quantity,
  price,
  date,
  commission,
  comment,
}: Lot): Partial<Record<Column, CsvCell>> {
  return {
    'Trade Date': date === null ? null : Number(date.replaceAll('-', '')),
    'Purchase Price': price,
    Quantity: Math.abs(quantity),
    Commission: commission,
    Comment: comment,
    'Transaction Type': quantity < 0 ? 'SELL' : 'BUY',
  };
}

function rowOf(cells: Partial<Record<Column, CsvCell>>): readonly CsvCell[] {
  return YAHOO_HEADER.map((column) => cells[column] ?? null);
}
