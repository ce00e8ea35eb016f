import { describe, expect, it } from 'vitest';
import type { EventMeasure } from '../../../../../../src/shared/domain/event-study/event-measure';
import { fitModel } from '../../../../../../src/shared/domain/event-study/fit-model';
import { measureEvent } from '../../../../../../src/shared/domain/event-study/measure-event';
import { measurePanel } from '../../../../../../src/shared/domain/event-study/panel/measure-panel';
import type { PanelMeasure } from '../../../../../../src/shared/domain/event-study/panel/panel-measure';
import type {
  PairedReturns,
  StudyParameters,
} from '../../../../../../src/shared/domain/event-study/study-spec';
import { STDLIB_DISTRIBUTIONS } from '../../../../../../src/shared/statistics/stdlib-distributions';
import {
  naiveEvent,
  naiveKp,
  naiveMeanCorrelation,
  naivePatell,
  naiveRanks,
  naiveSign,
  naiveSignFlip,
  naiveSumVariance,
  naiveT,
} from '../../../../../helpers/naive-panel';
import { madeUpPanel } from '../../../../../helpers/study-returns';
import { toDate } from '../../../../../../src/shared/domain/calendar/calendar-date';

const LENGTH = 60;
const GAP = 4;
const DAYS = 3;
const SESSIONS = LENGTH + GAP + DAYS;

function measureOf(returns: PairedReturns, length = LENGTH): EventMeasure {
  const event = returns.keys.length - DAYS;
  return measureEvent(
    { returns, date: toDate(returns.keys[event] as number) },
    { model: 'market', estimation: { length, gap: GAP }, window: [0, DAYS - 1] },
    STDLIB_DISTRIBUTIONS,
  );
}

function panelOf(subjects: readonly PairedReturns[]): PanelMeasure {
  return measurePanel(
    subjects.map((one) => measureOf(one)),
    DAYS,
    STDLIB_DISTRIBUTIONS,
  );
}

/** Without the days at these places, so that no two members have quite the same days. */
function withHoles(returns: PairedReturns, holes: readonly number[]): PairedReturns {
  const kept = (values: Float64Array): Float64Array =>
    values.filter((_, at) => !holes.includes(at));
  return {
    keys: kept(returns.keys),
    security: kept(returns.security),
    market: kept(returns.market),
  };
}

const CASES = {
  'one session for all': madeUpPanel({ seed: 1, events: 9, sessions: SESSIONS, correlation: 0.3 }),
  'windows that overlap in part': madeUpPanel({
    ...{ seed: 2, events: 8, sessions: SESSIONS, correlation: 0.3 },
    shift: 1,
  }),
  'windows that lie apart': madeUpPanel({ seed: 3, events: 7, sessions: SESSIONS, shift: 5 }),
  'days missing here and there': madeUpPanel({
    ...{ seed: 4, events: 8, sessions: SESSIONS + 2, correlation: 0.4 },
  }).map((returns, at) => withHoles(returns, [3 + at, 20 + 3 * (at % 4)])),
  'groups of a day each': [0, 40, 41].flatMap((from) =>
    madeUpPanel({ seed: 5, events: 4, sessions: SESSIONS + 41, correlation: 0.5 }).map((one) => ({
      keys: one.keys.slice(from, from + SESSIONS),
      security: one.security.slice(from, from + SESSIONS),
      market: one.market.slice(from, from + SESSIONS),
    })),
  ),
};

describe.each(Object.entries(CASES))(
  'measurePanel against the plain formulas: %s',
  (_, subjects) => {
    const panel = panelOf(subjects);
    const naive = subjects.map((one) => naiveEvent(one, LENGTH, GAP));
    const r = naiveMeanCorrelation(naive);
    const cars = naive.map(({ car }) => car);
    const scars = naive.map(({ car, carVariance }) => car / Math.sqrt(carVariance));

    it('has the tests of each day', () => {
      const ranks = naiveRanks(naive);
      for (let day = 0; day < DAYS; day++) {
        const ar = naive.map((one) => one.ar[day] as number);
        const sar = naive.map((one) => one.sar[day] as number);
        const found = panel.days[day];
        expect(panel.meanAr[day]).toBeCloseTo(ar.reduce((a, b) => a + b) / ar.length, 13);
        expect(found?.crossSectionT.value).toBeCloseTo(naiveT(ar), 9);
        expect(found?.patell.value).toBeCloseTo(naivePatell(sar, LENGTH), 9);
        expect(found?.bmp.value).toBeCloseTo(naiveT(sar), 9);
        expect(found?.kp.value).toBeCloseTo(naiveKp(sar, r), 9);
        expect(found?.rank.value).toBeCloseTo(ranks[0][day] as number, 9);
        expect(found?.generalisedSign.value).toBeCloseTo(naiveSign(naive, ar), 9);
      }
    });

    it('has the tests of the whole window', () => {
      const { tests } = panel;
      expect(panel).toMatchObject({ events: subjects.length, leftOut: 0 });
      expect(panel.caar.value).toBeCloseTo(cars.reduce((a, b) => a + b) / cars.length, 13);
      expect(tests.crossSectionT.value).toBeCloseTo(naiveT(cars), 9);
      expect(tests.patell.value).toBeCloseTo(naivePatell(scars, LENGTH), 9);
      expect(tests.bmp.value).toBeCloseTo(naiveT(scars), 9);
      expect(tests.kp.value).toBeCloseTo(naiveKp(scars, r), 9);
      expect(tests.rank.value).toBeCloseTo(naiveRanks(naive)[1], 9);
      expect(tests.generalisedSign.value).toBeCloseTo(naiveSign(naive, cars), 9);
      expect(panel.signFlip).toMatchObject({ method: 'exact' });
      expect(panel.signFlip?.p).toBeCloseTo(naiveSignFlip(cars), 13);
    });

    it('has what the events share', () => {
      expect(panel.meanResidualCorrelation.value).toBeCloseTo(r, 11);
      const error = Math.sqrt(naiveSumVariance(naive));
      expect(panel.portfolio.value).toBeCloseTo(cars.reduce((a, b) => a + b) / error, 9);
      expect(panel.cumulativeError[DAYS - 1]).toBeCloseTo(error / subjects.length, 12);
    });
  },
);

describe('measurePanel', () => {
  it('tests the events of one session as one portfolio would be tested', () => {
    const subjects = CASES['one session for all'];
    const [first] = subjects as [PairedReturns, ...PairedReturns[]];
    const portfolio = {
      ...first,
      security: first.security.map(
        (_, day) =>
          subjects.reduce((sum, { security }) => sum + (security[day] as number), 0) /
          subjects.length,
      ),
    };
    const alone = measureOf(portfolio);
    const panel = panelOf(subjects);
    expect(alone.kind === 'measured' && alone.window?.scar).toBeCloseTo(
      panel.portfolio.value as number,
      9,
    );
    expect(alone.kind === 'measured' && alone.window?.p).toBeCloseTo(
      panel.portfolio.p as number,
      9,
    );
    expect(fitModel('market', portfolio, 0, LENGTH)).toHaveProperty('degrees', LENGTH - 2);
  });

  it('knows how the windows lie', () => {
    const sharing = Object.values(CASES).map((subjects) => panelOf(subjects).sharing);
    expect(sharing).toEqual(['all', 'some', 'none', 'all', 'some']);
  });

  it('has no test across events for one event', () => {
    const [one] = CASES['one session for all'] as [PairedReturns, ...PairedReturns[]];
    const panel = panelOf([one]);
    const alone = measureOf(one);
    const scar = alone.kind === 'measured' ? (alone.window?.scar as number) : NaN;
    const undefinedTest = { value: null, p: null, reason: 'one-event' };
    for (const tests of [panel.tests, ...panel.days]) {
      expect(tests.crossSectionT).toEqual(undefinedTest);
      expect(tests.bmp).toEqual(undefinedTest);
      expect(tests.kp).toEqual(undefinedTest);
      expect(tests.rank).toEqual(undefinedTest);
    }
    expect(panel.portfolio.value).toBeCloseTo(scar, 11);
    expect(panel.tests.patell.value).toBeCloseTo(scar * Math.sqrt(56 / 58), 11);
    expect(panel.meanResidualCorrelation).toEqual({ value: null, reason: 'one-event' });
    expect(panel.signFlip).toMatchObject({ p: 1, smallest: 1 });
  });

  it('has no statistic at all without an event, and never NaN for one', () => {
    const panel = panelOf([]);
    expect(panel).toMatchObject({ events: 0, signFlip: null, sharing: 'none' });
    const statistics = [panel.portfolio, ...Object.values(panel.tests)];
    expect(statistics.map(({ value }) => value)).toEqual(statistics.map(() => null));
    expect(panel.caar).toEqual({ value: null, reason: 'no-event' });
  });

  it('has no spread where all events are one and the same', () => {
    const [one] = CASES['one session for all'] as [PairedReturns, ...PairedReturns[]];
    const panel = panelOf([one, one, one]);
    expect(panel.tests.bmp).toEqual({ value: null, p: null, reason: 'no-spread' });
    expect(panel.tests.kp).toEqual({ value: null, p: null, reason: 'no-spread' });
    expect(panel.meanResidualCorrelation.value).toBeCloseTo(1, 12);
  });

  it('leaves out what has no whole window, and counts it', () => {
    const [one, other, third] = CASES['windows that lie apart'] as PairedReturns[];
    const cut = (returns: PairedReturns): PairedReturns => ({
      keys: returns.keys.slice(0, -1),
      security: returns.security.slice(0, -1),
      market: returns.market.slice(0, -1),
    });
    const date = toDate(third?.keys[SESSIONS - DAYS] as number);
    const parameters: StudyParameters = {
      model: 'market',
      estimation: { length: LENGTH, gap: GAP },
      window: [0, DAYS - 1],
    };
    const open = measureEvent(
      { returns: cut(third as PairedReturns), date },
      parameters,
      STDLIB_DISTRIBUTIONS,
    );
    expect(open.kind).toBe('measured');
    const measures = [
      measureOf(one as PairedReturns),
      open,
      measureOf(other as PairedReturns),
      measureOf(one as PairedReturns, 500),
    ];
    const panel = measurePanel(measures, DAYS, STDLIB_DISTRIBUTIONS);
    expect(panel).toMatchObject({ events: 2, leftOut: 2 });
    expect(panel.meanAr.every(Number.isFinite)).toBe(true);
  });

  it('corrects nothing where no days are shared', () => {
    const [one, other] = CASES['windows that lie apart'] as PairedReturns[];
    const later = { ...other, keys: other?.keys.map((key) => key + 10 * 365 * 86_400) };
    const panel = panelOf([one, later] as PairedReturns[]);
    expect(panel.meanResidualCorrelation).toEqual({ value: null, reason: 'no-shared-days' });
    expect(panel.tests.kp.value).toBeCloseTo(panel.tests.bmp.value as number, 13);
  });
});
