import { describe, expect, it } from 'vitest';
import { planStudy, type StudyPlan } from '../../../../../src/shared/domain/event-study/plan-study';
import type { StudyParameters } from '../../../../../src/shared/domain/event-study/study-spec';
import { weekday, weekdays } from '../../../../helpers/study-returns';

const ASKED: StudyParameters = {
  ...{ model: 'market', estimation: { length: 250, gap: 30 }, window: [-5, 5] },
};

/** A history of so many sessions that the estimation window could have before gap and window. */
function planWith(available: number, asked: StudyParameters = ASKED): StudyPlan {
  const before = available + 35;
  const keys = weekdays(before + 10);
  const empty = new Float64Array(keys.length);
  return planStudy({ keys, security: empty, market: empty }, weekday(before), asked);
}

describe('planStudy', () => {
  it('studies as asked where the history is there', () => {
    expect(planWith(250)).toEqual({ step: 'as-asked', parameters: ASKED, available: 250 });
    expect(planWith(1000)).toMatchObject({ step: 'as-asked', available: 250 });
  });

  it('steps back one by one as the history gets shorter', () => {
    const steps = [249, 120, 119, 30, 29, 20, 19, 0].map((available) => {
      const { step, parameters } = planWith(available);
      return [available, step, parameters.model];
    });
    expect(steps).toEqual([
      [249, 'shorter-window', 'market'],
      [120, 'shorter-window', 'market'],
      [119, 'market-adjusted', 'market-adjusted'],
      [30, 'market-adjusted', 'market-adjusted'],
      [29, 'placebo-only', 'market-adjusted'],
      [20, 'placebo-only', 'market-adjusted'],
      [19, 'nothing', 'market'],
      [0, 'nothing', 'market'],
    ]);
  });

  it('takes all that there is, and keeps the gap', () => {
    expect(planWith(80).parameters.estimation).toEqual({ length: 80, gap: 30 });
    expect(planWith(80).available).toBe(80);
  });

  it('keeps a model that has no slope', () => {
    const mean: StudyParameters = { ...ASKED, model: 'mean' };
    expect(planWith(119, mean)).toMatchObject({
      ...{ step: 'shorter-window', parameters: { model: 'mean' } },
    });
    expect(planWith(25, mean)).toMatchObject({
      ...{ step: 'placebo-only', parameters: { model: 'mean' } },
    });
  });

  it('finds nothing where no estimation window can be had', () => {
    const keys = weekdays(100);
    const returns = { keys, security: new Float64Array(100), market: new Float64Array(100) };
    expect(planStudy(returns, weekday(100), ASKED)).toMatchObject({
      step: 'nothing',
      available: 0,
    });
    const span: StudyParameters = {
      ...{ model: 'market', estimation: { from: weekday(0), to: weekday(50) }, window: [0, 0] },
    };
    expect(planStudy(returns, weekday(40), span)).toMatchObject({ step: 'nothing' });
    expect(planStudy(returns, weekday(60), span)).toMatchObject({
      ...{ step: 'market-adjusted', available: 51 },
    });
  });
});
