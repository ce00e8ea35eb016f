import type { DateRange } from '../shared/domain/calendar/calendar-date';
import type { SeriesAnswer } from '../shared/ipc/data-port';

export type SeriesStatus = 'loading' | 'ready' | 'empty' | 'failed';

/** What the bars came with, without the bars. */
export type AnswerFacts = Omit<SeriesAnswer, 'buffer' | 'sessions'>;

/** What the chart was asked to show: a range of dates, or the sessions around one date. */
export type ViewRequest =
  | { readonly kind: 'range'; readonly range: DateRange }
  | { readonly kind: 'announcement'; readonly id: string };

/** Times of the first and last visible bar, and how many bars they span. */
export interface VisibleSessions extends TimeRange {
  readonly bars: number;
}

/** Times of bars, UTC seconds or session keys as in `BarColumns.time`. */
export interface TimeRange {
  readonly fromKey: number;
  readonly toKey: number;
}
