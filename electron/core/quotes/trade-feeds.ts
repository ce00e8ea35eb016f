import type { ExchangeCalendar } from '../../../src/shared/domain/calendar/exchange-calendar';
import {
  observeSession,
  type TradeFeed,
} from '../../../src/shared/domain/calendar/observed-session';
import { exchangeDate } from '../../../src/shared/domain/calendar/session-clock';
import type { ProviderQuote } from '../market/market-data-provider-port';
import type { SessionPhase } from './session-phase';

const MS_PER_MINUTE = 60_000;
/** No trade of any watched instrument for so long, the source's delay apart: its stamps stand still. */
export const FROZEN_MINUTES = 20;
const UNHEARD: TradeFeed = { newestTradeAt: null, delayMinutes: null };

/** What the watched prices tell of the trading at each exchange. Times are UTC milliseconds. */
export class TradeFeeds {
  private readonly feeds = new Map<string, TradeFeed>();

  heard(exchange: string, { asOf, delayMinutes }: ProviderQuote): void {
    const known = this.feeds.get(exchange)?.newestTradeAt ?? -Infinity;
    if (asOf > known) this.feeds.set(exchange, { newestTradeAt: asOf, delayMinutes });
  }

  /** Forgets the exchanges of which nothing is watched any more. */
  keepOnly(exchanges: ReadonlySet<string>): void {
    for (const exchange of this.feeds.keys()) {
      if (!exchanges.has(exchange)) this.feeds.delete(exchange);
    }
  }

  /** The phase with the feed's word above the calendar's: trades mean open. */
  overrule(
    exchange: string,
    calendar: ExchangeCalendar,
    phase: SessionPhase,
    nowMs: number,
  ): SessionPhase {
    const feed = this.feeds.get(exchange) ?? UNHEARD;
    const tradedSince = feed.newestTradeAt !== null && feed.newestTradeAt > phase.since;
    if (phase.state !== 'closed' || !tradedSince) return phase;
    if (observeSession(calendar, nowMs, feed).verdict !== 'open') return phase;
    return { ...phase, state: 'open', session: exchangeDate(calendar, nowMs) };
  }

  /** True where the exchange is open and nothing that is watched there has traded for long. */
  isFrozen(exchange: string, phase: SessionPhase | null, nowMs: number): boolean {
    if (phase?.state !== 'open') return false;
    const { newestTradeAt, delayMinutes } = this.feeds.get(exchange) ?? UNHEARD;
    const lastSignAt = Math.max(phase.since, newestTradeAt ?? 0);
    return nowMs - lastSignAt > (FROZEN_MINUTES + (delayMinutes ?? 0)) * MS_PER_MINUTE;
  }
}
