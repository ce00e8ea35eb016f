import { describe, expect, it } from 'vitest';
import { addDays, toSessionKey } from '../../../../../src/shared/domain/calendar/calendar-date';
import {
  marketMoves,
  RECENT_SESSIONS,
  sessionsAround,
  volatilityRatio,
  volumeRatio,
} from '../../../../../src/shared/domain/event-study/session-context';

const FIRST = '2024-01-01';
const dayAt = (index: number): string => addDays(FIRST, index);

/** A session each day; closes that go up and down by a share of themselves. */
function bars(length: number, step = 0.01) {
  const time = Float64Array.from({ length }, (_, index) => toSessionKey(dayAt(index)));
  const close = Float64Array.from({ length }, (_, index) =>
    index % 2 === 0 ? 100 : 100 + 100 * step,
  );
  const volume = Float64Array.from({ length }, (_, index) => 1000 + (index % 3));
  return { length, time, close, volume };
}

describe('moves of an index', () => {
  const around = [-1, 0, 1].map((offset) => ({ offset, session: dayAt(60 + offset) }));
  const of = { role: 'index', instrument: 'INDEX:^HSI' } as const;

  it('are told on the sessions that it traded, in its own standard deviations', () => {
    const index = bars(100);
    index.close[60] = (index.close[59] as number) * 0.95;
    const moves = marketMoves(index, around, of);
    expect(moves.map(({ offset, session }) => [offset, session])).toEqual([
      [-1, '2024-02-29'],
      [0, '2024-03-01'],
      [1, '2024-03-02'],
    ]);
    expect(moves[1]?.change).toBeCloseTo(-0.05, 12);
    // Its changes were one percent up and down by turns: a standard deviation of about one percent.
    expect(moves[1]?.z).toBeCloseTo(-5, 0);
  });

  it('have no measure without history, and none on a day without a bar', () => {
    const short = bars(62);
    const [, own, next] = marketMoves(
      { ...short, ...{ time: short.time.slice(50), close: short.close.slice(50), length: 12 } },
      around,
      of,
    );
    expect(own).toMatchObject({ offset: 0, z: null });
    expect(next).toMatchObject({ offset: 1 });
    expect(marketMoves(bars(60), around, of).map(({ offset }) => offset)).toEqual([-1]);
  });
});

describe('the sessions around one', () => {
  it('are those that have bars', () => {
    const all = bars(10);
    expect(sessionsAround(all, dayAt(5)).map(({ session }) => session)).toEqual(
      [4, 5, 6].map(dayAt),
    );
    expect(sessionsAround(all, dayAt(0)).map(({ offset }) => offset)).toEqual([0, 1]);
    expect(sessionsAround(all, dayAt(9)).map(({ offset }) => offset)).toEqual([-1, 0]);
    expect(sessionsAround(all, '2030-01-01')).toEqual([{ offset: 0, session: '2030-01-01' }]);
  });
});

describe('the swings before an event', () => {
  const keys = bars(100).time;
  const returns = (recent: number): Float64Array =>
    Float64Array.from({ length: 100 }, (_, index) => {
      const size = index >= 80 - RECENT_SESSIONS ? recent : 0.01;
      return index % 2 === 0 ? size : -size;
    });

  it('are compared with those of the estimation window', () => {
    const span = [dayAt(0), dayAt(59)] as const;
    // Squares of 20 values are divided by 19, those of 60 by 59.
    const sampling = Math.sqrt(20 / 19 / (60 / 59));
    expect(volatilityRatio({ keys, security: returns(0.03) }, span, dayAt(80))).toBeCloseTo(
      3 * sampling,
      10,
    );
    expect(volatilityRatio({ keys, security: returns(0.01) }, span, dayAt(80))).toBeCloseTo(
      sampling,
      10,
    );
  });

  it('say nothing with too little before, or where nothing swings', () => {
    const span = [dayAt(0), dayAt(59)] as const;
    expect(volatilityRatio({ keys, security: returns(0.03) }, span, dayAt(10))).toBeNull();
    const still = new Float64Array(100);
    expect(volatilityRatio({ keys, security: still }, span, dayAt(80))).toBeNull();
  });
});

describe('volume of a session', () => {
  it('is measured by the median of the twenty before', () => {
    const all = bars(60);
    all.volume[40] = 200;
    expect(volumeRatio(all, dayAt(40))).toBeCloseTo(0.2, 2);
    expect(volumeRatio(all, dayAt(45))).toBeCloseTo(1, 2);
  });

  it('is not known without volumes, without history and without a bar', () => {
    const all = bars(60);
    expect(volumeRatio(all, dayAt(5))).toBeNull();
    expect(volumeRatio(all, '2031-01-01')).toBeNull();
    expect(volumeRatio({ ...all, volume: new Float64Array(60) }, dayAt(40))).toBeNull();
  });
});
