import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, toDate } from '../../../../../src/shared/domain/calendar/calendar-date';
import {
  isSession,
  nextSession,
  sessionsBetween,
} from '../../../../../src/shared/domain/calendar/exchange-calendar';
import {
  BAR_COLUMN_NAMES,
  barAt,
  type BarColumns,
} from '../../../../../src/shared/domain/candle/bar-columns';
import { createRandomSource } from '../../../../../src/shared/domain/simulation/random-source';
import { sessionSoFar } from '../../../../../src/shared/domain/simulation/session-so-far';
import {
  simulateHistory,
  simulateSession,
} from '../../../../../src/shared/domain/simulation/simulate-history';
import { SIMULATION_SEED } from '../../../../../src/shared/domain/simulation/simulated-market';
import { shippedCalendar } from '../calendar/read-shipped-calendars';
import { madeUpInstrument } from './made-up-instruments';
import {
  clustering,
  correlation,
  covariance,
  excessKurtosis,
  logReturns,
  mean,
  shuffled,
} from './statistics';

const NEW_YORK = shippedCalendar('XNAS');
const TOKYO = shippedCalendar('XTKS');
const MARKETS = [
  { mic: 'XNAS', currency: 'USD', priceDecimals: 2 },
  { mic: 'XHKG', currency: 'HKD', priceDecimals: 2 },
  { mic: 'XSHG', currency: 'CNY', priceDecimals: 2 },
  { mic: 'XKRX', currency: 'KRW', priceDecimals: 0 },
  { mic: 'XTKS', currency: 'JPY', priceDecimals: 1 },
  { mic: 'XLON', currency: 'GBp', priceDecimals: 1 },
] as const;

const historyOf = (mic: string, code: string, through = '2026-11-20', seed = SIMULATION_SEED) => {
  const market = MARKETS.find((candidate) => candidate.mic === mic) ?? MARKETS[0];
  const instrument = madeUpInstrument({ ...market, id: `${mic}:${code}` });
  return simulateHistory(instrument, shippedCalendar(mic), through, seed);
};

const head = (bars: BarColumns, length: number): number[][] =>
  BAR_COLUMN_NAMES.map((name) => Array.from(bars[name].subarray(0, length)));

describe('simulateHistory', () => {
  it('has one bar for every session since the epoch and no other', () => {
    const { bars } = historyOf('XHKG', 'MADEUP');
    expect(Array.from(bars.time, toDate)).toEqual(
      sessionsBetween(shippedCalendar('XHKG'), '2008-01-02', '2026-11-20'),
    );
    expect(toDate(bars.time[0] ?? NaN)).toBe('2008-01-02');
  });

  it.each(MARKETS)('makes sound bars on $mic', ({ mic, priceDecimals }) => {
    const { bars } = historyOf(mic, 'MADEUP');
    const scale = 10 ** priceDecimals;
    let faults = 0;
    for (let index = 0; index < bars.length; index += 1) {
      const bar = barAt(bars, index);
      if (!bar) continue;
      const { open, high, low, close, volume } = bar;
      const ordered = low <= Math.min(open, close) && Math.max(open, close) <= high;
      const rounded = [open, high, low, close].every(
        (price) => price === Math.round(price * scale) / scale,
      );
      const adjusted = bars.adjustedClose[index] === close;
      if (!(ordered && rounded && adjusted && low > 0 && volume > 0)) faults += 1;
    }
    expect(faults).toBe(0);
  });

  it('continues a shorter history without changing a bar of it', () => {
    const days = fc.integer({ min: 0, max: 900 });
    fc.assert(
      fc.property(days, days, (one, more) => {
        const instrument = madeUpInstrument();
        const through = addDays('2008-01-01', one);
        const short = simulateHistory(instrument, NEW_YORK, through, 'seed');
        const long = simulateHistory(instrument, NEW_YORK, addDays(through, more), 'seed');
        const { length } = short.bars;
        expect(long.bars.length).toBeGreaterThanOrEqual(length);
        expect(head(long.bars, length)).toEqual(head(short.bars, length));
      }),
      { numRuns: 25 },
    );
  });

  it('is the same every time', () => {
    const [one, other] = [historyOf('XNAS', 'MADEUP'), historyOf('XNAS', 'MADEUP')];
    expect(head(one.bars, one.bars.length)).toEqual(head(other.bars, other.bars.length));
    expect(one.next).toEqual(other.next);
  });

  it('differs by instrument and by seed', () => {
    const firstYear = '2008-12-31';
    const closes = [
      historyOf('XNAS', 'MADEUP', firstYear),
      historyOf('XNAS', 'OTHER', firstYear),
      historyOf('XNAS', 'MADEUP', firstYear, 'another seed'),
    ].map(({ bars }) => bars.close.join());
    expect(new Set(closes).size).toBe(3);
  });

  it('starts on the first trading day of a younger instrument, in the market as it was then', () => {
    const young = madeUpInstrument({ listedOn: '2024-03-09' });
    const { bars, next } = simulateHistory(young, NEW_YORK, '2024-12-31', SIMULATION_SEED);
    expect(toDate(bars.time[0] ?? NaN)).toBe('2024-03-11');
    const old = simulateHistory(madeUpInstrument(), NEW_YORK, '2024-12-31', SIMULATION_SEED);
    expect(next.marketVariance).toBe(old.next.marketVariance);
  });

  it('takes a listing before the epoch for the epoch', () => {
    const old = simulateHistory(
      madeUpInstrument({ listedOn: '1999-01-22' }),
      NEW_YORK,
      '2008-02-29',
      's',
    );
    const unknown = simulateHistory(madeUpInstrument(), NEW_YORK, '2008-02-29', 's');
    expect(head(old.bars, old.bars.length)).toEqual(head(unknown.bars, unknown.bars.length));
  });

  it('is empty before the first trading day, with a state to start from', () => {
    const young = madeUpInstrument({ listedOn: '2026-01-08' });
    const { bars, next } = simulateHistory(young, NEW_YORK, '2026-01-07', SIMULATION_SEED);
    expect(bars).toHaveLength(0);
    expect(next.after).toBeNull();
    const first = simulateSession(young, next, '2026-01-08', SIMULATION_SEED);
    const later = simulateHistory(young, NEW_YORK, '2026-01-08', SIMULATION_SEED);
    expect(barAt(later.bars, 0)).toEqual(first.bar);
    expect(first.previousClose).toBeNull();
  });

  it('ends on the session before a date without one', () => {
    const { bars, next } = historyOf('XNAS', 'MADEUP', '2026-11-22');
    expect(toDate(bars.time.at(-1) ?? NaN)).toBe('2026-11-20');
    expect(next.after).toBe('2026-11-20');
  });
});

describe('simulateSession', () => {
  it('makes the bar that the history will have, at the end of the session', () => {
    const dates = fc.integer({ min: 0, max: 1200 }).map((day) => addDays('2008-01-02', day));
    fc.assert(
      fc.property(dates, (date) => {
        const instrument = madeUpInstrument();
        const { next } = simulateHistory(instrument, NEW_YORK, date, 'seed');
        const coming = nextSession(NEW_YORK, addDays(date, 1));
        const session = simulateSession(instrument, next, coming, 'seed');
        const { bars, next: after } = simulateHistory(instrument, NEW_YORK, coming, 'seed');
        expect(sessionSoFar(session, 1)).toEqual(barAt(bars, bars.length - 1));
        expect(session.next).toEqual(after);
        expect(session.previousClose).toBe(bars.close[bars.length - 2]);
      }),
      { numRuns: 25 },
    );
  });

  it('refuses to walk backwards', () => {
    const { next } = historyOf('XNAS', 'MADEUP', '2008-02-01');
    const again = () => simulateSession(madeUpInstrument(), next, '2008-02-01', SIMULATION_SEED);
    expect(again).toThrow(RangeError);
  });
});

describe('the simulated market behaves like one', () => {
  const series = MARKETS.flatMap(({ mic }) =>
    ['MADEUP', 'OTHER', 'THIRD'].map((code) => ({
      name: `${mic}:${code}`,
      returns: logReturns(historyOf(mic, code).bars.close),
    })),
  );
  const names = series.map(({ name, returns }) => [name, returns] as const);

  it.each(names)('%s moves by 15 to 80 %% a year', (_name, returns) => {
    // By design: sqrt((0.7 x 0.16)^2 + 0.18^2) = 21 % to sqrt((1.4 x 0.16)^2 + 0.42^2) = 48 %.
    const volatility = Math.sqrt(252 * covariance(returns, returns));
    expect(volatility).toBeGreaterThan(0.15);
    expect(volatility).toBeLessThan(0.8);
  });

  it.each(names)('%s has fat tails, which a normal sample has not', (_name, returns) => {
    // Standard error of a normal sample's kurtosis: sqrt(24/4900) = 0.07. Bound: three of them.
    expect(excessKurtosis(returns)).toBeGreaterThan(0.21);
    expect(excessKurtosis(returns)).toBeLessThan(60);
  });

  it.each(names)(
    '%s has calm and wild times; the same returns in another order have not',
    (name, returns) => {
      // Without clustering the correlation has a standard error of 1/sqrt(4900) = 0.0143; three: 0.043.
      expect(clustering(returns)).toBeGreaterThan(0.043);
      const random = createRandomSource([7, 11, name.length + name.charCodeAt(1)]);
      expect(Math.abs(clustering(shuffled(returns, random)))).toBeLessThan(0.043);
    },
  );

  it('gives no way to foresee the next day', () => {
    const memories = series.map(({ returns }) =>
      correlation(returns.slice(1), returns.slice(0, -1)),
    );
    // Clustering widens the standard error to at most about 0.025 each; eighteen of them average to 0.006.
    expect(Math.abs(mean(memories))).toBeLessThan(0.02);
  });

  it('moves instruments of one exchange together, and those of two exchanges not', () => {
    const of = (name: string): number[] => series.find((one) => one.name === name)?.returns ?? [];
    const together = [
      correlation(of('XNAS:MADEUP'), of('XNAS:OTHER')),
      correlation(of('XHKG:MADEUP'), of('XHKG:THIRD')),
      correlation(of('XKRX:OTHER'), of('XKRX:THIRD')),
    ];
    // At the least 0.7^2 x 0.16^2 / (that + 0.42^2) = 0.066 by design, 0.24 in the middle of the ranges.
    expect(Math.min(...together)).toBeGreaterThan(0.066);
    expect(mean(together)).toBeLessThan(0.7);

    const tokyo = historyOf('XTKS', 'MADEUP').bars;
    const newYork = historyOf('XNAS', 'MADEUP').bars;
    const shared = sessionsBetween(NEW_YORK, '2009-01-01', '2024-12-31').filter((date) =>
      isSession(TOKYO, date),
    );
    const apart = correlation(returnsOn(tokyo, shared), returnsOn(newYork, shared));
    expect(Math.abs(apart)).toBeLessThan(0.06);
  });
});

function returnsOn(bars: BarColumns, dates: readonly string[]): number[] {
  const indexOf = new Map(Array.from(bars.time, (time, index) => [toDate(time), index]));
  return dates.map((date) => {
    const index = indexOf.get(date) ?? NaN;
    return Math.log((bars.close[index] ?? NaN) / (bars.close[index - 1] ?? NaN));
  });
}
