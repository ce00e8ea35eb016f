import type { BarColumns } from '../../../src/shared/domain/candle/bar-columns';
import { INTERVAL_SECONDS } from '../../../src/shared/domain/candle/interval';

const CHUNK_YEARS = 10;
const DAILY_SECONDS = INTERVAL_SECONDS.D;

/** What one chunk covers: UTC seconds, `t0` included, `until` excluded. */
export interface ChunkPeriod {
  readonly t0: number;
  readonly until: number;
}

/** The ten calendar years (UTC) that a session key lies in; for shorter bars the calendar month. */
export function chunkPeriod(time: number, tf: number): ChunkPeriod {
  const date = new Date(time * 1000);
  const year = date.getUTCFullYear();
  if (tf < DAILY_SECONDS) {
    const month = date.getUTCMonth();
    return { t0: Date.UTC(year, month) / 1000, until: Date.UTC(year, month + 1) / 1000 };
  }
  const first = Math.floor(year / CHUNK_YEARS) * CHUNK_YEARS;
  return { t0: startOfYear(first), until: startOfYear(first + CHUNK_YEARS) };
}

/** A run of bars that belong into one chunk, by their indices; `to` is excluded. */
export interface ChunkPart {
  readonly t0: number;
  readonly from: number;
  readonly to: number;
}

/** The bars before index `end`, by the chunks that they belong into. */
export function* chunkParts(bars: BarColumns, end: number, tf: number): Iterable<ChunkPart> {
  for (let from = 0; from < end;) {
    const { t0, until } = chunkPeriod(bars.time[from] as number, tf);
    let to = from;
    while (to < end && (bars.time[to] as number) < until) to++;
    yield { t0, from, to };
    from = to;
  }
}

/** `Date.UTC` would take the years 0 to 99 for 1900 to 1999. */
function startOfYear(year: number): number {
  return new Date(0).setUTCFullYear(year, 0, 1) / 1000;
}
