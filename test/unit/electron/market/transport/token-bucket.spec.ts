import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TokenBucket } from '../../../../../electron/market/transport/token-bucket';

describe('TokenBucket', () => {
  it('gives its burst at once and then as fast as it fills', () => {
    let nowMs = 0;
    const bucket = new TokenBucket({ requestsPerSecond: 2, burst: 3 }, () => nowMs);
    expect([bucket.take(), bucket.take(), bucket.take(), bucket.take()]).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(bucket.waitMs()).toBe(500);
    nowMs = 499;
    expect(bucket.take()).toBe(false);
    nowMs = 500;
    expect(bucket.waitMs()).toBe(0);
    expect([bucket.take(), bucket.take()]).toEqual([true, false]);
  });

  it('keeps no more than its burst, however long nobody asks', () => {
    let nowMs = 0;
    const bucket = new TokenBucket({ requestsPerSecond: 5, burst: 2 }, () => nowMs);
    nowMs = 86_400_000;
    expect([bucket.take(), bucket.take(), bucket.take()]).toEqual([true, true, false]);
  });

  it('gives no more in one day than it allows, and says until when', () => {
    const day = 86_400_000;
    let nowMs = 5 * day + 1000;
    const bucket = new TokenBucket({ requestsPerSecond: 10, burst: 10, perDay: 3 }, () => nowMs);
    expect([bucket.take(), bucket.take(), bucket.spentUntil]).toEqual([true, true, null]);
    expect([bucket.take(), bucket.take()]).toEqual([true, false]);
    expect(bucket.spentUntil).toBe(6 * day);
    nowMs = 6 * day - 1;
    expect(bucket.take()).toBe(false);
    nowMs = 6 * day;
    expect([bucket.spentUntil, bucket.take()]).toEqual([null, true]);
  });

  it('neither gives nor takes when the clock is set back', () => {
    let nowMs = 3_600_000;
    const bucket = new TokenBucket({ requestsPerSecond: 1, burst: 1 }, () => nowMs);
    expect(bucket.take()).toBe(true);
    nowMs = 0;
    expect(bucket.take()).toBe(false);
    nowMs = 1000;
    expect(bucket.take()).toBe(true);
  });

  it('never gives more in any stretch of time than its burst and what it fills meanwhile', () => {
    fc.assert(
      fc.property(
        fc.record({
          requestsPerSecond: fc.double({ min: 0.01, max: 20, noNaN: true }),
          burst: fc.integer({ min: 1, max: 10 }),
        }),
        fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 80 }),
        (budget, pauses) => {
          let nowMs = 0;
          const bucket = new TokenBucket(budget, () => nowMs);
          const taken: number[] = [];
          for (const pause of pauses) {
            nowMs += pause;
            while (bucket.take()) taken.push(nowMs);
          }
          for (const [index, from] of taken.entries()) {
            for (const [last, to] of taken.entries()) {
              if (last < index) continue;
              const allowed = budget.burst + ((to - from) / 1000) * budget.requestsPerSecond;
              expect(last - index + 1).toBeLessThanOrEqual(allowed + 1e-6);
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
