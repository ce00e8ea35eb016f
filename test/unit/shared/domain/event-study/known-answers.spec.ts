import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStudyTable } from '../../../../../src/shared/domain/event-study/command/read-study-table';
import { isFault } from '../../../../../src/shared/domain/event-study/command/study-fault';
import { measureEvent } from '../../../../../src/shared/domain/event-study/measure-event';
import {
  type DatedColumn,
  pairReturns,
} from '../../../../../src/shared/domain/event-study/paired-returns';
import { STDLIB_DISTRIBUTIONS } from '../../../../../src/shared/statistics/stdlib-distributions';

const SHARED = resolve(import.meta.dirname, '../../../../../../shared');
const ANSWERS = `${SHARED}/facts/event-study-expected.json`;
const INDEX = `${SHARED}/fixtures/skfolio/sp500-aapl-amd-msft-adjclose-1990-2022.csv`;

interface KnownCase {
  readonly event: string;
  readonly security: string;
  readonly eventDate: string;
  readonly eventTradingDate: string;
  readonly alpha: number;
  readonly beta: number;
  /** Mean square of the residuals: their sum over n, not over n - 2. */
  readonly residualVariance: number;
  readonly estimation: readonly [string, string];
  readonly AR: readonly number[];
  readonly CAR: readonly number[];
  /** CAR over the root of residualVariance times days: without what a forecast adds. */
  readonly tCAR: readonly number[];
}

const isHere = existsSync(ANSWERS) && existsSync(INDEX);
const cases = isHere
  ? (JSON.parse(readFileSync(ANSWERS, 'utf8')) as { cases: readonly KnownCase[] }).cases
  : [];

function columnOf(path: string, name: string): DatedColumn {
  const table = readStudyTable(readFileSync(path, 'utf8'));
  if (isFault(table)) throw new Error(table.message);
  return { keys: table.keys, values: table.series.get(name) ?? new Float64Array(0) };
}

describe('the known answers (skipped where the recorded prices are not there)', () => {
  it.skipIf(!isHere)('are all there', () => {
    expect(cases.length).toBeGreaterThanOrEqual(5);
  });

  it.skipIf(!isHere).each(cases)('$security $eventDate: $event', (known) => {
    const security = columnOf(
      `${SHARED}/fixtures/big-tech-ohlcv/${known.security}.csv`,
      'Adj Close',
    );
    const returns = pairReturns(security, columnOf(INDEX, 'SP500'), 'prices');
    const event = measureEvent(
      { returns, date: known.eventDate },
      { model: 'market', estimation: { length: 250, gap: 30 }, window: [-5, 5] },
      STDLIB_DISTRIBUTIONS,
    );
    if (event.kind === 'unmeasured') throw new Error(event.reason);
    expect(event.session).toBe(known.eventTradingDate);
    expect(event.estimation).toEqual(known.estimation);
    expect(event.alpha).toBeCloseTo(known.alpha, 10);
    expect(event.beta).toBeCloseTo(known.beta, 9);
    const meanSquare = (event.s * event.s * event.degrees) / event.length;
    expect(meanSquare).toBeCloseTo(known.residualVariance, 11);
    known.AR.forEach((value, day) => expect(event.ar[day]).toBeCloseTo(value, 9));
    known.CAR.forEach((value, day) => expect(event.cumulative[day]).toBeCloseTo(value, 9));
    known.tCAR.forEach((value, day) => {
      const t = (event.cumulative[day] as number) / Math.sqrt(meanSquare * (day + 1));
      expect(t).toBeCloseTo(value, 7);
    });
  });
});
