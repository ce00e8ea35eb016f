import { toDate } from '../../shared/domain/calendar/calendar-date';
import { type ChartInterval, isIntraday } from '../../shared/domain/candle/interval';
import type { DeskMessages } from '../../shared/i18n/desk/desk-catalogue';
import type { FormatsState } from '../../state/formats-state.svelte';

/**
 * When a bar was, as exactly as its length: `20 Nov 2026, 10:35` on the clock of its exchange,
 * `20 Nov 2026`, `week of 16 Nov 2026`, `November 2026`.
 *
 * @param timeZone - IANA name of the exchange's zone
 */
export function barTimeText(
  time: number,
  interval: ChartInterval,
  timeZone: string,
  formats: Pick<FormatsState, 'date' | 'month' | 'moment'>,
  t: DeskMessages['chart'],
): string {
  if (isIntraday(interval)) return formats.moment(time * 1000, timeZone);
  if (interval === 'M') return formats.month(toDate(time));
  const date = formats.date(toDate(time));
  return interval === 'W' ? t.weekOf(date) : date;
}
