import { toSessionKey } from '../../../src/shared/domain/calendar/calendar-date';
import type { EngineTick } from '../../../src/shared/domain/alert/engine/alert-engine';
import type { MarketMode } from '../../../src/shared/domain/market/market-status';
import type { Quote } from '../../../src/shared/domain/quote/quote';

/** A last price of a session that is heard later than this after it was made is no news. */
export const CLOSE_IS_NEWS_MS = 30 * 60_000;

/**
 * What a quote is to rules. `take`: a price that may fire them; `first`: good enough to compare the next
 * one with, where there is nothing better; `leave`: nothing.
 */
export type QuoteVerdict = 'take' | 'first' | 'leave';

/**
 * A price fires nothing that is stale, that is no price, that a second source contradicts, or that is
 * simulated while real prices are shown. The close of a finished session fires where it was just made,
 * or where rules saw an earlier price of before.
 *
 * @param hasBefore - rules have heard a price of the instrument
 */
export function judgeQuote(
  quote: Pick<Quote, 'state' | 'dispute' | 'asOf'>,
  { mode, nowMs, hasBefore }: { mode: MarketMode; nowMs: number; hasBefore: boolean },
): QuoteVerdict {
  if (quote.dispute !== null) return 'leave';
  switch (quote.state) {
    case 'stale':
    case 'error':
      return 'leave';
    case 'simulated':
      return mode === 'simulated' ? 'take' : 'leave';
    case 'closed':
      if (mode === 'simulated') return 'leave';
      return hasBefore || nowMs - quote.asOf <= CLOSE_IS_NEWS_MS ? 'take' : 'first';
    default:
      return mode === 'simulated' ? 'leave' : 'take';
  }
}

/** @param isRegular - made in continuous trading or an auction of it */
export function tickOfQuote(quote: Quote, heardAt: number, isRegular: boolean): EngineTick {
  const { asOf, price, previousClose, openBar, session } = quote;
  return {
    ...{ at: asOf, heardAt, price, previousClose: previousClose ?? NaN },
    volume: openBar?.volume ?? NaN,
    session: toSessionKey(session),
    isRegular: isRegular || quote.state === 'closed',
  };
}
