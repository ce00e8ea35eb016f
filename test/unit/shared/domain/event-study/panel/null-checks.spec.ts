import { describe, expect, it } from 'vitest';
import { judgePanel } from '../../../../../../src/shared/domain/event-study/judge-panel';
import { measureEvent } from '../../../../../../src/shared/domain/event-study/measure-event';
import { measurePanel } from '../../../../../../src/shared/domain/event-study/panel/measure-panel';
import {
  PANEL_TESTS,
  type PanelMeasure,
} from '../../../../../../src/shared/domain/event-study/panel/panel-measure';
import { toDate } from '../../../../../../src/shared/domain/calendar/calendar-date';
import type { PairedReturns } from '../../../../../../src/shared/domain/event-study/study-spec';
import { STDLIB_DISTRIBUTIONS } from '../../../../../../src/shared/statistics/stdlib-distributions';
import { type MadeUpPanel, madeUpPanel } from '../../../../../helpers/study-returns';

const PANELS = 600;
const EVENTS = 14;
const LENGTH = 100;
const DAYS = 3;

type Measured = (typeof PANEL_TESTS)[number] | 'portfolio' | 'signFlip' | 'verdict';
type Shares = Readonly<Record<Measured, number>>;

/** How often each test calls a window without any effect unusual, at 5 %. */
function sizes(options: Omit<MadeUpPanel, 'seed' | 'events' | 'sessions'>): Shares {
  const counts: Record<string, number> = {};
  for (let seed = 1; seed <= PANELS; seed++) {
    const subjects = madeUpPanel({ ...options, seed, events: EVENTS, sessions: LENGTH + DAYS });
    for (const [name, p] of Object.entries(pValues(panelOf(subjects)))) {
      counts[name] = (counts[name] ?? 0) + (p < 0.05 ? 1 : 0);
    }
  }
  return Object.fromEntries(
    Object.entries(counts).map(([name, count]) => [name, count / PANELS]),
  ) as Shares;
}

function panelOf(subjects: readonly PairedReturns[]): PanelMeasure {
  const measures = subjects.map((returns) =>
    measureEvent(
      { returns, date: toDate(returns.keys[LENGTH] as number) },
      { model: 'market', estimation: { length: LENGTH, gap: 0 }, window: [0, DAYS - 1] },
      STDLIB_DISTRIBUTIONS,
    ),
  );
  return measurePanel(measures, DAYS, STDLIB_DISTRIBUTIONS);
}

function pValues(panel: PanelMeasure): Record<string, number> {
  const tests = PANEL_TESTS.map((test) => [test, panel.tests[test].p ?? 1] as const);
  return {
    ...Object.fromEntries(tests),
    portfolio: panel.portfolio.p ?? 1,
    signFlip: panel.signFlip?.p ?? 1,
    verdict: judgePanel(panel, []).verdict === 'unusual' ? 0 : 1,
  };
}

/** 5 %, give or take four standard errors of as many panels. */
const MARGIN = 4 * Math.sqrt((0.05 * 0.95) / PANELS);
const [LOWEST, HIGHEST] = [0.05 - MARGIN, 0.05 + MARGIN];

describe('the size of each test without any effect', () => {
  it('is 5 % where no events share a session', () => {
    const shares = sizes({ shift: DAYS });
    for (const [name, share] of Object.entries(shares)) {
      // Their residuals are not correlated, so that KP has next to nothing to correct.
      expect(share, name).toBeLessThan(HIGHEST);
      expect(share, name).toBeGreaterThan(LOWEST);
    }
  });

  it('is far above it for BMP on one session with residuals correlated by 0.3, and not for KP', () => {
    const shares = sizes({ correlation: 0.3 });
    // The variance of the mean is 1 + 13 * 0.3 = 4.9 times what BMP takes it for.
    for (const fooled of [
      'crossSectionT',
      'patell',
      'bmp',
      'generalisedSign',
      'signFlip',
    ] as const) {
      expect(shares[fooled], fooled).toBeGreaterThan(0.25);
    }
    for (const right of ['kp', 'portfolio', 'rank', 'verdict'] as const) {
      expect(shares[right], right).toBeGreaterThan(LOWEST);
      expect(shares[right], right).toBeLessThan(HIGHEST);
    }
  });

  it('is 5 % for the portfolio and the verdict where windows overlap in part, and not for BMP', () => {
    const shares = sizes({ correlation: 0.5, shift: 1 });
    expect(shares.bmp).toBeGreaterThan(HIGHEST);
    expect(shares.portfolio).toBeGreaterThan(LOWEST);
    expect(shares.portfolio).toBeLessThan(HIGHEST);
    expect(shares.verdict).toBeLessThan(HIGHEST);
  });

  it('is not for Patell where the event makes returns wider, and 5 % for BMP', () => {
    let [patell, bmp] = [0, 0];
    for (let seed = 1; seed <= PANELS; seed++) {
      const subjects = madeUpPanel({ seed, events: EVENTS, sessions: LENGTH + DAYS, shift: DAYS });
      const wider = subjects.map((returns) => ({
        ...returns,
        security: returns.security.map((value, day) =>
          day < LENGTH ? value : (returns.market[day] as number) * (1 - 2) + 2 * value,
        ),
      }));
      const { tests } = panelOf(wider);
      if ((tests.patell.p ?? 1) < 0.05) patell++;
      if ((tests.bmp.p ?? 1) < 0.05) bmp++;
    }
    expect(patell / PANELS).toBeGreaterThan(0.2);
    expect(bmp / PANELS).toBeLessThan(HIGHEST);
    expect(bmp / PANELS).toBeGreaterThan(LOWEST);
  });
});

describe('the power of the verdict', () => {
  it('finds half a standard deviation a day in as many panels as theory says', () => {
    for (const [options, least] of [
      // The mean CAR is 3/2 over sqrt(3 / 14), so 3.24 standard errors: power 0.85 of t with 13.
      [{ shift: DAYS }, 0.75],
      // Of what all events share, their mean takes nothing away: 3.24 / sqrt(2.3) errors, power 0.5.
      [{ correlation: 0.1 }, 0.35],
    ] as const) {
      let found = 0;
      for (let seed = 1; seed <= 200; seed++) {
        const subjects = madeUpPanel({ ...options, seed, events: EVENTS, sessions: LENGTH + DAYS });
        const moved = subjects.map((returns) => ({
          ...returns,
          security: returns.security.map((value, day) => (day < LENGTH ? value : value + 0.02 / 2)),
        }));
        if (judgePanel(panelOf(moved), []).verdict === 'unusual') found++;
      }
      expect(found / 200).toBeGreaterThan(least);
    }
  });
});
