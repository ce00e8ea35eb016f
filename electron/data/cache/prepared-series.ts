import {
  type BarColumns,
  packBars,
  viewPackedBars,
} from '../../../src/shared/domain/candle/bar-columns';
import { type Interval, INTERVAL_SECONDS } from '../../../src/shared/domain/candle/interval';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import { encodeChunk } from './chunk-codec';
import { chunkParts } from './chunk-period';
import type { PreparedChunk } from './chunk-table';
import { TAIL_BARS } from './tail-table';
import type { SeriesOrigin } from './series-origin';

/** A series in the form in which it is stored: writing it takes a moment. */
export interface PreparedSeries {
  readonly instrument: InstrumentId;
  readonly interval: Interval;
  readonly chunks: readonly PreparedChunk[];
  /** The newest bars, which stay rows. */
  readonly tail: BarColumns;
  readonly origin: SeriesOrigin;
}

/** Encodes all bars but the newest, a chunk with every step, so that others get their turn between. */
export function* encodeChunks(bars: BarColumns, interval: Interval): Generator<PreparedChunk> {
  const tf = INTERVAL_SECONDS[interval];
  const end = Math.max(0, bars.length - TAIL_BARS);
  for (const { t0, from, to } of chunkParts(bars, end, tf)) {
    yield { t0, count: to - from, ...encodeChunk(viewPackedBars(packBars(bars, from, to))) };
  }
}

/** The bars that stay rows. */
export function tailOf(bars: BarColumns): BarColumns {
  return viewPackedBars(packBars(bars, Math.max(0, bars.length - TAIL_BARS)));
}
