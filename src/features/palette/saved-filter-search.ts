import type { SavedFilter } from '../../shared/domain/announcement-filter/saved-filter';
import { NO_READINGS, type Readings } from '../../shared/domain/text/readings';
import { searchText } from '../../shared/domain/text/text-search';
import type { Searchable } from './ranked-search';

/** Saved filters by their names. */
export function searchableFilters(
  all: readonly SavedFilter[],
  readings: Readings = NO_READINGS,
): readonly Searchable<SavedFilter>[] {
  return all.map((item) => ({ item, texts: [searchText(item.name, { readings, isName: true })] }));
}
