import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConnectionAttempts } from '../../../../../electron/market/transport/connection-attempts';

const TEN_MINUTES_MS = 600_000;

describe('ConnectionAttempts', () => {
  it('lets ten be made, and the next one ten minutes after the first', () => {
    let nowMs = 0;
    const attempts = new ConnectionAttempts(() => nowMs);
    for (; nowMs < 10_000; nowMs += 1000) {
      expect(attempts.waitMs()).toBe(0);
      attempts.note();
    }
    expect(attempts.waitMs()).toBe(TEN_MINUTES_MS - 10_000);
    nowMs = TEN_MINUTES_MS;
    expect(attempts.waitMs()).toBe(0);
  });

  it('never lets more than ten be made in any ten minutes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 90_000 }), { maxLength: 100 }), (pauses) => {
        let nowMs = 0;
        const attempts = new ConnectionAttempts(() => nowMs);
        const made: number[] = [];
        for (const pause of pauses) {
          nowMs += pause;
          if (attempts.waitMs() > 0) continue;
          attempts.note();
          made.push(nowMs);
          const recent = made.filter((at) => at > nowMs - TEN_MINUTES_MS);
          expect(recent.length).toBeLessThanOrEqual(10);
        }
      }),
      { numRuns: 500 },
    );
  });
});
