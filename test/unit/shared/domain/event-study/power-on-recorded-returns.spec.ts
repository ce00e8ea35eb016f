import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toDate } from '../../../../../src/shared/domain/calendar/calendar-date';
import { readStudyTable } from '../../../../../src/shared/domain/event-study/command/read-study-table';
import { isFault } from '../../../../../src/shared/domain/event-study/command/study-fault';
import type { EventMeasure } from '../../../../../src/shared/domain/event-study/event-measure';
import { judgeEvent } from '../../../../../src/shared/domain/event-study/judge-event';
import { judgePanel } from '../../../../../src/shared/domain/event-study/judge-panel';
import { measureEvent } from '../../../../../src/shared/domain/event-study/measure-event';
import {
  type DatedColumn,
  pairReturns,
} from '../../../../../src/shared/domain/event-study/paired-returns';
import { measurePanel } from '../../../../../src/shared/domain/event-study/panel/measure-panel';
import type { PairedReturns } from '../../../../../src/shared/domain/event-study/study-spec';
import { createRandomSource } from '../../../../../src/shared/domain/simulation/random-source';
import { STDLIB_DISTRIBUTIONS } from '../../../../../src/shared/statistics/stdlib-distributions';

const FIXTURES = resolve(import.meta.dirname, '../../../../../../shared/fixtures');
const INDEX = `${FIXTURES}/skfolio/sp500-aapl-amd-msft-adjclose-1990-2022.csv`;
const SECURITIES = ['AAPL', 'AMZN', 'GOOGL', 'INTC', 'META', 'MSFT', 'NVDA', 'TSLA'];
const isHere = existsSync(INDEX) && existsSync(`${FIXTURES}/big-tech-ohlcv`);

const LENGTH = 250;
const PANELS = 150;
const EVENTS = 24;

function columnOf(path: string, name: string): DatedColumn {
  const table = readStudyTable(readFileSync(path, 'utf8'));
  if (isFault(table)) throw new Error(table.message);
  return { keys: table.keys, values: table.series.get(name) ?? new Float64Array(0) };
}

function recorded(): readonly PairedReturns[] {
  const index = columnOf(INDEX, 'SP500');
  return SECURITIES.map((name) =>
    pairReturns(columnOf(`${FIXTURES}/big-tech-ohlcv/${name}.csv`, 'Adj Close'), index, 'prices'),
  );
}

/** Events of chance days, each moved by `effect`; seeded. */
function chanceEvents(
  all: readonly PairedReturns[],
  effect: number,
): (seed: number) => readonly EventMeasure[] {
  return (seed) => {
    const random = createRandomSource([seed, 0xbeef, 0xcafe]);
    return Array.from({ length: EVENTS }, () => {
      const returns = all[Math.floor(random() * all.length)] as PairedReturns;
      const row = LENGTH + Math.floor(random() * (returns.keys.length - LENGTH));
      const security = returns.security.with(row, (returns.security[row] as number) + effect);
      return measureEvent(
        { returns: { ...returns, security }, date: toDate(returns.keys[row] as number) },
        { model: 'market', estimation: { length: LENGTH, gap: 0 }, window: [0, 0] },
        STDLIB_DISTRIBUTIONS,
      );
    });
  };
}

const unusualPanels = (events: (seed: number) => readonly EventMeasure[]): number => {
  let found = 0;
  for (let seed = 1; seed <= PANELS; seed++) {
    const panel = measurePanel(events(seed), 1, STDLIB_DISTRIBUTIONS);
    if (judgePanel(panel, []).verdict === 'unusual') found++;
  }
  return found / PANELS;
};

const unusualEvents = (events: (seed: number) => readonly EventMeasure[]): number => {
  let [found, all] = [0, 0];
  for (let seed = 1; seed <= PANELS; seed++) {
    for (const measure of events(seed)) {
      const { verdict } = judgeEvent({ measure, placeboOnly: false, doubts: [] });
      if (verdict === 'unusual') found++;
      all++;
    }
  }
  return found / all;
};

describe('recorded returns on chance days (skipped where they are not there)', () => {
  const all = isHere ? recorded() : [];

  it.skipIf(!isHere)('are called unusual hardly more often than 5 % without an effect', () => {
    // Volatility comes and goes, so that a single quiet year before a wild day still fools both.
    expect(unusualEvents(chanceEvents(all, 0))).toBeLessThan(0.07);
    const margin = 4 * Math.sqrt((0.05 * 0.95) / PANELS);
    expect(unusualPanels(chanceEvents(all, 0))).toBeLessThan(0.05 + margin);
  });

  it.skipIf(!isHere)('are called unusual with an effect that the noise cannot hide', () => {
    // A day of these securities swings by about 1.7 % of its own, the mean of 24 by 0.35 %.
    expect(unusualPanels(chanceEvents(all, 0.01))).toBeGreaterThan(0.6);
    expect(unusualPanels(chanceEvents(all, 0.02))).toBeGreaterThan(0.97);
    expect(unusualPanels(chanceEvents(all, -0.02))).toBeGreaterThan(0.97);
    expect(unusualEvents(chanceEvents(all, 0.1))).toBeGreaterThan(0.95);
  });

  it.skipIf(!isHere)('find more the larger the effect', () => {
    const shares = [0, 0.003, 0.006, 0.012].map((effect) =>
      unusualPanels(chanceEvents(all, effect)),
    );
    expect(shares).toEqual(shares.toSorted((one, other) => one - other));
  });
});
