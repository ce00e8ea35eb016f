import { allocateBars, type BarColumns } from '../../src/shared/domain/candle/bar-columns';
import type { EvidenceQuestion } from '../../src/shared/domain/event-study/evidence-question';
import { USUAL_EVIDENCE } from '../../src/shared/domain/event-study/evidence-question';
import type { LoadedSeries } from '../../electron/data/evidence/study-series-store';
import type { InstrumentId } from '../../src/shared/domain/instrument/instrument';
import type { MarketSource } from '../../src/shared/domain/quote/quote';
import { normals, weekday, weekdays } from './study-returns';

export interface StudyBars {
  readonly sessions: number;
  readonly seed: number;
  /** Standard deviation of a day of its own. */
  readonly deviation?: number;
  /** Share of the market's return in its own. */
  readonly beta?: number;
  readonly market?: BarColumns;
  /** Returns that are added on some sessions, by their numbers. */
  readonly jumps?: Readonly<Record<number, number>>;
}

/** Daily bars of weekdays, with returns of a seed. */
export function studyBars(made: StudyBars): BarColumns {
  const { sessions, seed, deviation = 0.01, beta = 0, market, jumps = {} } = made;
  const normal = normals(seed);
  const bars = allocateBars(sessions);
  bars.time.set(weekdays(sessions));
  let close = 100;
  for (let index = 0; index < sessions; index++) {
    const [now, last] = [market?.close[index] ?? 1, market?.close[index - 1] ?? 1];
    const open = close;
    close *= 1 + beta * (now / last - 1) + deviation * normal() + (jumps[index] ?? 0);
    bars.open[index] = open;
    bars.high[index] = Math.max(open, close);
    bars.low[index] = Math.min(open, close);
    bars.close[index] = close;
    bars.volume[index] = 1000 + (index % 5);
    bars.adjustedClose[index] = NaN;
  }
  return bars;
}

/** Bars as the data process has them once they are loaded. */
export function loadedSeries(
  instrument: InstrumentId,
  bars: BarColumns,
  source: MarketSource = 'csv-folder',
): LoadedSeries {
  return {
    ...{ instrument, bars, source, suspects: [], calendar: null, isAdjusted: true },
    closes: { keys: bars.time, values: bars.close },
  };
}

/** A question about the session with this number, compared with an index. */
export function questionAt(
  session: number,
  rest: Partial<EvidenceQuestion> = {},
): EvidenceQuestion {
  return {
    ...{ instrument: 'XNAS:ACME', index: 'INDEX:^IXIC', sector: 'INDEX:^SOX' },
    benchmark: { kind: 'instrument', instrument: 'INDEX:^IXIC' },
    ...{ session: weekday(session), settings: USUAL_EVIDENCE, until: null, sensitivity: false },
    ...rest,
  };
}
