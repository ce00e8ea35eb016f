import type { DocumentItem, Lot } from '../../../watchlist/watchlist-document';
import { BARE_ROOM, type FormParts, type ListForm, unnamedFirst } from './list-form';

/** Settings of ticker: what is in no section stands at the top, sections are groups. */
export const TICKER_FORM: ListForm = {
  room: {
    ...BARE_ROOM,
    ...{ sections: 'all', emptySections: true, unnamedFirst: true },
    lots: ['quantity', 'price'],
  },
  write: (document, parts) => {
    const sections = unnamedFirst(document);
    const unnamed = sections.filter(({ name }) => name === null).flatMap(({ items }) => items);
    const groups = sections.filter(({ name }) => name !== null);
    return [
      ...groupLines(unnamed, parts),
      ...(groups.length > 0 ? ['groups:'] : []),
      ...groups.flatMap(({ name, items }) => {
        const lines = [`name: ${quoted(name ?? '')}`, ...groupLines(items, parts)];
        return lines.map((line, index) => `${index === 0 ? '  - ' : '    '}${line}`);
      }),
      '',
    ].join('\n');
  },
};

function groupLines(
  items: readonly DocumentItem[],
  { items: writer }: FormParts,
): readonly string[] {
  const spelled = items.flatMap((item) => {
    const symbol = writer.spell(item);
    return symbol === null ? [] : [{ symbol, lots: item.lots }];
  });
  const lots = spelled.flatMap(({ symbol, lots: own }) => own.map((lot) => lotLines(symbol, lot)));
  return [
    ...(spelled.length > 0 ? ['watchlist:'] : ['watchlist: []']),
    ...spelled.map(({ symbol }) => `  - ${quoted(symbol)}`),
    ...(lots.length > 0 ? ['lots:', ...lots.flat()] : []),
  ];
}

function lotLines(symbol: string, { quantity, price }: Lot): readonly string[] {
  return [
    `  - symbol: ${quoted(symbol)}`,
    `    quantity: ${quantity}`,
    ...(price === null ? [] : [`    unit_cost: ${price}`]),
  ];
}

/** In double quotes, so that `NO` is no truth and `7203` no number. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
