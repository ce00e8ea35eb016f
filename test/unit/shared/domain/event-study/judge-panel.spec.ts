import { describe, expect, it } from 'vitest';
import { judgePanel } from '../../../../../src/shared/domain/event-study/judge-panel';
import type {
  PanelMeasure,
  Statistic,
} from '../../../../../src/shared/domain/event-study/panel/panel-measure';

/** Each test with a p value of its own, so that the verdict shows which one gave it. */
const P = { crossSectionT: 0.9, patell: 0.8, bmp: 0.01, kp: 0.02, rank: 0.7, generalisedSign: 0.6 };
const statistic = (p: number): Statistic => ({ value: 1, p });

function panel(changes: Partial<PanelMeasure>): PanelMeasure {
  return {
    ...{ events: 12, leftOut: 0, meanAr: new Float64Array(1), meanCumulative: new Float64Array(1) },
    ...{ cumulativeError: new Float64Array(1), band: 2, days: [], caar: { value: 0.01 } },
    tests: {
      crossSectionT: statistic(P.crossSectionT),
      patell: statistic(P.patell),
      bmp: statistic(P.bmp),
      kp: statistic(P.kp),
      rank: statistic(P.rank),
      generalisedSign: statistic(P.generalisedSign),
    },
    portfolio: statistic(0.3),
    signFlip: { p: 0.04, method: 'exact', draws: 4096, smallest: 2 / 4096 },
    meanResidualCorrelation: { value: 0.2 },
    sharing: 'none',
    ...changes,
  };
}

describe('judgePanel', () => {
  it('goes by BMP where no windows overlap', () => {
    expect(judgePanel(panel({}), [])).toEqual({
      ...{ verdict: 'unusual', test: 'bmp', p: 0.01, doubts: [], gap: null },
    });
  });

  it('goes by the sign-flip where events are few', () => {
    expect(judgePanel(panel({ events: 9 }), [])).toMatchObject({ test: 'sign-flip', p: 0.04 });
  });

  it('has no verdict where the sign-flip could not call them unusual', () => {
    const signFlip = { p: 0.0625, method: 'exact', draws: 32, smallest: 0.0625 } as const;
    expect(judgePanel(panel({ events: 5, signFlip }), [])).toEqual({
      ...{ verdict: 'not-enough-history', test: null, p: null, doubts: [], gap: 'too-few-events' },
    });
  });

  it('goes by KP where all share a session, and by the portfolio where they are few', () => {
    expect(judgePanel(panel({ sharing: 'all' }), [])).toMatchObject({ test: 'kp', p: 0.02 });
    expect(judgePanel(panel({ sharing: 'all', events: 4 }), [])).toMatchObject({
      ...{ test: 'portfolio', p: 0.3, verdict: 'fits-chance' },
    });
  });

  it('goes by the portfolio where KP has no value, and where only some share', () => {
    const { tests } = panel({});
    const kp = { value: null, p: null, reason: 'correlation-out-of-range' } as const;
    expect(judgePanel(panel({ sharing: 'all', tests: { ...tests, kp } }), []).test).toBe(
      'portfolio',
    );
    expect(judgePanel(panel({ sharing: 'some' }), []).test).toBe('portfolio');
  });

  it('takes one event by its own t', () => {
    expect(judgePanel(panel({ events: 1 }), [])).toMatchObject({ test: 't', p: 0.3 });
  });

  it('says why there is no verdict', () => {
    expect(judgePanel(panel({ events: 0, signFlip: null }), [])).toMatchObject({
      ...{ verdict: 'not-enough-history', gap: 'too-few-events' },
    });
    const portfolio = { value: null, p: null, reason: 'correlation-out-of-range' } as const;
    expect(judgePanel(panel({ sharing: 'some', portfolio }), [])).toMatchObject({
      ...{ verdict: 'not-enough-history', gap: 'undefined-test' },
    });
  });

  it('doubts the data before anything else, with the test beside it', () => {
    expect(judgePanel(panel({}), ['simulated-prices'])).toMatchObject({
      ...{ verdict: 'data-in-doubt', test: 'bmp', p: 0.01 },
    });
  });
});
