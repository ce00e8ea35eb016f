import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HostGate, type HostOutcome } from '../../../../../electron/market/transport/host-gate';
import { ManualTime } from '../../../../helpers/manual-time';

const BUDGET = { requestsPerSecond: 1, burst: 2, inFlight: 2 };
const FAILED: HostOutcome = { kind: 'failed', retryAfterMs: null };
const ANSWERED: HostOutcome = { kind: 'answered' };

function setUp(budget = BUDGET, random = 0.5) {
  const time = new ManualTime(0);
  const gate = new HostGate({ budget, now: time.now, random: () => random, after: time.after });
  return { time, gate };
}

async function failTimes(gate: HostGate, time: ManualTime, count: number): Promise<void> {
  for (let at = 0; at < count; at++) {
    time.move(1000);
    expect(await gate.enter()).toBe(true);
    gate.leave(FAILED);
  }
}

describe('HostGate', () => {
  it('lets no more in than the bucket and the places in flight allow', async () => {
    const { time, gate } = setUp();
    const passed: boolean[] = [];
    for (let at = 0; at < 4; at++) void gate.enter().then((mayPass) => passed.push(mayPass));
    await Promise.resolve();
    expect(passed).toEqual([true, true]);
    time.move(5000);
    await Promise.resolve();
    // Tokens are there, places are not.
    expect(passed).toHaveLength(2);
    gate.leave(ANSWERED);
    await Promise.resolve();
    expect(passed).toHaveLength(3);
    gate.dispose();
    await Promise.resolve();
    expect(passed).toEqual([true, true, true, false]);
    expect(time.timers).toBe(0);
  });

  it('rests after five failures on end, then lets a single probe through', async () => {
    const { time, gate } = setUp();
    await failTimes(gate, time, 5);
    expect(await gate.enter()).toBe(false);
    expect(gate.restsUntil).toBe(time.now() + 45_000);
    time.move(45_000);
    expect(await gate.enter()).toBe(true);
    expect(await gate.enter()).toBe(false);
    gate.leave(ANSWERED);
    expect(await gate.enter()).toBe(true);
  });

  it('rests longer with each failed probe, five minutes at most, and not in step with others', async () => {
    const early = setUp(BUDGET, 0);
    const late = setUp(BUDGET, 0.99);
    for (const { gate, time } of [early, late]) await failTimes(gate, time, 5);
    const rests: number[] = [];
    for (let probe = 0; probe < 6; probe++) {
      rests.push((late.gate.restsUntil as number) - late.time.now());
      late.time.move(300_000);
      expect(await late.gate.enter()).toBe(true);
      late.gate.leave(FAILED);
    }
    expect(rests).toEqual(rests.toSorted((one, other) => one - other));
    expect(rests.at(-1)).toBeLessThanOrEqual(300_000);
    expect((early.gate.restsUntil as number) - early.time.now()).toBe(30_000);
  });

  it('obeys a host that asks for a pause, at the first time already', async () => {
    const { time, gate } = setUp();
    expect(await gate.enter()).toBe(true);
    gate.leave({ kind: 'failed', retryAfterMs: 120_000 });
    time.move(119_999);
    expect(await gate.enter()).toBe(false);
    time.move(1);
    expect(await gate.enter()).toBe(true);
  });

  it('learns nothing from a caller who gave up', async () => {
    const { gate, time } = setUp();
    for (let at = 0; at < 9; at++) {
      time.move(1000);
      expect(await gate.enter()).toBe(true);
      gate.leave({ kind: 'cancelled' });
    }
    expect(gate.restsUntil).toBeNull();
  });

  it('never lets more through in a stretch of time than its budget', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.boolean()), { maxLength: 40 }),
        async (steps) => {
          const { time, gate } = setUp();
          const passedAt: number[] = [];
          for (const [ms, fails] of steps) {
            time.move(ms);
            void gate.enter().then((mayPass) => {
              if (!mayPass) return;
              passedAt.push(time.now());
              gate.leave(fails ? FAILED : ANSWERED);
            });
            await Promise.resolve();
          }
          gate.dispose();
          for (const start of passedAt) {
            const inTenSeconds = passedAt.filter((at) => at >= start && at < start + 10_000);
            expect(inTenSeconds.length).toBeLessThanOrEqual(BUDGET.burst + 10);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('HostGate with many callers', () => {
  it('turns all who wait away as soon as the host is left alone', async () => {
    const { time, gate } = setUp({ requestsPerSecond: 0.001, burst: 1, inFlight: 1 });
    const results = Array.from({ length: 50 }, () => gate.enter());
    expect(await results[0]).toBe(true);
    gate.leave({ kind: 'failed', retryAfterMs: 1000 });
    expect(await Promise.all(results.slice(1))).toEqual(Array.from({ length: 49 }, () => false));
    expect(time.timers).toBe(0);
  });

  it('lets no more than two hundred wait', async () => {
    const { gate } = setUp({ requestsPerSecond: 0.001, burst: 1, inFlight: 1 });
    const results = Array.from({ length: 300 }, () => gate.enter());
    expect(await Promise.all(results.slice(201))).toEqual(Array.from({ length: 99 }, () => false));
    gate.dispose();
    expect(await gate.enter()).toBe(false);
  });

  it('lets who gives up leave the queue, without a token', async () => {
    const { time, gate } = setUp({ requestsPerSecond: 1, burst: 1, inFlight: 1 });
    expect(await gate.enter()).toBe(true);
    gate.leave(ANSWERED);
    const given = new AbortController();
    const [leaves, stays] = [gate.enter(given.signal), gate.enter()];
    given.abort();
    expect(await leaves).toBe(false);
    time.move(1000);
    expect(await stays).toBe(true);
    expect(await gate.enter(given.signal)).toBe(false);
  });

  it('sends no probe beside an older request that is still on its way', async () => {
    const { time, gate } = setUp({ requestsPerSecond: 10, burst: 2, inFlight: 2 });
    expect([await gate.enter(), await gate.enter()]).toEqual([true, true]);
    gate.leave({ kind: 'failed', retryAfterMs: 1000 });
    time.move(2000);
    expect(await gate.enter()).toBe(false);
    gate.leave({ kind: 'cancelled' });
    expect(await gate.enter()).toBe(true);
  });
});
