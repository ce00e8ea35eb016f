import type { ProviderError } from '../market/market-data-provider-port';
import type { SessionPhase } from './session-phase';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

export const CHARTED_MS = 10 * SECOND;
export const LISTED_MIN_MS = 30 * SECOND;
export const LISTED_MAX_MS = 60 * SECOND;
export const LUNCH_MS = 5 * MINUTE;
export const CLOSED_MS = 30 * MINUTE;
/** After a close: for the price of the closing auction, and for sources that are 20 minutes late. */
export const AFTER_CLOSE_MS = [MINUTE, 22 * MINUTE] as const;
/** Over which the first questions after an open or a close are spread. */
const SPREAD_MS = 5 * SECOND;
/** By which an interval is shorter or longer than it says. */
const JITTER = 0.1;
const LONGEST_PAUSE_MS = { charted: MINUTE, listed: 5 * MINUTE, hopeless: CLOSED_MS };

/** Where one instrument stands in the asking. Times are UTC milliseconds. */
export interface Turn {
  /** Null before the first time. */
  readonly askedAt: number | null;
  /** 0 to below 1, drawn anew for each turn. */
  readonly chance: number;
  /** Set after a failure: nothing before that. */
  readonly pauseUntil: number | null;
}

/**
 * When it is its turn again: at an interval while the exchange is open; a few times after it closed
 * and then every half hour; and soon after it opens, whatever the interval says.
 *
 * @param openEveryMs - interval while the exchange is open
 * @param slowdown - 1, or more where nobody looks
 * @returns UTC milliseconds, in the past where it is overdue
 */
export function nextTurnAt(
  turn: Turn,
  phase: SessionPhase | null,
  openEveryMs: number,
  slowdown = 1,
): number {
  const { askedAt, chance, pauseUntil } = turn;
  if (askedAt === null) return -Infinity;
  if (pauseUntil !== null) return pauseUntil;
  const regular =
    askedAt + turnMs(phase, openEveryMs) * slowdown * (1 - JITTER + 2 * JITTER * chance);
  if (phase === null) return regular;
  const offsets = phase.state === 'closed' ? AFTER_CLOSE_MS : [0];
  const special = offsets
    .map((offset) => phase.since + offset + chance * SPREAD_MS)
    .filter((at) => at > askedAt);
  return Math.min(regular, ...special);
}

function turnMs(phase: SessionPhase | null, openEveryMs: number): number {
  if (phase?.state === 'closed') return CLOSED_MS;
  return phase?.state === 'lunch' ? LUNCH_MS : openEveryMs;
}

/**
 * Pause after a failure: doubles with each one in a row up to a cap, at least half of it and the rest
 * by chance, and never shorter than the source asks for.
 *
 * @param failures - in a row, 1 or more
 * @param everyMs - interval at which it would be asked otherwise
 * @param error - null where nothing is known of it
 */
export function pauseMs(
  failures: number,
  everyMs: number,
  charted: boolean,
  error: ProviderError | null,
  chance: number,
): number {
  const cap = isHopeless(error)
    ? LONGEST_PAUSE_MS.hopeless
    : LONGEST_PAUSE_MS[charted ? 'charted' : 'listed'];
  const grown = isHopeless(error) ? cap : Math.min(cap, everyMs * 2 ** (failures - 1));
  return Math.max(grown * (0.5 + 0.5 * chance), error?.retryAfterMs ?? 0);
}

/** No source has it, and none will have it in a minute. */
function isHopeless(error: ProviderError | null): boolean {
  return (
    error !== null && (error.reason === 'unknown-instrument' || error.reason === 'not-offered')
  );
}
