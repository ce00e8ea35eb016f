import type { TapeoutHandlers } from '../../src/shared/ipc/contract';
import type { SavedFilterService } from '../core/timeline/saved-filter-service';

export interface TimelineFiltersHandlerParts {
  readonly savedFilters: Pick<SavedFilterService, 'list' | 'put' | 'rename' | 'remove'>;
}

export function createTimelineFiltersHandlers({
  savedFilters,
}: TimelineFiltersHandlerParts): TapeoutHandlers['timelineFilters'] {
  return {
    list: () => savedFilters.list(),
    put: ({ saved }) => savedFilters.put(saved),
    rename: ({ from, to }) => savedFilters.rename(from, to),
    remove: ({ name }) => savedFilters.remove(name),
  };
}
