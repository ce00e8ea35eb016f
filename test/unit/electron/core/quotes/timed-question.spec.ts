import { describe, expect, it } from 'vitest';
import { askWithin } from '../../../../../electron/core/quotes/timed-question';
import { ManualScheduler } from './manual-scheduler';

const LIMIT_MS = 1000;

describe('askWithin', () => {
  it('gives the answer and leaves no timer', async () => {
    const scheduler = new ManualScheduler();
    const answer = askWithin(LIMIT_MS, scheduler, new AbortController(), async () => 5);
    expect(await answer).toEqual({ kind: 'answered', result: 5 });
    expect(scheduler.pending).toBe(0);
  });

  it('tells what was thrown, at once or later', async () => {
    const error = new Error('made up');
    const thrown = { kind: 'threw', error };
    const scheduler = new ManualScheduler();
    const later = askWithin(LIMIT_MS, scheduler, new AbortController(), () =>
      Promise.reject(error),
    );
    expect(await later).toEqual(thrown);
    const atOnce = askWithin(LIMIT_MS, scheduler, new AbortController(), () => {
      throw error;
    });
    expect(await atOnce).toEqual(thrown);
    expect(scheduler.pending).toBe(0);
  });

  it('waits no longer than the limit, and tells the other side', async () => {
    const scheduler = new ManualScheduler();
    const abort = new AbortController();
    const answer = askWithin(LIMIT_MS, scheduler, abort, () => new Promise(() => undefined));
    scheduler.advance(LIMIT_MS - 1);
    expect(abort.signal.aborted).toBe(false);
    scheduler.advance(1);
    expect(await answer).toEqual({ kind: 'out-of-time' });
    expect(abort.signal.aborted).toBe(true);
  });

  it('ends with whoever asked', async () => {
    const scheduler = new ManualScheduler();
    const abort = new AbortController();
    const answer = askWithin(LIMIT_MS, scheduler, abort, () => new Promise(() => undefined));
    abort.abort();
    expect(await answer).toEqual({ kind: 'out-of-time' });
    expect(scheduler.pending).toBe(0);
  });
});
