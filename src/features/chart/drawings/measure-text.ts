import type { MeasuredMove } from '../../../shared/domain/drawing/measured-move';
import type { DrawingMessages } from '../../../shared/i18n/desk/en/drawings';
import type { FormatsState } from '../../../state/formats-state.svelte';

const MINUS = '\u2212';
const DAY = 86_400;
const HOUR = 3_600;

/**
 * Lines of the label of a measure: `+12.30 (+4.51 %)` and `23 bars, 33 d`.
 *
 * @param decimals - of the instrument's prices
 */
export function measureText(
  { bars, seconds, price, percent }: MeasuredMove,
  decimals: number,
  formats: Pick<FormatsState, 'price' | 'percent' | 'count'>,
  t: DrawingMessages,
): readonly string[] {
  const change = `${price > 0 ? '+' : ''}${formats.price(price, decimals)}`;
  const part = percent === null ? '' : ` (${formats.percent(percent / 100)})`;
  const counted = bars === null ? null : barsText(bars, formats, t);
  const span = spanText(seconds, formats, t);
  const length = counted && span ? t.barsAndTime(counted, span) : (counted ?? span);
  return length === '' ? [change + part] : [change + part, length];
}

function barsText(bars: number, formats: Pick<FormatsState, 'count'>, t: DrawingMessages): string {
  const count = formats.count(Math.abs(bars));
  return t.bars(bars < 0 ? MINUS + count : count);
}

/** The two largest units: nobody measures a year in minutes. */
function spanText(
  seconds: number,
  formats: Pick<FormatsState, 'count'>,
  t: DrawingMessages,
): string {
  const total = Math.abs(seconds);
  const days = Math.floor(total / DAY);
  const hours = Math.floor((total % DAY) / HOUR);
  const minutes = Math.round((total % HOUR) / 60);
  const said = (value: number): string | null => (value > 0 ? formats.count(value) : null);
  const span = t.span(said(days), said(hours), days > 0 ? null : said(minutes));
  return seconds < 0 && span !== '' ? MINUS + span : span;
}
