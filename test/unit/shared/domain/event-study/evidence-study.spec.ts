import { describe, expect, it } from 'vitest';
import {
  type EvidenceAnswer,
  type EvidenceQuestion,
  instrumentsOfEvent,
  USUAL_EVIDENCE,
} from '../../../../../src/shared/domain/event-study/evidence-question';
import {
  type StudyData,
  studyEvent,
} from '../../../../../src/shared/domain/event-study/evidence-study';
import { STDLIB_DISTRIBUTIONS } from '../../../../../src/shared/statistics/stdlib-distributions';
import { loadedSeries, questionAt, studyBars } from '../../../../helpers/study-bars';
import { weekday } from '../../../../helpers/study-returns';

const market = studyBars({ sessions: 500, seed: 1 });
const index = loadedSeries('INDEX:^IXIC', market);
const sector = loadedSeries('INDEX:^SOX', studyBars({ sessions: 500, seed: 2, market, beta: 1 }));

function dataOf(rest: Partial<StudyData> = {}, jumps: Readonly<Record<number, number>> = {}) {
  const bars = studyBars({ sessions: 500, seed: 3, market, beta: 1.2, jumps });
  return {
    ...{ security: loadedSeries('XNAS:ACME', bars), benchmark: index.closes },
    ...{ benchmarkGaps: [], index, sector, ...rest },
  };
}

const answerOf = (question: EvidenceQuestion, data: StudyData): EvidenceAnswer =>
  studyEvent(question, data, STDLIB_DISTRIBUTIONS);

describe('a study of one event', () => {
  it('calls a jump unusual on the day, and nothing of a quiet day', () => {
    const loud = answerOf(questionAt(400), dataOf({}, { 400: 0.12 }));
    expect(loud.dayJudgement.verdict).toBe('unusual');
    expect(loud.dayTest?.t).toBeGreaterThan(loud.dayTest?.band ?? Infinity);
    expect(loud).toMatchObject({ source: 'csv-folder', sessionGap: null });
    expect(loud.plan.step).toBe('as-asked');
    const quiet = answerOf(questionAt(400), dataOf());
    expect(quiet.dayJudgement.verdict).toBe('fits-chance');
    expect(quiet.history).toEqual({ from: weekday(0), to: weekday(499), bars: 500 });
  });

  it('judges the day and the window on one estimation window', () => {
    // What comes five sessions later is no part of the day.
    const answer = answerOf(questionAt(400), dataOf({}, { 405: 0.2 }));
    expect(answer.dayJudgement.verdict).toBe('fits-chance');
    expect(answer.windowJudgement.verdict).toBe('unusual');
    expect(answer.measure).toMatchObject({ kind: 'measured', length: 250 });
  });

  it('judges the day while the window is still open', () => {
    const answer = answerOf(questionAt(497), dataOf({}, { 497: 0.15 }));
    expect(answer.windowJudgement).toMatchObject({
      ...{ verdict: 'not-enough-history', gap: 'window-open' },
    });
    expect(answer.dayJudgement.verdict).toBe('unusual');
  });

  it.each([
    ['missing-bar', '2016-01-02'],
    ['before-history', '2014-06-02'],
    ['after-history', '2031-06-02'],
  ] as const)('says %s of a session without a bar, and takes no other', (gap, session) => {
    const answer = answerOf({ ...questionAt(0), session }, dataOf());
    expect(answer.sessionGap).toBe(gap);
    expect(answer.dayJudgement).toMatchObject({ verdict: 'not-enough-history', gap: 'no-session' });
    expect(answer.measure.kind).toBe('unmeasured');
    expect(answer.dayTest).toBeNull();
  });

  it('says that there are no bars', () => {
    const answer = answerOf(questionAt(400), dataOf({ security: null, benchmarkGaps: ['A:B'] }));
    expect(answer).toMatchObject({ source: null, history: null, sessionGap: 'no-bars' });
    expect(answer.benchmarkGaps).toEqual(['A:B']);
    expect(answer.dayJudgement.verdict).toBe('not-enough-history');
  });

  it.each([
    [300, 'as-asked', 'market'],
    [200, 'shorter-window', 'market'],
    [100, 'market-adjusted', 'market-adjusted'],
    [62, 'placebo-only', 'market-adjusted'],
    [50, 'nothing', 'market'],
  ] as const)('steps back with the history: session %i, %s', (session, step, model) => {
    const { plan, dayJudgement } = answerOf(questionAt(session), dataOf());
    expect([plan.step, plan.parameters.model]).toEqual([step, model]);
    expect(dayJudgement.verdict === 'not-enough-history').toBe(step === 'nothing');
  });

  it('takes its own mean where there is nothing to compare with', () => {
    const data = dataOf({ benchmark: null, benchmarkGaps: ['INDEX:^IXIC'] });
    const answer = answerOf(questionAt(400), data);
    expect(answer.plan.parameters.model).toBe('mean');
    expect(answer.measure).toMatchObject({ kind: 'measured', beta: 0 });
  });

  it('gives no verdict about the real market on simulated prices', () => {
    const bars = studyBars({ sessions: 500, seed: 3, market, beta: 1.2, jumps: { 400: 0.12 } });
    const security = loadedSeries('XNAS:ACME', bars, 'simulated');
    const { dayJudgement } = answerOf(questionAt(400), dataOf({ security }));
    expect(dayJudgement).toMatchObject({
      ...{ verdict: 'data-in-doubt', doubts: ['simulated-prices'] },
    });
  });

  it('has the moves of index and sector around the session', () => {
    const { context, sessions } = answerOf(questionAt(400), dataOf());
    expect(sessions.map(({ session }) => session)).toEqual([399, 400, 401].map(weekday));
    expect(context.moves.map(({ role, offset }) => [role, offset])).toEqual(
      ['index', 'sector'].flatMap((role) => [-1, 0, 1].map((offset) => [role, offset])),
    );
    const change = (market.close[400] as number) / (market.close[399] as number) - 1;
    expect(context.moves[1]?.change).toBeCloseTo(change, 12);
    expect(context.volumeRatio).toBeCloseTo(1, 2);
    expect(context.sectorDay?.band).toBeCloseTo(1.97, 2);
  });

  it('judges other windows and benchmarks where that is asked for', () => {
    expect(answerOf(questionAt(400), dataOf()).sensitivity).toEqual([]);
    const { sensitivity } = answerOf(
      questionAt(400, { sensitivity: true }),
      dataOf({}, { 400: 0.12 }),
    );
    expect(new Set(sensitivity.map(({ row }) => row))).toEqual(
      new Set(['chosen', 'sector', 'market-adjusted', 'mean', 'shorter']),
    );
    const day = sensitivity.filter(({ window: [from, to] }) => from === 0 && to === 0);
    expect(day.map(({ verdict }) => verdict)).toEqual(day.map(() => 'unusual'));
  });

  it('names every instrument that has a say', () => {
    const benchmark = { kind: 'basket', instruments: ['XNAS:A', 'XNAS:B'] } as const;
    expect(instrumentsOfEvent(questionAt(1, { benchmark, sector: null }))).toEqual([
      ...['XNAS:ACME', 'XNAS:A', 'XNAS:B', 'INDEX:^IXIC'],
    ]);
    expect(USUAL_EVIDENCE.window[0]).toBeLessThan(USUAL_EVIDENCE.window[1]);
  });
});
