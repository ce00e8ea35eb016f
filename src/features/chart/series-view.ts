import type { KeyRange, VisibleRange } from '../../chart/chart-types';
import { toSessionKey } from '../../shared/domain/calendar/calendar-date';
import type { RangeName } from '../../shared/domain/chart/range-name';
import type { SeriesState } from '../../state/series-state.svelte';
import { namedSessions } from './chart-ranges';

type Series = Pick<
  SeriesState,
  'instrument' | 'interval' | 'bars' | 'sessions' | 'view' | 'barTimesOf' | 'sessionAt'
>;

/** What part of a series to show; `centre` is the time of a bar that goes to the middle. */
export interface ViewWish {
  readonly range: KeyRange | null;
  readonly centre: number | null;
}

const NEWEST: ViewWish = { range: null, centre: null };

/** Keeps the dates in view when the bars of an instrument are read again or get another length. */
export class SeriesView {
  private shown: (Pick<Series, 'instrument' | 'interval'> & { readonly count: number }) | null =
    null;
  /** Key of the session in the middle of the view; null where the newest bar is in view. */
  private middle: number | null = null;

  constructor(private readonly series: Series) {}

  /** The view moved. */
  note(view: VisibleRange | null): void {
    const { bars } = this.series;
    if (view === null) return;
    const time = bars.time[Math.round((view.fromIndex + view.toIndex) / 2)];
    const isNewest = view.toIndex >= bars.length - 1;
    this.middle = isNewest || time === undefined ? null : this.series.sessionAt(time);
  }

  /**
   * Other bars are about to be shown.
   *
   * @param visible - what of the bars before them is on the screen
   * @param active - the named range that was chosen and still holds
   */
  next(visible: VisibleRange | null, active: RangeName | null): ViewWish & { isOther: boolean } {
    const { instrument, interval, bars } = this.series;
    const before = this.shown;
    const isSame = before?.instrument === instrument;
    const isOther = !isSame || before?.interval !== interval;
    this.shown = { instrument, interval, count: bars.length };
    if (active !== null) return { range: this.named(active), centre: null, isOther };
    if (!isOther && before) {
      return { range: this.moved(visible, before.count), centre: null, isOther };
    }
    return { ...(isSame ? this.sameDates() : this.first()), isOther };
  }

  /** The bars of a named range; null without bars. */
  named(name: RangeName): KeyRange | null {
    const sessions = namedSessions(name, this.series.sessions.keys);
    return sessions && this.series.barTimesOf(sessions.from, sessions.to);
  }

  /** Follows the newest bars where they were in view. */
  private moved(visible: VisibleRange | null, countBefore: number): KeyRange | null {
    const { length, time } = this.series.bars;
    // A replay can have fewer bars than before.
    if (visible === null || visible.toIndex < Math.min(countBefore, length) - 1) return visible;
    const first = time[Math.max(0, length - visible.bars)] as number;
    return { fromKey: first, toKey: time[length - 1] as number };
  }

  private sameDates(): ViewWish {
    const { middle } = this;
    const there = middle === null ? null : this.series.barTimesOf(-Infinity, middle);
    return { range: null, centre: there?.toKey ?? null };
  }

  /** The dates of the command line, as keys; null without any. */
  askedDates(): KeyRange | null {
    const request = this.series.view?.request;
    if (request?.kind !== 'range') return null;
    return { fromKey: toSessionKey(request.range.from), toKey: toSessionKey(request.range.to) };
  }

  private first(): ViewWish {
    const dates = this.askedDates();
    if (dates === null) return NEWEST;
    return { range: this.series.barTimesOf(dates.fromKey, dates.toKey), centre: null };
  }
}
