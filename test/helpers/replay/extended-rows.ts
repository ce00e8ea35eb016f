import exchanges from '../../../assets/exchanges/exchanges.json';
import { toDate } from '../../../src/shared/domain/calendar/calendar-date';
import { dayPhases } from '../../../src/shared/domain/calendar/day-phases';
import { readExchangeCalendars } from '../../../src/shared/domain/calendar/read-exchange-calendars';
import type { Bar } from '../../../src/shared/domain/candle/bar-columns';
import { type Interval, INTERVAL_SECONDS } from '../../../src/shared/domain/candle/interval';
import {
  type InstrumentId,
  splitInstrumentId,
} from '../../../src/shared/domain/instrument/instrument';

const calendars = readExchangeCalendars(exchanges);

/**
 * Rows of before the open and after the close of each session that has bars, up to a moment: without
 * volume, as Yahoo has them, and all at prices that no session has, so that none is taken for another.
 */
export function extendedRows(
  id: InstrumentId,
  interval: Interval,
  bars: readonly Bar[],
  nowMs: number,
): readonly Bar[] {
  const calendar = calendars.get(splitInstrumentId(id).mic);
  if (!calendar) return [];
  const dates = new Set(bars.map(({ time }) => toDate(time)));
  const top = Math.max(...bars.map(({ high }) => high));
  const step = INTERVAL_SECONDS[interval] * 1000;
  return [...dates]
    .flatMap((date) => dayPhases(calendar, date))
    .filter(({ phase }) => phase === 'pre' || phase === 'post')
    .flatMap(({ start, end }) => {
      const count = Math.max(0, Math.ceil((Math.min(end, nowMs) - start) / step));
      return Array.from({ length: count }, (_, index) => start / 1000 + (index * step) / 1000);
    })
    .map((time) => ({ time, open: top, high: top + 2, low: top, close: top + 1, volume: 0 }));
}
