import { describe, expect, it } from 'vitest';
import { dayFigures, meterScale } from '../../../../src/features/evidence/evidence-figures';
import {
  offsetText,
  pText,
  statisticText,
  tickText,
  verdictText,
  verdictTone,
} from '../../../../src/features/evidence/evidence-words';
import { placeboBins } from '../../../../src/features/evidence/placebo-bins';
import { toSessionKey } from '../../../../src/shared/domain/calendar/calendar-date';
import type { MeasuredEvent } from '../../../../src/shared/domain/event-study/event-measure';
import { VERDICTS } from '../../../../src/shared/domain/event-study/verdict';
import { enEvidence } from '../../../../src/shared/i18n/desk/en/evidence';

describe('numbers in words', () => {
  it('have a true minus, and a dash where nothing is defined', () => {
    expect([-2, 0, 3].map(offsetText)).toEqual(['−2', '0', '+3']);
    expect([0.0321, 0.0004, null, NaN].map(pText)).toEqual(['0.032', '< 0.001', '–', '–']);
    expect([-1.237, 2, null, undefined].map(statisticText)).toEqual(['−1.24', '2.00', '–', '–']);
    expect([-0.1, 0.005, 0, 1e-9].map(tickText)).toEqual(['−10\u00a0%', '+0.5\u00a0%', '0', '0']);
  });
});

describe('a verdict', () => {
  it('has a look and words of its own, and says what was allowed for', () => {
    expect(new Set(VERDICTS.map(verdictTone)).size).toBe(VERDICTS.length);
    const plain = { verdict: 'unusual', shared: 2, loweredBy: null } as const;
    expect(verdictText(plain, enEvidence)).toBe('unusual, cause unknown');
    const lowered = { verdict: 'fits-chance', shared: 0, loweredBy: 'market-move' } as const;
    expect(verdictText(lowered, enEvidence)).toBe('fits chance once the sector is allowed for');
  });
});

const plan = { step: 'as-asked' };
const measure = {
  kind: 'measured',
  keys: Float64Array.of(toSessionKey('2024-03-04'), toSessionKey('2024-03-05')),
  expected: Float64Array.of(0, 0.01),
  actual: Float64Array.of(0, 0.05),
  ar: Float64Array.of(0, 0.04),
  arError: Float64Array.of(0.01, 0.02),
  band: 2,
  residuals: new Float64Array(99),
  day: { ar: 0.04, t: 2, p: 0.05, placeboP: 0.03 },
} as unknown as MeasuredEvent;

describe('the figures of a day', () => {
  it('are those of the session, with its place among the placebo days', () => {
    expect(dayFigures({ session: '2024-03-05' }, { measure, plan })).toEqual({
      ...{ expected: 0.01, actual: 0.05, abnormal: 0.04, band: 0.04, rank: 3, of: 100 },
    });
    expect(dayFigures({ session: '2024-03-06' }, { measure, plan })).toBeNull();
    const nothing = { kind: 'unmeasured', reason: 'no-session', session: null, length: 0 } as const;
    expect(dayFigures({ session: '2024-03-05' }, { measure: nothing, plan })).toBeNull();
    const bare = { ...measure, day: null };
    expect(dayFigures({ session: '2024-03-05' }, { measure: bare, plan })?.rank).toBeNull();
    const short = { measure, plan: { step: 'placebo-only' } };
    expect(dayFigures({ session: '2024-03-05' }, short)).toMatchObject({ band: null, rank: 3 });
  });

  it('have room on the scale of the meter', () => {
    expect(meterScale({ abnormal: 0.136, band: 0.03 })).toBe(0.2);
    expect(meterScale({ abnormal: 0.001, band: 0.016 })).toBe(0.02);
    expect(meterScale({ abnormal: -3, band: 0.1 })).toBeCloseTo(3.45, 10);
  });
});

describe('the bins of the placebo days', () => {
  it('hold every day once, 0 in the middle of one, and the event', () => {
    const residuals = Float64Array.of(-0.02, -0.001, 0, 0.001, 0.03);
    const { counts, from, width, most, eventBin } = placeboBins(residuals, 0.06);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(5);
    expect(counts.length % 2).toBe(1);
    expect(-from / width - counts.length / 2).toBeCloseTo(0, 9);
    expect([most, eventBin]).toEqual([3, counts.length - 1]);
    expect(placeboBins(new Float64Array(3), 0).eventBin).toBe(15);
  });
});
