import type { SavedFilter } from '../../../shared/domain/announcement-filter/saved-filter';
import type { Desk } from '../../../state/desk.svelte';

/** Puts a saved filter in force, and the timeline on the desk where it was folded away. */
export function recallFilter(
  { timeline, settings }: Pick<Desk, 'timeline' | 'settings'>,
  { filter }: SavedFilter,
): void {
  timeline.filters.use(filter);
  if (!settings.current.timelineOpen) void settings.update({ timelineOpen: true });
}
