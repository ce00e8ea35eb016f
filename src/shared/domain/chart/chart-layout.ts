import { MOST_COMPARED } from '../candle/compare';
import { CHART_INTERVALS, type ChartInterval } from '../candle/interval';
import { type InstrumentId, isInstrumentId } from '../instrument/instrument';
import { type CompareBase, readCompareBase } from './compare-base';
import { SESSION_COUNTS, type SessionCount } from './session-count';

/** How many charts stand on the desk. */
export const CHART_COUNTS = [1, 2, 4] as const;
export type ChartCount = (typeof CHART_COUNTS)[number];

/** What one chart of a layout shows. */
export interface ChartSetup {
  readonly instrument: InstrumentId;
  readonly interval: ChartInterval;
  /** Others on the percent axis beside it, at most seven. */
  readonly compared: readonly InstrumentId[];
  /** From which close changes count; left out: from the first session in view. */
  readonly base?: Exclude<CompareBase, { kind: 'view' }>;
  /** The line of so many sessions stands in place of the bars; left out: the bars. */
  readonly sessions?: Exclude<SessionCount, 0>;
}

/** Charts that were saved together. */
export interface ChartLayout {
  readonly name: string;
  /** One setup for each chart: one, two or four. */
  readonly charts: readonly ChartSetup[];
  /** A crosshair on one shows on all. */
  readonly linkCrosshair: boolean;
  /** Charting an instrument charts it on all. */
  readonly linkInstrument: boolean;
}

export const LONGEST_LAYOUT_NAME = 60;
export const MOST_LAYOUTS = 50;

/** A layout as it was stored or sent; null where that is none. */
export function readChartLayout(value: unknown): ChartLayout | null {
  if (!isRecord(value)) return null;
  const { name, charts, linkCrosshair, linkInstrument } = value;
  if (!isName(name) || !Array.isArray(charts)) return null;
  if (typeof linkCrosshair !== 'boolean' || typeof linkInstrument !== 'boolean') return null;
  const setups = readChartSetups(charts);
  return setups && { name, charts: setups, linkCrosshair, linkInstrument };
}

/** The charts of a desk as they were stored or sent; null where that is none. */
export function readChartSetups(value: readonly unknown[]): readonly ChartSetup[] | null {
  const setups = value.map(readSetup);
  const isComplete = CHART_COUNTS.some((count) => count === setups.length);
  return isComplete && setups.every((setup) => setup !== null) ? setups : null;
}

function readSetup(value: unknown): ChartSetup | null {
  if (!isRecord(value)) return null;
  const { instrument, interval, compared } = value;
  const known = CHART_INTERVALS.find((each) => each === interval);
  if (!isId(instrument) || known === undefined) return null;
  if (!Array.isArray(compared) || compared.length >= MOST_COMPARED) return null;
  return compared.every(isId)
    ? { instrument, interval: known, compared, ...readView(value) }
    : null;
}

/** What is missing or of a newer version is as at first. */
function readView(value: Readonly<Record<string, unknown>>): Pick<ChartSetup, 'base' | 'sessions'> {
  const base = readCompareBase(value['base']);
  const sessions = SESSION_COUNTS.find((count) => count === value['sessions']);
  return { ...(base && base.kind !== 'view' && { base }), ...(sessions && { sessions }) };
}

/** True for a chart that shows nothing beside the bars of its instrument. */
export function isPlainSetup({ compared, sessions }: ChartSetup): boolean {
  return compared.length === 0 && sessions === undefined;
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.trim() === value && isBetween(value.length);
}

function isBetween(length: number): boolean {
  return length >= 1 && length <= LONGEST_LAYOUT_NAME;
}

function isId(value: unknown): value is InstrumentId {
  return typeof value === 'string' && isInstrumentId(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
