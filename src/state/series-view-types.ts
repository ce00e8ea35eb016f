import type { DateRange } from '../shared/domain/calendar/calendar-date';
import type { InstrumentId } from '../shared/domain/instrument/instrument';
import type { SeriesAnswer } from '../shared/ipc/data-port';

export type SeriesStatus = 'loading' | 'ready' | 'empty' | 'failed';

/** What the bars came with, without the bars. */
export type AnswerFacts = Omit<SeriesAnswer, 'buffer' | 'sessions'>;

/** What the chart was asked to show: a range of dates, the sessions around one date, or a moment. */
export type ViewRequest =
  | { readonly kind: 'range'; readonly range: DateRange }
  | { readonly kind: 'announcement'; readonly id: string }
  /** `at`: UTC milliseconds. */
  | { readonly kind: 'moment'; readonly instrument: InstrumentId; readonly at: number };

/** Times of the first and last visible bar, and how many bars they span. */
export interface VisibleSessions extends TimeRange {
  readonly bars: number;
}

/** Times of bars, UTC seconds or session keys as in `BarColumns.time`. */
export interface TimeRange {
  readonly fromKey: number;
  readonly toKey: number;
}
