import type { WatchlistDocument } from '../../../watchlist/watchlist-document';
import { writeSectionToken } from '../tradingview/section-token';
import { writeTapeoutList } from '../tapeout/tapeout-list';
import { BARE_ROOM, type FormParts, type ListForm, unnamedFirst, WHOLE_ROOM } from './list-form';

const LINE_END = '\r\n';
/** TradingView's mark between symbols, and what people write instead of it in a name. */
const COMMA = /,/g;
const WIDE_COMMA = '，';

/** A symbol on each line and nothing else: Tongdaxin, Trader Workstation. */
export const LINES_FORM: ListForm = {
  room: BARE_ROOM,
  write: ({ sections }, { items }) =>
    sections
      .flatMap((section) => section.items)
      .flatMap((item) => items.spell(item) ?? [])
      .map((line) => `${line}${LINE_END}`)
      .join(''),
};

/** TradingView's one line. */
export const TRADINGVIEW_FORM: ListForm = {
  room: { ...BARE_ROOM, sections: 'all', emptySections: true, unnamedFirst: true },
  write: (document, parts) =>
    unnamedFirst(document)
      .flatMap(({ name, items }) => [
        ...(name === null ? [] : [sectionToken(name, parts)]),
        ...items.flatMap((item) => parts.items.spell(item) ?? []),
      ])
      .join(','),
};

export const TAPEOUT_FORM: ListForm = {
  room: WHOLE_ROOM,
  write: (document: WatchlistDocument, { items }) => {
    for (const item of document.sections.flatMap((section) => section.items)) items.spell(item);
    return writeTapeoutList(document);
  },
};

function sectionToken(name: string, { report }: FormParts): string {
  if (name.includes(',')) report.add('text-marks', name);
  return writeSectionToken(name.replace(COMMA, WIDE_COMMA));
}
