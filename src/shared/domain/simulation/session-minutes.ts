import type { SessionPart } from '../calendar/session-clock';
import { allocateBars, type BarColumns, packBars, viewPackedBars } from '../candle/bar-columns';
import { activityUntil } from './intraday-activity';
import { lastTickAt, sessionTicks, TICKS_PER_SESSION } from './session-so-far';
import type { SimulatedSession } from './simulated-market';

const MS_PER_MINUTE = 60_000;

/**
 * The bars of one minute that a session is made of, up to a part of its trading time; the last one is
 * under way where that falls within a minute. Together they are `sessionSoFar` at that time: the same
 * open, extremes, close and volume.
 *
 * @param parts - hours of the session, whole minutes each
 * @param fraction - as in `sessionSoFar`
 */
export function sessionMinutes(
  session: SimulatedSession,
  parts: readonly SessionPart[],
  fraction: number,
): BarColumns & { readonly buffer: ArrayBuffer } {
  const starts = parts.flatMap(({ start, end }) =>
    Array.from(
      { length: (end - start) / MS_PER_MINUTE },
      (_, minute) => start / 1000 + minute * 60,
    ),
  );
  const elapsed = Math.min(1, Math.max(0, fraction));
  const lastTick = lastTickAt(elapsed);
  const ticks = sessionTicks(session);
  const bars = allocateBars(starts.length);
  let length = 0;
  let traded = 0;
  for (const [minute, time] of starts.entries()) {
    const from = tickAt(minute / starts.length);
    if (from > lastTick) break;
    const isLast = minute === starts.length - 1;
    const to = Math.min(
      lastTick,
      isLast ? TICKS_PER_SESSION : tickAt((minute + 1) / starts.length) - 1,
    );
    const share = Math.min(elapsed, (minute + 1) / starts.length);
    const volume = Math.floor(session.bar.volume * (share < 1 ? activityUntil(share) : 1));
    putBar(bars, length, time, ticks.subarray(from, to + 1), volume - traded);
    traded = volume;
    length += 1;
  }
  const buffer = packBars(bars, 0, length);
  return { ...viewPackedBars(buffer), buffer };
}

/** First tick at or after a part of the trading time. */
function tickAt(fraction: number): number {
  return Math.ceil(fraction * TICKS_PER_SESSION);
}

function putBar(
  bars: BarColumns,
  index: number,
  time: number,
  prices: Float64Array,
  volume: number,
): void {
  const close = prices[prices.length - 1] as number;
  bars.time[index] = time;
  bars.open[index] = prices[0] as number;
  bars.high[index] = prices.reduce((high, price) => Math.max(high, price), -Infinity);
  bars.low[index] = prices.reduce((low, price) => Math.min(low, price), Infinity);
  bars.close[index] = close;
  bars.volume[index] = volume;
  bars.adjustedClose[index] = close;
}
