import {
  allocateBars,
  BAR_COLUMN_NAMES,
  type BarColumns,
} from '../../../src/shared/domain/candle/bar-columns';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import { SPARKLINE_BARS } from '../../../src/shared/ipc/data-port';
import type { CacheConnection, SqlRow } from './cache-connection';
import type { SeriesKey } from './series-key';

/** The newest bars stay rows; enough of them for a sparkline. */
export const TAIL_BARS = SPARKLINE_BARS;

/** Columns of a row in the order of `BAR_COLUMN_NAMES`. */
const ROW_COLUMNS = ['t', 'o', 'h', 'l', 'c', 'v', 'a'] as const;

/** Where both have a bar of one time, the rule of `mergeBars`: who saw more of the session holds. */
const KEEP_FULLER = `
  on conflict(s, tf, t) do update set o = excluded.o, h = excluded.h, l = excluded.l,
    c = excluded.c, v = excluded.v, a = excluded.a
  where (excluded.v, excluded.h, -excluded.l, excluded.c, excluded.o,
         coalesce(excluded.a, -9e999)) > (v, h, -l, c, o, coalesce(a, -9e999))`;

/** The newest bars of all series, as rows. */
export class TailTable {
  constructor(private readonly connection: CacheConnection) {}

  /** Oldest first, as rows for {@link fillFromRows}. */
  rows({ id, tf }: SeriesKey): readonly SqlRow[] {
    return this.connection.rows(
      'select t, o, h, l, c, v, a from tail where s = ? and tf = ? order by t',
      id,
      tf,
    );
  }

  read(key: SeriesKey): BarColumns {
    const rows = this.rows(key);
    const bars = allocateBars(rows.length);
    fillFromRows(bars, 0, rows);
    return bars;
  }

  count({ id, tf }: SeriesKey): number {
    const [row] = this.connection.rows(
      'select count(*) as n from tail where s = ? and tf = ?',
      id,
      tf,
    );
    return row?.['n'] as number;
  }

  /** Writes one bar, in the place of the one of the same time. */
  put({ id, tf }: SeriesKey, bars: BarColumns, index: number): void {
    const [t, ...values] = BAR_COLUMN_NAMES.map((name) => bars[name][index] as number);
    this.connection.run(
      'insert or replace into tail(s, tf, t, o, h, l, c, v, a) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      id,
      tf,
      t as number,
      ...values,
    );
  }

  /**
   * One statement for one bar, because many are stored at once: a bar that is older than the newest
   * of its series, or of a series without bars, changes nothing.
   */
  append(instrument: InstrumentId, tf: number, bars: BarColumns, index: number): void {
    const values = BAR_COLUMN_NAMES.map((name) => bars[name][index] as number);
    this.connection.run(
      `insert into tail(s, tf, t, o, h, l, c, v, a)
       select id, tf, ?, ?, ?, ?, ?, ?, ? from series
       where instrument = ? and tf = ?
         and ? >= (select max(t) from tail where tail.s = series.id and tail.tf = series.tf)
       ${KEEP_FULLER}`,
      ...values,
      instrument,
      tf,
      values[0] as number,
    );
  }

  /** Takes away the bars before `time` (UTC seconds). */
  removeBefore({ id, tf }: SeriesKey, time: number): void {
    this.connection.run('delete from tail where s = ? and tf = ? and t < ?', id, tf, time);
  }

  clear({ id, tf }: SeriesKey): void {
    this.connection.run('delete from tail where s = ? and tf = ?', id, tf);
  }
}

/** Writes rows into columns from `offset` on; an adjusted close that is not known becomes NaN. */
export function fillFromRows(bars: BarColumns, offset: number, rows: readonly SqlRow[]): void {
  for (const [column, name] of BAR_COLUMN_NAMES.entries()) {
    const key = ROW_COLUMNS[column] as string;
    const target = bars[name];
    for (let index = 0; index < rows.length; index++) {
      target[offset + index] = (rows[index]?.[key] as number | null | undefined) ?? NaN;
    }
  }
}
