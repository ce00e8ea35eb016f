import type { EngineTick } from '../../../src/shared/domain/alert/engine/alert-engine';
import type { BarColumns } from '../../../src/shared/domain/candle/bar-columns';

export interface BarPathParts {
  /** A number for the session of a moment (UTC milliseconds). */
  readonly sessionAt: (at: number) => number;
  readonly isRegularAt: (at: number) => boolean;
  readonly heardAt: number;
  /** The price before the first bar. */
  readonly last: { readonly at: number; readonly price: number; readonly session: number };
}

/**
 * The prices that bars stand for, oldest first: open, the extremes, close. A bar that rose is taken to
 * have been at its low first. All of one bar carry the time of its start, the only one that is known.
 * Bars that began before the last price that was heard are left out.
 *
 * @param bars - ascending, intraday
 */
export function* pathOfBars(bars: BarColumns, parts: BarPathParts): Generator<EngineTick> {
  let { price, session } = parts.last;
  let volume = 0;
  let previousClose = NaN;
  for (let index = 0; index < bars.length; index++) {
    const at = (bars.time[index] as number) * 1000;
    if (at <= parts.last.at) continue;
    const its = parts.sessionAt(at);
    if (its !== session) {
      previousClose = price;
      volume = 0;
      session = its;
    }
    volume += bars.volume[index] as number;
    const [open, close] = [bars.open[index] as number, bars.close[index] as number];
    const [low, high] = [bars.low[index] as number, bars.high[index] as number];
    const isRegular = parts.isRegularAt(at);
    const { heardAt } = parts;
    for (const step of close >= open ? [open, low, high, close] : [open, high, low, close]) {
      yield { at, heardAt, price: step, previousClose, volume, session, isRegular };
    }
    price = close;
  }
}
