import { describe, expect, it } from 'vitest';
import { RestartBackoff } from '../../../../electron/ipc/restart-backoff';

describe('RestartBackoff', () => {
  it('waits twice as long each time, at most eight seconds, and gives up after six', () => {
    const backoff = new RestartBackoff();
    const delays = Array.from({ length: 7 }, () => backoff.nextDelayMs(10));
    expect(delays).toEqual([250, 500, 1000, 2000, 4000, 8000, null]);
    expect(backoff.nextDelayMs(59_999)).toBeNull();
  });

  it('begins anew for a process that lived for a minute', () => {
    const backoff = new RestartBackoff();
    backoff.nextDelayMs(10);
    backoff.nextDelayMs(10);
    expect(backoff.nextDelayMs(60_000)).toBe(250);
    expect(backoff.nextDelayMs(10)).toBe(500);
  });
});
