import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CHARTED_MS,
  CLOSED_MS,
  LUNCH_MS,
  nextTurnAt,
  pauseMs,
  type Turn,
} from '../../../../../electron/core/quotes/poll-times';
import { sessionPhaseAt } from '../../../../../electron/core/quotes/session-phase';
import { shippedCalendar } from '../../../shared/domain/calendar/read-shipped-calendars';
import { failure, utc } from './live-samples';

const newYork = shippedCalendar('XNAS');
const hongKong = shippedCalendar('XHKG');
const MINUTE = 60_000;

/** A turn whose chance makes every interval exactly as long as it says. */
const asked = (at: number | null): Turn => ({ askedAt: at, chance: 0.5, pauseUntil: null });
const SPREAD = 2500;

describe('nextTurnAt', () => {
  const noon = utc('2026-11-24T17:00');
  const open = sessionPhaseAt(newYork, noon);

  it('is overdue from the beginning', () => {
    expect(nextTurnAt(asked(null), open, CHARTED_MS)).toBe(-Infinity);
    expect(nextTurnAt(asked(null), null, CHARTED_MS)).toBe(-Infinity);
  });

  it('is at the interval while open, with jitter, and half as often where nobody looks', () => {
    expect(nextTurnAt(asked(noon), open, CHARTED_MS)).toBe(noon + 10_000);
    expect(nextTurnAt({ ...asked(noon), chance: 0 }, open, CHARTED_MS)).toBe(noon + 9000);
    expect(nextTurnAt(asked(noon), open, CHARTED_MS, 2)).toBe(noon + 20_000);
  });

  it('is at the interval where no calendar is known', () => {
    expect(nextTurnAt(asked(noon), null, 60_000)).toBe(noon + 60_000);
  });

  it('is a few times after the close and then every half hour', () => {
    const close = utc('2026-11-24T21:00');
    const closed = sessionPhaseAt(newYork, close + 1);
    const turns: number[] = [];
    let at = close - 5000;
    for (let count = 0; count < 4; count++) {
      at = nextTurnAt(asked(at), closed, CHARTED_MS);
      turns.push(at - close);
    }
    const late = 22 * MINUTE + SPREAD;
    expect(turns).toEqual([MINUTE + SPREAD, late, late + CLOSED_MS, late + 2 * CLOSED_MS]);
  });

  it('is soon after the open, however short ago the last one was', () => {
    const bell = utc('2026-11-24T14:30');
    const phase = sessionPhaseAt(newYork, bell);
    expect(nextTurnAt(asked(bell - MINUTE), phase, 60_000)).toBe(bell);
    expect(nextTurnAt(asked(bell - 1000), phase, 60_000)).toBe(bell + SPREAD);
    expect(nextTurnAt(asked(bell + SPREAD), phase, 60_000)).toBe(bell + SPREAD + 60_000);
  });

  it('is every few minutes over lunch, and soon after it', () => {
    const lunch = utc('2026-11-24T04:20');
    expect(nextTurnAt(asked(lunch), sessionPhaseAt(hongKong, lunch), CHARTED_MS)).toBe(
      lunch + LUNCH_MS,
    );
    const again = utc('2026-11-24T05:00');
    expect(nextTurnAt(asked(again - 1000), sessionPhaseAt(hongKong, again), 60_000)).toBe(
      again + SPREAD,
    );
  });

  it('is after the pause where there is one', () => {
    const turn = { ...asked(noon), pauseUntil: noon + 99_000 };
    expect(nextTurnAt(turn, open, CHARTED_MS)).toBe(noon + 99_000);
  });

  it('is never before the one that was, nor at once again', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 * 86_400 }),
        fc.integer({ min: 0, max: 3600 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (seconds, agoSeconds, chance) => {
          const nowMs = utc('2026-11-20T00:00') + seconds * 1000;
          const askedAt = nowMs - agoSeconds * 1000;
          const phase = sessionPhaseAt(hongKong, nowMs);
          expect(nextTurnAt({ askedAt, chance, pauseUntil: null }, phase, 10_000)).toBeGreaterThan(
            askedAt,
          );
        },
      ),
    );
  });
});

describe('pauseMs', () => {
  it('doubles with each failure in a row, up to a minute for the charted one and five for others', () => {
    const pauses = (charted: boolean): number[] =>
      [1, 2, 3, 4, 5, 9].map((failures) => pauseMs(failures, 10_000, charted, failure(), 1));
    expect(pauses(true)).toEqual([10_000, 20_000, 40_000, 60_000, 60_000, 60_000]);
    expect(pauses(false)).toEqual([10_000, 20_000, 40_000, 80_000, 160_000, 300_000]);
  });

  it('is at least half of that', () => {
    expect(pauseMs(3, 10_000, false, null, 0)).toBe(20_000);
  });

  it('is as long as the source asks for', () => {
    expect(pauseMs(1, 10_000, true, failure('rate-limited', 90_000), 0)).toBe(90_000);
  });

  it('is half an hour where no source has the instrument', () => {
    expect(pauseMs(1, 10_000, true, failure('unknown-instrument'), 1)).toBe(CLOSED_MS);
    expect(pauseMs(9, 10_000, false, failure('not-offered'), 0)).toBe(CLOSED_MS / 2);
  });
});
