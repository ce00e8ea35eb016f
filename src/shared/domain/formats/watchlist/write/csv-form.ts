import { isInstrumentId } from '../../../instrument/instrument';
import type { DocumentItem } from '../../../watchlist/watchlist-document';
import { type CsvCell, csvText } from './csv-text';
import { type ListForm, WHOLE_ROOM } from './list-form';

const HEADER = [
  ...['Symbol', 'Name', 'Section', 'Note', 'Flags', 'Targets'],
  ...['Quantity', 'Price', 'Currency', 'Date', 'Commission', 'Comment'],
];

/** A table that a spreadsheet reads: a row for each item, and one more for each lot behind its first. */
export const CSV_FORM: ListForm = {
  room: { ...WHOLE_ROOM, sections: 'named', emptySections: false },
  write: ({ sections }, { items, spelling }) => {
    const rows = sections.flatMap((section) =>
      section.items.flatMap((item): readonly (readonly CsvCell[])[] => {
        const symbol = items.spell(item);
        if (symbol === null) return [];
        const name = isInstrumentId(item.symbol) ? spelling.name(item.symbol) : null;
        return itemRows([symbol, name, section.name], item);
      }),
    );
    return csvText([HEADER, ...rows]);
  },
};

function itemRows(
  [symbol, name, section]: readonly [string, string | null, string | null],
  { note, flags, targets, lots }: DocumentItem,
): readonly (readonly CsvCell[])[] {
  const levels = targets.map(({ price, label }) => `${price} ${label}`.trimEnd()).join('\n');
  const [first = [], ...others] = lots.map(
    ({ quantity, price, currency, date, commission, comment }): readonly CsvCell[] => [
      ...[quantity, price, currency, date, commission, comment],
    ],
  );
  return [
    [symbol, name, section, note, flags.join(' '), numberWhere(levels), ...padded(first)],
    ...others.map((lot) => [symbol, name, section, null, null, null, ...lot]),
  ];
}

/** A single level without a word is a number, as the user of a spreadsheet expects. */
function numberWhere(text: string): CsvCell {
  const value = Number(text);
  return text !== '' && String(value) === text ? value : text;
}

function padded(lot: readonly CsvCell[]): readonly CsvCell[] {
  return lot.length > 0 ? lot : [null, null, null, null, null, null];
}
