import type { AnnouncementSummary } from '../../shared/domain/announcement/announcement';
import type { FormatsState } from '../../state/formats-state.svelte';

/** The date of an entry as short as its heading allows, which tells the year. */
export function entryDate(
  { date, precision }: Pick<AnnouncementSummary, 'date' | 'precision'>,
  formats: Pick<FormatsState, 'shortDate' | 'tick' | 'imprecise'>,
): string {
  if (precision === 'day') return formats.shortDate(date);
  if (precision === 'month') return formats.tick(date, 'month');
  return formats.imprecise(date, precision);
}
