import type { WatchlistDocument } from '../../../watchlist/watchlist-document';
import type { ListSpelling } from '../list-writing';
import type { FormRoom } from './count-losses';
import type { ItemWriter } from './item-writer';
import type { LossReport } from './loss-report';

/** What a form needs to write a list. */
export interface FormParts {
  readonly items: ItemWriter;
  readonly spelling: ListSpelling;
  readonly report: LossReport;
}

/** How a list is written in one form. */
export interface ListForm {
  readonly room: FormRoom;
  readonly write: (document: WatchlistDocument, parts: FormParts) => string;
}

/** Room for everything. */
export const WHOLE_ROOM: FormRoom = {
  ...{ sections: 'all', emptySections: true, unnamedFirst: false },
  ...{ notes: 'always', flags: true, targets: true },
  lots: ['quantity', 'price', 'currency', 'date', 'commission', 'comment'],
};

/** Room for symbols in one row and nothing else. */
export const BARE_ROOM: FormRoom = {
  ...{ sections: 'none', emptySections: false, unnamedFirst: false },
  ...{ notes: 'never', flags: false, targets: false, lots: null },
};

/** The unnamed sections first, which a form can only write before any name. */
export function unnamedFirst({ sections }: WatchlistDocument): WatchlistDocument['sections'] {
  return [
    ...sections.filter(({ name }) => name === null),
    ...sections.filter(({ name }) => name !== null),
  ];
}
