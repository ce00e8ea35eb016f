import type { ListReading, ListRow } from '../../../src/shared/domain/formats/watchlist/list-reading';
import type {
  AlertDraft,
  DocumentItem,
  WatchlistDocument,
} from '../../../src/shared/domain/watchlist/watchlist-document';

/** The rows that are taken, as a list. @param left - lines of rows that are left out */
export function takenDocument(
  { sections, rows }: Pick<ListReading, 'sections' | 'rows'>,
  name: string,
  left: ReadonlySet<number>,
): WatchlistDocument {
  const items = sections.map((): DocumentItem[] => []);
  for (const { item, section, line } of rows) {
    if (item !== null && !left.has(line)) items[section]?.push(item);
  }
  return {
    name,
    sections: sections.map((title, index) => ({ name: title, items: items[index] ?? [] })),
  };
}

/** Limits of the rows that are taken, also of those that only add to an earlier row. */
export function takenDrafts(rows: readonly ListRow[], left: ReadonlySet<number>): AlertDraft[] {
  return rows.filter(({ line }) => !left.has(line)).flatMap(({ drafts }) => drafts);
}
