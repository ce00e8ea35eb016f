import { describe, expect, it } from 'vitest';
import { readClockOffset } from '../../../../electron/app/clock-offset';

const NOW_MS = Date.UTC(2026, 0, 2);
const DAY_MS = 86_400_000;

describe('readClockOffset', () => {
  it('is the way from now to the wished instant', () => {
    expect(readClockOffset('2026-01-05T00:00:00Z', NOW_MS, false)).toEqual({
      ok: true,
      offsetMs: 3 * DAY_MS,
    });
    expect(readClockOffset('2026-01-01T00:00:00Z', NOW_MS, false)).toEqual({
      ok: true,
      offsetMs: -DAY_MS,
    });
  });

  it('is nothing without a wish', () => {
    expect(readClockOffset(undefined, NOW_MS, false)).toEqual({ ok: true, offsetMs: 0 });
    expect(readClockOffset('', NOW_MS, false)).toEqual({ ok: true, offsetMs: 0 });
  });

  it('is nothing in a packaged app, whatever is wished', () => {
    expect(readClockOffset('2030-01-01T00:00:00Z', NOW_MS, true)).toEqual({
      ok: true,
      offsetMs: 0,
    });
    expect(readClockOffset('nonsense', NOW_MS, true)).toEqual({ ok: true, offsetMs: 0 });
  });

  it('refuses what is no instant', () => {
    expect(readClockOffset('yester\nday', NOW_MS, false)).toEqual({
      ok: false,
      message: 'TAPEOUT_CLOCK is no instant: "yester\\nday"',
    });
  });
});
