import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CircuitBreaker } from '../../../../../electron/market/transport/circuit-breaker';

const TEN_MINUTES_MS = 600_000;
const MOST_UNANSWERED = 10;

function setUp(random: () => number = () => 0.5) {
  const clock = { nowMs: Date.UTC(2026, 4, 28) };
  return { clock, breaker: new CircuitBreaker(() => clock.nowMs, random) };
}

function fail(breaker: CircuitBreaker, times = 1, retryAfterMs: number | null = null): void {
  for (let at = 0; at < times; at++) {
    breaker.noteSent();
    breaker.noteFailed(retryAfterMs);
  }
}

describe('CircuitBreaker', () => {
  it('lets four failures pass and rests at the fifth', () => {
    const { breaker, clock } = setUp();
    fail(breaker, 4);
    expect(breaker.restsUntil).toBeNull();
    expect(breaker.isSuspect).toBe(false);
    fail(breaker);
    expect(breaker.restsUntil).toBe(clock.nowMs + 45_000);
    expect(breaker.isSuspect).toBe(true);
  });

  it('begins anew after an answer', () => {
    const { breaker, clock } = setUp();
    fail(breaker, 5);
    clock.nowMs += 60_000;
    breaker.noteSent();
    breaker.noteAnswered();
    expect(breaker.isSuspect).toBe(false);
    fail(breaker, 4);
    expect(breaker.restsUntil).toBeNull();
  });

  it('draws its rests from half a minute up to a length that doubles, five minutes at most', () => {
    const restOf = (failures: number, random: number): number => {
      const { breaker, clock } = setUp(() => random);
      for (let at = 0; at < failures; at++) {
        // Apart, so that only the jitter decides.
        clock.nowMs += TEN_MINUTES_MS;
        fail(breaker);
      }
      return (breaker.restsUntil as number) - clock.nowMs;
    };
    expect([5, 6, 7, 8, 9, 40].map((failures) => restOf(failures, 1))).toEqual([
      60_000, 120_000, 240_000, 300_000, 300_000, 300_000,
    ]);
    expect([5, 6, 7, 40].map((failures) => restOf(failures, 0))).toEqual([
      30_000, 30_000, 30_000, 30_000,
    ]);
  });

  it('takes a host that knows nothing of ten different questions for one that answers nobody', () => {
    const { breaker, clock } = setUp();
    const ask = (question: string): void => {
      breaker.noteSent();
      breaker.noteKnewNothing(question);
    };
    for (let at = 0; at < 50; at++) ask('/same');
    for (let at = 1; at < 9; at++) ask(`/${at}`);
    expect(breaker.restsUntil).toBeNull();
    ask('/9');
    expect(breaker.restsUntil).toBe(clock.nowMs + 45_000);
    clock.nowMs += 45_000;
    expect(breaker.isSuspect).toBe(true);
    ask('/same');
    expect(breaker.restsUntil).toBe(clock.nowMs + 75_000);
    clock.nowMs += 75_000;
    breaker.noteSent();
    breaker.noteAnswered();
    ask('/10');
    expect(breaker.restsUntil).toBeNull();
    expect(breaker.isSuspect).toBe(false);
  });

  it('rests at once where the host asks for it, and no shorter because of a later failure', () => {
    const { breaker, clock } = setUp();
    fail(breaker, 1, 3_600_000);
    const until = clock.nowMs + 3_600_000;
    expect(breaker.restsUntil).toBe(until);
    expect(breaker.isSuspect).toBe(true);
    clock.nowMs += 1000;
    breaker.noteFailed(1000);
    expect(breaker.restsUntil).toBe(until);
  });

  it('does not take an answer to an earlier request for the end of a rest', () => {
    const { breaker, clock } = setUp();
    breaker.noteSent();
    fail(breaker, 1, 120_000);
    breaker.noteAnswered();
    expect(breaker.restsUntil).toBe(clock.nowMs + 120_000);
    expect(breaker.isSuspect).toBe(true);
  });

  it('does not rest for days because the clock was set back', () => {
    const { breaker, clock } = setUp();
    fail(breaker, 5);
    clock.nowMs -= 3 * 86_400_000;
    expect((breaker.restsUntil as number) - clock.nowMs).toBeLessThanOrEqual(TEN_MINUTES_MS);
  });

  it('learns nothing from callers who gave up, and counts them once the host fails', () => {
    const { breaker } = setUp();
    for (let at = 0; at < 50; at++) {
      breaker.noteSent();
      breaker.noteCancelled();
    }
    expect(breaker.restsUntil).toBeNull();
    fail(breaker);
    for (let at = 0; at < MOST_UNANSWERED; at++) {
      breaker.noteSent();
      breaker.noteCancelled();
    }
    expect(breaker.restsUntil).not.toBeNull();
  });

  it('never lets a host that answers nothing be asked more than ten times in ten minutes', () => {
    const step = fc.record({
      pauseMs: fc.integer({ min: 0, max: 120_000 }),
      outcome: fc.constantFrom('failed', 'failed', 'failed', 'asked-for-pause', 'answered'),
      random: fc.double({ min: 0, max: 0.999, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        let random = 0;
        const { breaker, clock } = setUp(() => random);
        let unanswered: number[] = [];
        for (const { pauseMs, outcome, random: drawn } of steps) {
          random = drawn;
          clock.nowMs += pauseMs;
          if (breaker.restsUntil !== null) continue;
          breaker.noteSent();
          unanswered.push(clock.nowMs);
          const recent = unanswered.filter((at) => at > clock.nowMs - TEN_MINUTES_MS);
          expect(recent.length).toBeLessThanOrEqual(MOST_UNANSWERED);
          if (outcome === 'answered') {
            breaker.noteAnswered();
            unanswered = [];
          } else breaker.noteFailed(outcome === 'failed' ? null : 1000);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
