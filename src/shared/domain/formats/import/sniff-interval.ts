import { type Interval, INTERVAL_SECONDS, INTERVALS } from '../../candle/interval';
import type { ColumnRole, DateForm } from './import-plan';
import { StampReader } from './stamp-reader';
import { utf8Bytes } from './utf8-text';

const SECONDS_PER_DAY = INTERVAL_SECONDS.D;
/** Daily bars lie a day apart, or a weekend. */
const DAILY_GAPS = [1, 2, 3, 4].map((days) => days * SECONDS_PER_DAY);

export interface SniffedInterval {
  readonly interval: Interval;
  /** False where the spacing is none that can be read as it is, such as weeks. */
  readonly known: boolean;
}

/** The interval of bars by the commonest spacing of the first rows. */
export function sniffInterval(
  rows: readonly (readonly string[])[],
  roles: readonly ColumnRole[],
  form: DateForm,
): SniffedInterval {
  const walls = rows.flatMap((cells) => wallOf(cells, roles, form));
  const gaps = new Map<number, number>();
  for (let index = 1; index < walls.length; index++) {
    const gap = Math.abs((walls[index] as number) - (walls[index - 1] as number));
    if (gap > 0) gaps.set(gap, (gaps.get(gap) ?? 0) + 1);
  }
  if (gaps.size === 0) return { interval: 'D', known: true };
  const [gap] = [...gaps].reduce((best, each) => (each[1] > best[1] ? each : best));
  const interval = INTERVALS.find((each) => INTERVAL_SECONDS[each] === gap);
  if (interval !== undefined) return { interval, known: true };
  // The clock of a session that opens in another season is an hour off.
  const days = Math.round(gap / SECONDS_PER_DAY) * SECONDS_PER_DAY;
  return { interval: gap < SECONDS_PER_DAY ? '1h' : 'D', known: DAILY_GAPS.includes(days) };
}

function wallOf(
  cells: readonly string[],
  roles: readonly ColumnRole[],
  form: DateForm,
): readonly number[] {
  const reader = new StampReader(form);
  const date = utf8Bytes(cells[roles.indexOf('date')] ?? '');
  if (!reader.read(date, 0, date.length)) return [];
  const time = utf8Bytes(cells[roles.indexOf('time')] ?? '');
  const isRead = time.length === 0 || reader.addTime(time, 0, time.length);
  return isRead ? [reader.wall] : [];
}
