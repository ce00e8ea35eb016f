import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../../src/features/industry/time-scale';
import { timeTicks } from '../../../../src/features/industry/time-ticks';

const WIDTH = 1000;
const dates = (ticks: readonly { date: string }[]): string[] => ticks.map(({ date }) => date);

describe('the lines of the axis', () => {
  it('are years over two decades', () => {
    const ticks = timeTicks({ fromDay: dayOf('2008-06-01'), dayPx: WIDTH / 7305 }, WIDTH);
    expect([ticks.unit, ticks.majorUnit]).toEqual(['year', 'year']);
    expect(dates(ticks.minor).slice(0, 2)).toEqual(['2008-01-01', '2009-01-01']);
    expect(ticks.minor[0]?.x).toBeLessThan(0);
  });

  it('are quarters and months as there is room', () => {
    const quarters = timeTicks({ fromDay: dayOf('2024-02-10'), dayPx: 0.5 }, WIDTH);
    expect(quarters.unit).toBe('quarter');
    expect(dates(quarters.minor).slice(0, 3)).toEqual(['2024-01-01', '2024-04-01', '2024-07-01']);
    expect(timeTicks({ fromDay: dayOf('2024-02-10'), dayPx: 1.5 }, WIDTH).unit).toBe('month');
  });

  it('are Mondays or days under the names of months', () => {
    const weeks = timeTicks({ fromDay: dayOf('2026-11-26'), dayPx: 8 }, WIDTH);
    expect([weeks.unit, weeks.majorUnit]).toEqual(['week', 'month']);
    expect(dates(weeks.minor).slice(0, 2)).toEqual(['2026-11-23', '2026-11-30']);
    const days = timeTicks({ fromDay: dayOf('2026-11-26') + 0.5, dayPx: WIDTH / 14 }, WIDTH);
    expect(dates(days.minor).slice(0, 2)).toEqual(['2026-11-26', '2026-11-27']);
    expect(dates(days.major)).toEqual(['2026-11-01', '2026-12-01']);
  });

  it('rise, stand apart enough for their labels and cover the width, at every scale', () => {
    const from = fc.double({ min: dayOf('2005-01-01'), max: dayOf('2030-01-01'), noNaN: true });
    const dayPx = fc.double({ min: WIDTH / 7305, max: WIDTH / 14, noNaN: true });
    fc.assert(
      fc.property(from, dayPx, (fromDay, px) => {
        const { minor, major } = timeTicks({ fromDay, dayPx: px }, WIDTH);
        for (const ticks of [minor, major]) {
          expect(ticks[0]?.x).toBeLessThanOrEqual(0);
          expect(ticks.at(-1)?.x).toBeLessThanOrEqual(WIDTH + 1e-6);
          ticks.slice(1).forEach((tick, at) => {
            expect(tick.x - (ticks[at]?.x ?? 0)).toBeGreaterThanOrEqual(24);
          });
        }
        expect(minor.length).toBeLessThan(60);
      }),
    );
  });
});
