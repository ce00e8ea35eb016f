import type { ExchangeCalendar } from './exchange-calendar';
import { type PhaseState, phaseAt } from './session-phase';
import { sessionHours } from './session-clock';

/** What is known of an exchange's trading from a source of its prices. */
export interface TradeFeed {
  /** UTC milliseconds of the newest trade of any instrument of the exchange; null before the first. */
  readonly newestTradeAt: number | null;
  /** Minutes by which the source lags; null where that is not known. */
  readonly delayMinutes: number | null;
}

/** The state of an exchange with the feed's word above the calendar's. */
export interface ObservedSession {
  /** What the calendar says. */
  readonly calendar: PhaseState;
  /**
   * `open`: trades come in although the calendar has the exchange closed; `closed-or-delayed`: none
   * came although it should have opened a while ago; `as-calendar`: nothing speaks against the calendar.
   */
  readonly verdict: 'as-calendar' | 'open' | 'closed-or-delayed';
}

const MS_PER_MINUTE = 60_000;
/** A trade that is no older than this, the source's delay apart, means trading now. */
const FRESH_MINUTES = 3;
/** No trade for so long after the expected open means that it did not take place. */
const MISSING_MINUTES = 20;
/** Prints that settle the close still come for a while after it. */
const CLOSING_PRINTS_MINUTES = 15;
/** Taken for a delay that is not known where the absence of trades is judged. */
const LONGEST_USUAL_DELAY_MINUTES = 20;

/**
 * Lets the feed overrule the calendar at a moment (UTC milliseconds), for what is shown only: whether
 * a bar is final is never decided by this.
 *
 * A trade counts against a closed calendar only if the calendar has the exchange closed at the trade's
 * own time too, so that the last trades of a session that has just ended, or that a delayed source
 * tells late, open nothing. A trade from the future counts as none.
 */
export function observeSession(
  calendar: ExchangeCalendar,
  utcMs: number,
  feed: TradeFeed,
): ObservedSession {
  const state = phaseAt(calendar, utcMs);
  if (state.phase === 'closed' && tradesWhileClosed(calendar, utcMs, feed)) {
    return { calendar: state, verdict: 'open' };
  }
  if (state.phase === 'open' && tradesAreMissing(calendar, state, utcMs, feed)) {
    return { calendar: state, verdict: 'closed-or-delayed' };
  }
  return { calendar: state, verdict: 'as-calendar' };
}

function tradesWhileClosed(
  calendar: ExchangeCalendar,
  utcMs: number,
  { newestTradeAt, delayMinutes }: TradeFeed,
): boolean {
  if (newestTradeAt === null || newestTradeAt > utcMs) return false;
  const oldest = utcMs - (FRESH_MINUTES + (delayMinutes ?? 0)) * MS_PER_MINUTE;
  if (newestTradeAt < oldest) return false;
  const settled = newestTradeAt - CLOSING_PRINTS_MINUTES * MS_PER_MINUTE;
  return [settled, newestTradeAt].every((at) => phaseAt(calendar, at).phase === 'closed');
}

function tradesAreMissing(
  calendar: ExchangeCalendar,
  { date }: PhaseState,
  utcMs: number,
  { newestTradeAt, delayMinutes }: TradeFeed,
): boolean {
  const part = sessionHours(calendar, date).find(({ start, end }) => start <= utcMs && utcMs < end);
  if (!part) return false;
  const patience = MISSING_MINUTES + (delayMinutes ?? LONGEST_USUAL_DELAY_MINUTES);
  if (utcMs < part.start + patience * MS_PER_MINUTE) return false;
  return newestTradeAt === null || newestTradeAt > utcMs || newestTradeAt < part.start;
}
