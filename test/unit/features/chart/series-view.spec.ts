import { describe, expect, it } from 'vitest';
import type { VisibleRange } from '../../../../src/chart/chart-types';
import { SeriesView } from '../../../../src/features/chart/series-view';
import { toDate, toSessionKey } from '../../../../src/shared/domain/calendar/calendar-date';
import { sessionsBetween } from '../../../../src/shared/domain/calendar/exchange-calendar';
import { type BarColumns, viewPackedBars } from '../../../../src/shared/domain/candle/bar-columns';
import {
  type BarSessions,
  barFromSession,
  lastBarUntil,
  sessionOfBar,
  sessionsOfDaily,
  sessionsOfIntraday,
} from '../../../../src/shared/domain/candle/bar-sessions';
import type { ChartInterval } from '../../../../src/shared/domain/candle/interval';
import type { InstrumentId } from '../../../../src/shared/domain/instrument/instrument';
import { barsOf } from '../../shared/domain/candle/bar-rows';
import { shippedCalendar } from '../../shared/domain/calendar/read-shipped-calendars';

const NEW_YORK = shippedCalendar('XNAS');
const HOUR = 3600;

/** A series as the page has it, which the test exchanges for another. */
class FakeSeries {
  instrument: InstrumentId | null = 'XNAS:NVDA';
  interval: ChartInterval = 'D';
  bars: BarColumns = viewPackedBars(new ArrayBuffer(0));
  sessions: BarSessions = sessionsOfDaily(this.bars);
  view: { serial: number; request: { kind: 'range'; range: { from: string; to: string } } } | null =
    null;

  daily(from: string, to: string): void {
    this.interval = 'D';
    this.bars = barsAt(sessionsBetween(NEW_YORK, from, to).map(toSessionKey));
    this.sessions = sessionsOfDaily(this.bars);
  }

  hourly(from: string, to: string): void {
    this.interval = '1h';
    const opens = sessionsBetween(NEW_YORK, from, to).map((date) =>
      NEW_YORK.clock.toUtc(date, 570),
    );
    this.bars = barsAt(
      opens.flatMap((open) => [0, 1, 2, 3, 4, 5, 6].map((hour) => open / 1000 + hour * HOUR)),
    );
    this.sessions = sessionsOfIntraday(this.bars, NEW_YORK);
  }

  barTimesOf(fromKey: number, toKey: number) {
    const { length, time } = this.bars;
    const first = barFromSession(this.sessions, fromKey) ?? length - 1;
    const last = lastBarUntil(this.sessions, toKey, length) ?? 0;
    return { fromKey: time[first] as number, toKey: time[last] as number };
  }

  sessionAt(time: number): number {
    return sessionOfBar(this.sessions, this.bars.time.indexOf(time)) as number;
  }

  visible(fromIndex: number, toIndex: number): VisibleRange {
    const [fromKey, toKey] = [this.bars.time[fromIndex], this.bars.time[toIndex]] as [
      number,
      number,
    ];
    return { fromIndex, toIndex, fromKey, toKey, bars: toIndex - fromIndex + 1 };
  }
}

function barsAt(times: readonly number[]): BarColumns {
  return barsOf(times.map((time) => [time, 1, 1, 1, 1, 1, 1]));
}

function setUp() {
  const series = new FakeSeries();
  series.daily('2026-01-05', '2026-05-29');
  const view = new SeriesView(series);
  return { series, view, first: view.next(null, null) };
}

describe('SeriesView', () => {
  it('begins with the newest bars, or with the dates of the command line', () => {
    expect(setUp().first).toEqual({ range: null, centre: null, isOther: true });
    const series = new FakeSeries();
    series.daily('2026-01-05', '2026-05-29');
    const range = { from: '2026-02-01', to: '2026-02-28' };
    series.view = { serial: 1, request: { kind: 'range', range } };
    expect(new SeriesView(series).next(null, null).range).toEqual({
      fromKey: toSessionKey('2026-02-02'),
      toKey: toSessionKey('2026-02-27'),
    });
  });

  it('keeps the middle date when the bars get another length', () => {
    const { series, view } = setUp();
    view.note(series.visible(20, 40));
    const middle = series.bars.time[30] as number;
    series.hourly('2026-01-05', '2026-05-29');
    const { range, centre, isOther } = view.next(null, null);
    expect([range, isOther]).toEqual([null, true]);
    const date = NEW_YORK.clock.dateAt((centre as number) * 1000);
    expect(date).toBe(toDate(middle));
  });

  it('shows the newest bars of another length where the newest were in view', () => {
    const { series, view } = setUp();
    view.note(series.visible(20, series.bars.length - 1));
    series.hourly('2026-05-25', '2026-05-29');
    expect(view.next(null, null)).toEqual({ range: null, centre: null, isOther: true });
  });

  it('shows what is nearest where the other bars do not go back so far', () => {
    const { series, view } = setUp();
    view.note(series.visible(0, 10));
    series.hourly('2026-05-26', '2026-05-29');
    expect(view.next(null, null).centre).toBe(series.bars.time[0]);
  });

  it('stays where it is when bars are read again before the view was ever noted', () => {
    const { series, view } = setUp();
    const visible = series.visible(10, 20);
    series.daily('2026-01-05', '2026-06-01');
    expect(view.next(visible, null).range).toBe(visible);
  });

  it('stays where it is when the same bars are read again', () => {
    const { series, view } = setUp();
    const visible = series.visible(10, 20);
    view.note(visible);
    series.daily('2026-01-05', '2026-06-01');
    expect(view.next(visible, null)).toMatchObject({ range: visible, isOther: false });
  });

  it('moves on with the newest bar where that was in view', () => {
    const { series, view } = setUp();
    const visible = series.visible(series.bars.length - 20, series.bars.length - 1);
    view.note(visible);
    series.daily('2026-01-05', '2026-06-01');
    const { range } = view.next(visible, null);
    expect(range?.toKey).toBe(toSessionKey('2026-06-01'));
    expect(range?.fromKey).toBe(series.bars.time[series.bars.length - 20]);
  });

  it('ends with the last bar of fewer ones, where the view reached further', () => {
    const { series, view } = setUp();
    const visible = series.visible(10, 20);
    const { time } = series.bars;
    series.daily('2026-01-05', toDate(time[15] as number));
    const { range } = view.next(visible, null);
    expect(range).toEqual({ fromKey: time[5], toKey: time[15] });
  });

  it('shows a named range again, in whatever bars come', () => {
    const { series, view } = setUp();
    expect(view.next(null, '5D').range).toEqual({
      fromKey: toSessionKey('2026-05-22'),
      toKey: toSessionKey('2026-05-29'),
    });
    series.hourly('2026-05-18', '2026-05-29');
    const { range } = view.next(null, '5D');
    expect(range?.fromKey).toBe(NEW_YORK.clock.toUtc('2026-05-22', 570) / 1000);
    expect(range?.toKey).toBe(series.bars.time[series.bars.length - 1]);
  });

  it('forgets the dates with another instrument', () => {
    const { series, view } = setUp();
    view.note(series.visible(10, 20));
    series.instrument = 'XNAS:GOOGL';
    expect(view.next(series.visible(10, 20), null)).toEqual({
      range: null,
      centre: null,
      isOther: true,
    });
  });
});
