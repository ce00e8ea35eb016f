import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allocateBars,
  type BarColumns,
  subBars,
} from '../../../../../src/shared/domain/candle/bar-columns';
import { sessionStarts } from '../../../../../src/shared/domain/candle/session-starts';
import { computeIndicator } from '../../../../../src/shared/domain/indicators/indicator-run';
import { INDICATORS } from '../../../../../src/shared/domain/indicators/indicator-catalogue';
import { standardParams } from '../../../../../src/shared/domain/chart/study-choice';
import { columnOrder } from '../../../../../src/features/chart/studies/study-plots';
import { StudyRuns, type WantedRun } from '../../../../../src/features/chart/studies/study-runs';

const HOUR = 3600;
const START = Date.UTC(2026, 4, 4) / 1000;

/** Hourly bars around the clock that rise and fall. */
function bars(length: number, bent = 0): BarColumns {
  const made = allocateBars(length);
  for (let index = 0; index < length; index++) {
    const close = 100 + 10 * Math.sin(index / 5) + (index === length - 1 ? bent : 0);
    made.time[index] = START + index * HOUR;
    made.open[index] = close - 1;
    made.high[index] = close + 2;
    made.low[index] = close - 2;
    made.close[index] = close;
    made.volume[index] = 10 + (index % 7);
    made.adjustedClose[index] = NaN;
  }
  return made;
}

const ALL: readonly WantedRun[] = INDICATORS.map((indicator) => ({
  key: indicator.id,
  indicator: indicator.id,
  params: {
    ...standardParams(indicator),
    ...(indicator.id === 'anchored-vwap' ? { anchor: START + 9 * HOUR } : {}),
  },
}));

const whole = (series: BarColumns, { indicator, params }: WantedRun) => {
  const found = INDICATORS.find(({ id }) => id === indicator);
  if (!found) throw new Error(`no ${indicator}`);
  return computeIndicator(found, params, {
    bars: series,
    sessionStarts: sessionStarts(series, undefined),
  });
};

describe('the studies of one chart', () => {
  it('have the values of a computation of the same bars', () => {
    const series = bars(90);
    const runs = new StudyRuns();
    runs.arrange(ALL, { read: series, calendar: undefined }, series);
    for (const wanted of ALL) expect(runs.outputsOf(wanted.key)).toEqual(whole(series, wanted));
  });

  it('go on bar by bar, and say the same as a computation of the whole', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 12 }),
        (start, steps) => {
          const read = bars(start);
          const runs = new StudyRuns();
          runs.arrange(ALL, { read, calendar: undefined }, read);
          let length = start;
          let last = read;
          for (const step of steps) {
            length += step;
            last = bars(length, step + 1);
            const grown = bars(length, step + 1);
            const updates = runs.tick(grown);
            expect(updates.filter(({ id }) => id === 'sma')).toHaveLength(step + 1);
          }
          const settled = bars(length);
          runs.tick(settled);
          expect(last.length).toBe(length);
          for (const wanted of ALL) {
            expect(runs.outputsOf(wanted.key)).toEqual(whole(settled, wanted));
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('tell what is new in the order of the columns that are drawn', () => {
    const series = bars(60);
    const runs = new StudyRuns();
    runs.arrange(ALL, { read: series, calendar: undefined }, subBars(series, 0, 59));
    for (const { id, index, values } of runs.tick(series)) {
      const order = columnOrder(id);
      expect(values).toEqual(order.map((at) => runs.valuesAt(id, index)[at]));
    }
  });

  it('keep what stays as it was, and begin anew with other bars or parameters', () => {
    const series = bars(40);
    const origin = { read: series, calendar: undefined };
    const sma = { key: 'a', indicator: 'sma', params: { period: 5 } };
    const runs = new StudyRuns();
    runs.arrange([sma], origin, series);
    const [first] = runs.outputsOf('a');
    runs.arrange([sma, { ...sma, key: 'b' }], origin, series);
    expect(runs.outputsOf('a')[0]?.buffer).toBe(first?.buffer);
    runs.arrange([{ ...sma, params: { period: 6 } }], origin, series);
    expect(runs.outputsOf('a')[0]?.buffer).not.toBe(first?.buffer);
    expect(runs.outputsOf('b')).toEqual([]);
    const other = bars(20);
    runs.arrange([sma], { read: other, calendar: undefined }, other);
    expect(runs.outputsOf('a')).toEqual(whole(other, sma));
  });

  it('know where the series ends before the first value', () => {
    const series = bars(10);
    const runs = new StudyRuns();
    const wanted = [5, 11].map((period) => ({
      key: `sma-${period}`,
      indicator: 'sma',
      params: { period },
    }));
    runs.arrange(wanted, { read: series, calendar: undefined }, series);
    expect([runs.hasValues('sma-5'), runs.hasValues('sma-11')]).toEqual([true, false]);
    expect(runs.valuesAt('sma-5', 9)).toHaveLength(1);
    expect(runs.valuesAt('sma-5', 99)).toEqual([NaN]);
  });
});
