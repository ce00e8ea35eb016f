import { describe, expect, it } from 'vitest';
import { moveSince } from '../../../../../src/shared/domain/event-study/abnormal-move';
import { pairReturns } from '../../../../../src/shared/domain/event-study/paired-returns';
import { STDLIB_DISTRIBUTIONS } from '../../../../../src/shared/statistics/stdlib-distributions';
import { loadedSeries, studyBars } from '../../../../helpers/study-bars';
import { weekday } from '../../../../helpers/study-returns';

/** A share that moves with its market, and now and then by itself. */
function returnsOf(own: Readonly<Record<number, number>>, all: Readonly<Record<number, number>>) {
  const market = studyBars({ sessions: 420, seed: 11, jumps: all });
  const share = studyBars({ sessions: 420, seed: 12, market, beta: 1.3, jumps: own });
  return pairReturns(
    loadedSeries('XNAS:ACME', share).closes,
    loadedSeries('INDEX:^IXIC', market).closes,
    'prices',
  );
}

const since = (returns: ReturnType<typeof returnsOf>, session: number, last: number) =>
  moveSince(returns, { session: weekday(session), last: weekday(last) }, STDLIB_DISTRIBUTIONS);

/** The abnormal return itself. */
function returnOf(move: ReturnType<typeof since>): number {
  return move ? move.z * move.s : NaN;
}

describe('the abnormal move since an announcement', () => {
  it('grows with what the share does by itself', () => {
    const calm = since(returnsOf({}, {}), 400, 403);
    const up = since(returnsOf({ 402: 0.09 }, {}), 400, 403);
    const down = since(returnsOf({ 402: -0.09 }, {}), 400, 403);
    expect(Math.abs(calm?.z ?? NaN)).toBeLessThan(3);
    expect(up?.z).toBeGreaterThan(3);
    expect(down?.z).toBeLessThan(-3);
    expect(up?.s).toBeCloseTo(0.01 * 2, 2);
    expect(returnOf(up)).toBeCloseTo(returnOf(calm) + 0.09, 2);
  });

  it('is silent on a day on which the whole market moves', () => {
    const whole = since(returnsOf({}, { 402: 0.09 }), 400, 403);
    expect(Math.abs(whole?.z ?? NaN)).toBeLessThan(3);
  });

  it('cannot be said without bars, without history, or of a time before it', () => {
    const returns = returnsOf({}, {});
    expect(since(returns, 400, 399)).toBeNull();
    expect(since(returns, 40, 41)).toBeNull();
    expect(since(returns, 340, 419)).toBeNull();
    const question = { session: '2016-01-02', last: '2016-01-05' };
    expect(moveSince(returns, question, STDLIB_DISTRIBUTIONS)).toBeNull();
  });

  it('counts as far as there are bars: a session under way has none yet', () => {
    const returns = returnsOf({ 419: 0.09 }, {});
    expect(since(returns, 415, 425)).toEqual(since(returns, 415, 419));
  });

  it('takes the own mean where there is no market', () => {
    const { closes } = loadedSeries('BINANCE:BTCUSDT', studyBars({ sessions: 420, seed: 13 }));
    const alone = pairReturns(closes, null, 'prices');
    expect(since(alone, 400, 400)).toMatchObject({ s: expect.closeTo(0.01, 2) as number });
  });
});
