import { readFileSync } from 'node:fs';
import { allocateBars, type BarColumns } from '../../../../../src/shared/domain/candle/bar-columns';
import type { IndicatorInput } from '../../../../../src/shared/domain/indicators/indicator';

const FOLDER = new URL('../../../../fixtures/indicators/', import.meta.url);

/** What TA-Lib computes; see the README beside the file. */
export interface ReferenceVector {
  readonly indicator: string;
  readonly params: Readonly<Record<string, number>>;
  /** Index of the bar that the first value belongs to. */
  readonly lookback: number;
  readonly outputs: Readonly<Record<string, readonly number[]>>;
}

type PriceName = 'open' | 'high' | 'low' | 'close' | 'volume';

export function referenceBars(): BarColumns {
  const text = readFileSync(new URL('bars.json', FOLDER), 'utf8');
  const columns = JSON.parse(text) as Record<PriceName, number[]>;
  const bars = allocateBars(columns.close.length);
  for (const name of Object.keys(columns) as PriceName[]) bars[name].set(columns[name]);
  for (let index = 0; index < bars.length; index++) bars.time[index] = index * 60;
  return bars;
}

export function referenceVectors(): readonly ReferenceVector[] {
  return JSON.parse(readFileSync(new URL('talib.json', FOLDER), 'utf8')) as ReferenceVector[];
}

export function barsFrom(columns: Partial<Record<PriceName | 'time', readonly number[]>>) {
  const length = Math.max(...Object.values(columns).map((values) => values.length));
  const bars = allocateBars(length);
  for (let index = 0; index < length; index++) bars.time[index] = index * 60;
  for (const [name, values] of Object.entries(columns)) bars[name as PriceName].set(values);
  return bars;
}

export const inputOf = (
  bars: BarColumns,
  sessionStarts: readonly number[] = [],
): IndicatorInput => ({ bars, sessionStarts: Float64Array.from(sessionStarts) });
