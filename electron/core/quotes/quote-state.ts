import type { CalendarDate } from '../../../src/shared/domain/calendar/calendar-date';
import type { MarketSource, QuoteState } from '../../../src/shared/domain/quote/quote';
import type { SessionPhase } from './session-phase';

const MS_PER_MINUTE = 60_000;
/** A source that misses this many of its turns no longer answers. */
const MISSED_TURNS = 2;
/** A source that does not say how late it is counts as late from this age of its stamps on. */
const UNDECLARED_DELAY_MS = 2 * MS_PER_MINUTE;
/** How long after the close (and its delay) a source may take to confirm the last price. */
export const CONFIRMATION_MS = 10 * MS_PER_MINUTE;
/** A market that never closes, and in which nobody traded for this long, stands still. */
const STANDSTILL_MS = 60 * MS_PER_MINUTE;
/** Without a calendar, a price that is older than this is of some earlier session. */
const LONGEST_AGE_MS = 24 * 60 * MS_PER_MINUTE;

/** All that the state of a price follows from. Times are UTC milliseconds. */
export interface QuoteFacts {
  readonly source: MarketSource;
  readonly asOf: number;
  readonly session: CalendarDate;
  readonly delayMinutes: number | null;
  /** When a source last gave this price or a newer one that could be taken. */
  readonly lastAnswerAt: number;
  /** When the last answer was something that cannot be a price; null where it was one, or a failure. */
  readonly refusedAt: number | null;
  /** How often sources are asked while the exchange is open. */
  readonly askedEveryMs: number;
  /** Null where no calendar is known. */
  readonly phase: SessionPhase | null;
  /** True where the exchange is open and none of its watched prices has had a newer stamp for long. */
  readonly isFrozen: boolean;
  readonly nowMs: number;
}

/**
 * What a price is worth now.
 *
 * Nonsense in place of a price keeps the earlier price and makes it `error`, and `stale` once not even
 * nonsense comes any more. While the exchange is open a price is `stale` as soon as two turns went by
 * without an answer, or as the answers repeat old stamps for the whole exchange, or as a venue that
 * never closes had no trade for an hour (contracts on shares stand still over the weekend); until
 * today's first trade the last session's price is `closed`. While it is
 * closed, the price of the last finished session is `closed` for as long as it stays closed, network
 * or not, provided that a source confirmed it after the close; where none did it is `stale`.
 */
export function quoteState(facts: QuoteFacts): QuoteState {
  if (facts.source === 'simulated') return 'simulated';
  const { refusedAt, phase } = facts;
  if (refusedAt !== null) return isSilentSince(facts, refusedAt) ? 'stale' : 'error';
  if (phase?.state === 'closed') return closedState(facts, phase);
  if (phase !== null && isOfEarlierSession(facts, phase)) return stateUntilFirstTrade(facts, phase);
  if (isSilentSince(facts, facts.lastAnswerAt) || standsStill(facts)) return 'stale';
  if (phase === null) {
    return facts.nowMs - facts.asOf > LONGEST_AGE_MS ? 'stale' : timeliness(facts, facts.nowMs);
  }
  // Over lunch no source can be newer than the end of the morning.
  return timeliness(facts, phase.state === 'lunch' ? phase.since : facts.nowMs);
}

/** A venue that never closes begins a session with a price that is of the one before, and no older for it. */
function isOfEarlierSession({ session }: QuoteFacts, phase: SessionPhase): boolean {
  return phase.session !== null && session < phase.session && !neverCloses(phase);
}

function standsStill({ isFrozen, phase, nowMs, asOf }: QuoteFacts): boolean {
  return isFrozen || (phase !== null && neverCloses(phase) && nowMs - asOf > STANDSTILL_MS);
}

function neverCloses(phase: SessionPhase): boolean {
  return phase.since === phase.lastClosedAt;
}

/** Turns are counted from the open on: while it was closed there was little to ask for. */
function stateUntilFirstTrade(facts: QuoteFacts, phase: SessionPhase): QuoteState {
  if (facts.session !== phase.lastFinished) return 'stale';
  const { lastAnswerAt } = facts;
  const heardAt = isFinal(facts, phase) ? Math.max(lastAnswerAt, phase.since) : lastAnswerAt;
  return isSilentSince(facts, heardAt) ? 'stale' : 'closed';
}

function closedState(facts: QuoteFacts, phase: SessionPhase): QuoteState {
  const { session, lastAnswerAt, askedEveryMs, nowMs } = facts;
  if (session < phase.lastFinished) return 'stale';
  if (isFinal(facts, phase)) return 'closed';
  const finalAt = finalFrom(facts, phase);
  const fellSilentBefore = lastAnswerAt < phase.lastClosedAt - MISSED_TURNS * askedEveryMs;
  if (fellSilentBefore || nowMs > finalAt + CONFIRMATION_MS) return 'stale';
  return timeliness(facts, phase.lastClosedAt) === 'delayed' ? 'delayed' : 'closed';
}

/** True where the price is the last one of the last finished session for sure. */
function isFinal(facts: QuoteFacts, phase: SessionPhase): boolean {
  return facts.asOf >= phase.lastClosedAt || facts.lastAnswerAt >= finalFrom(facts, phase);
}

/** When a source can have the last price. */
function finalFrom({ delayMinutes }: QuoteFacts, { lastClosedAt }: SessionPhase): number {
  return lastClosedAt + (delayMinutes ?? 0) * MS_PER_MINUTE;
}

function timeliness({ delayMinutes, asOf }: QuoteFacts, atMs: number): 'live' | 'delayed' {
  const isLate = delayMinutes === null ? atMs - asOf > UNDECLARED_DELAY_MS : delayMinutes > 0;
  return isLate ? 'delayed' : 'live';
}

function isSilentSince({ nowMs, askedEveryMs }: QuoteFacts, lastHeardAt: number): boolean {
  return nowMs - lastHeardAt > MISSED_TURNS * askedEveryMs;
}
