import { describe, expect, it } from 'vitest';
import type {
  MeasuredEvent,
  UnmeasuredReason,
} from '../../../../../src/shared/domain/event-study/event-measure';
import { judgeEvent } from '../../../../../src/shared/domain/event-study/judge-event';
import { measureEvent } from '../../../../../src/shared/domain/event-study/measure-event';
import { STDLIB_DISTRIBUTIONS } from '../../../../../src/shared/statistics/stdlib-distributions';
import { madeUpPanel, weekday } from '../../../../helpers/study-returns';

/** A quiet history of 100 sessions, and an event that moves by so much. */
function eventThatMoves(by: number, length = 100): MeasuredEvent {
  const [returns] = madeUpPanel({ seed: 11, events: 1, sessions: length + 1 });
  if (returns === undefined) throw new Error('no returns');
  returns.security[length] = (returns.market[length] as number) + by;
  const measure = measureEvent(
    { returns, date: weekday(length) },
    { model: 'market', estimation: { length, gap: 0 }, window: [0, 0] },
    STDLIB_DISTRIBUTIONS,
  );
  if (measure.kind === 'unmeasured') throw new Error(measure.reason);
  return measure;
}

const judge = (measure: MeasuredEvent, placeboOnly = false) =>
  judgeEvent({ measure, placeboOnly, doubts: [] });

describe('judgeEvent', () => {
  it('calls a move unusual only where t and the placebo rank agree', () => {
    expect(judge(eventThatMoves(0.2))).toEqual({
      ...{ verdict: 'unusual', test: 'placebo', p: 1 / 101, doubts: [], gap: null },
    });
    expect(judge(eventThatMoves(0.01))).toMatchObject({ verdict: 'fits-chance', gap: null });
  });

  it('rests on the larger of the two p values', () => {
    const measure = eventThatMoves(0.2);
    const window = { car: 0.2, carVariance: 1, scar: 9, p: 0.2, placeboP: 0.01 };
    expect(judge({ ...measure, window })).toMatchObject({
      ...{ verdict: 'fits-chance', test: 't', p: 0.2 },
    });
    expect(judge({ ...measure, window: { ...window, p: 0.01, placeboP: 0.3 } })).toMatchObject({
      ...{ verdict: 'fits-chance', test: 'placebo', p: 0.3 },
    });
    expect(judge({ ...measure, window: { ...window, p: 0.049, placeboP: 0.04 } }).verdict).toBe(
      'unusual',
    );
    // On the line itself it still fits chance.
    expect(judge({ ...measure, window: { ...window, p: 0.05, placeboP: 0.04 } }).verdict).toBe(
      'fits-chance',
    );
  });

  it('leaves a rank aside that could not be below 5 %', () => {
    const measure = eventThatMoves(0.2, 19);
    expect(measure.window?.placeboP).toBe(1 / 20);
    expect(judge(measure)).toMatchObject({ verdict: 'unusual', test: 't' });
    expect(judge(measure, true)).toMatchObject({
      ...{ verdict: 'not-enough-history', test: null, p: null, gap: 'too-few-placebos' },
    });
    expect(judge(eventThatMoves(0.2, 20), true)).toMatchObject({
      ...{ verdict: 'unusual', test: 'placebo', p: 1 / 21 },
    });
  });

  it('takes the rank alone where the history is too short for an error', () => {
    const measure = eventThatMoves(0.2);
    const window = { car: 0.2, carVariance: 1, scar: 9, p: 0.2, placeboP: 0.01 };
    expect(judge({ ...measure, window }, true)).toMatchObject({
      ...{ verdict: 'unusual', test: 'placebo', p: 0.01 },
    });
  });

  it('has no verdict on what is not measured or not over', () => {
    const unmeasured = (reason: UnmeasuredReason) =>
      judgeEvent({
        measure: { kind: 'unmeasured', reason, session: null, length: 7 },
        ...{ placeboOnly: false, doubts: [] },
      });
    expect(unmeasured('short-history')).toEqual({
      ...{ verdict: 'not-enough-history', test: null, p: null, doubts: [], gap: 'short-history' },
    });
    expect(unmeasured('market-constant')).toMatchObject({
      ...{ verdict: 'data-in-doubt', doubts: ['no-movement'], gap: null },
    });
    expect(judge({ ...eventThatMoves(0.2), window: null })).toMatchObject({
      ...{ verdict: 'not-enough-history', gap: 'window-open' },
    });
  });

  it('doubts the data and still says what the test says', () => {
    const measure = eventThatMoves(0.2);
    expect(judgeEvent({ measure, placeboOnly: false, doubts: ['suspect-bars'] })).toEqual({
      ...{ verdict: 'data-in-doubt', test: 'placebo', p: 1 / 101 },
      ...{ doubts: ['suspect-bars'], gap: null },
    });
    expect(judge({ ...measure, zeroReturns: 11 })).toMatchObject({
      ...{ verdict: 'data-in-doubt', doubts: ['thin-trading'] },
    });
    expect(judge({ ...measure, zeroReturns: 10 }).doubts).toEqual([]);
    const still = { car: 0, carVariance: 0, scar: null, p: null, placeboP: null };
    expect(judge({ ...measure, window: still })).toMatchObject({
      ...{ verdict: 'data-in-doubt', test: null, doubts: ['no-movement'] },
    });
  });
});
