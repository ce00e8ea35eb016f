import type { AlertDraft, WatchlistDocument } from '../../watchlist/watchlist-document';
import type { ListReading } from './list-reading';

/** The list that a reading comes to: its rows that are valid or have warnings. */
export function documentOf({ sections, rows }: ListReading, name: string): WatchlistDocument {
  return {
    name,
    sections: sections.map((section, index) => ({
      name: section,
      items: rows.flatMap((row) => (row.section === index && row.item ? [row.item] : [])),
    })),
  };
}

/** Drafts of alert rules of the whole reading, each once. */
export function draftsOf({ rows }: ListReading): readonly AlertDraft[] {
  const drafts = new Map<string, AlertDraft>();
  for (const draft of rows.flatMap((row) => row.drafts)) {
    drafts.set(`${draft.symbol} ${draft.side} ${draft.price}`, draft);
  }
  return [...drafts.values()];
}
