/** What a wish for another clock comes down to. */
export type ClockWish =
  | { readonly ok: true; readonly offsetMs: number }
  | { readonly ok: false; readonly message: string };

/**
 * Tests set the clock of the whole app with `TAPEOUT_CLOCK`, an ISO instant such as
 * `2026-05-29T14:00:00Z`; it goes on from there. A packaged app ignores it.
 */
export function readClockOffset(
  wish: string | undefined,
  nowMs: number,
  isPackaged: boolean,
): ClockWish {
  if (wish === undefined || wish === '' || isPackaged) return { ok: true, offsetMs: 0 };
  const instantMs = Date.parse(wish);
  return Number.isNaN(instantMs)
    ? { ok: false, message: `TAPEOUT_CLOCK is no instant: ${JSON.stringify(wish)}` }
    : { ok: true, offsetMs: instantMs - nowMs };
}
