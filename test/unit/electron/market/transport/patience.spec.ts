import { describe, expect, it } from 'vitest';
import { Patience } from '../../../../../electron/market/transport/patience';
import { ManualTime } from '../../../../helpers/manual-time';

const never = (): Promise<never> => new Promise(() => undefined);

function setUp(signal?: AbortSignal) {
  const time = new ManualTime(0);
  const patience = new Patience({ after: time.after, signal });
  patience.start();
  return { time, patience };
}

describe('Patience', () => {
  it('gives what comes in time, and leaves no timer behind', async () => {
    const { time, patience } = setUp();
    expect(await patience.wait(Promise.resolve('answer'))).toBe('answer');
    patience.dispose();
    expect(time.timers).toBe(0);
    expect(patience.ended).toBeNull();
    expect(patience.signal.aborted).toBe(false);
  });

  it('ends after ten seconds of silence, whether the other side heeds the signal or not', async () => {
    const { time, patience } = setUp();
    const waiting = patience.wait(never());
    time.move(9999);
    expect(patience.ended).toBeNull();
    time.move(1);
    await expect(waiting).rejects.toThrow();
    expect(patience.ended).toBe('silent');
    expect(patience.signal.aborted).toBe(true);
    expect(time.timers).toBe(0);
  });

  it('ends after thirty seconds, however much was heard', async () => {
    const { time, patience } = setUp();
    patience.noteHeard();
    const waiting = patience.wait(never());
    time.move(29_999);
    expect(patience.ended).toBeNull();
    time.move(1);
    await expect(waiting).rejects.toThrow();
    expect(patience.ended).toBe('slow');
    expect(time.timers).toBe(0);
  });

  it('ends with the caller, before or in between, and what ended stays ended', async () => {
    const given = new AbortController();
    const { time, patience } = setUp(given.signal);
    const waiting = patience.wait(never());
    given.abort();
    await expect(waiting).rejects.toThrow();
    await expect(patience.wait(Promise.resolve(1).then(() => never()))).rejects.toThrow();
    expect(patience.ended).toBe('cancelled');
    expect(time.timers).toBe(0);
    const { patience: late } = setUp(given.signal);
    expect(late.ended).toBe('cancelled');
    expect(late.signal.aborted).toBe(true);
  });

  it('lets a caller go once it is over', () => {
    const given = new AbortController();
    const { patience } = setUp(given.signal);
    patience.dispose();
    given.abort();
    expect(patience.ended).toBeNull();
  });
});
