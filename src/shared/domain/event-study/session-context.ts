import { type CalendarDate, toDate, toSessionKey } from '../calendar/calendar-date';
import { type BarColumns, lowerBound } from '../candle/bar-columns';
import type { InstrumentId } from '../instrument/instrument';
import type { PairedReturns } from './study-spec';

/** How an index moved on a session of the event, or on one beside it. */
export interface MarketMove {
  /** The index of the listing's own exchange, or that of the industry. */
  readonly role: 'index' | 'sector';
  readonly instrument: InstrumentId;
  /** Sessions after the event's own: -1, 0 or 1. */
  readonly offset: number;
  readonly session: CalendarDate;
  /** A fraction: 0.01 is one percent. */
  readonly change: number;
  /** {@link change} in standard deviations of the changes before; null where there are too few. */
  readonly z: number | null;
}

/** What the bars say of the time around an event's session. */
export interface SessionContext {
  readonly moves: readonly MarketMove[];
  /** How much wider the returns just before the event swung than those of the estimation window. */
  readonly volatilityRatio: number | null;
  /** Volume of the session over the median of the sessions before it. */
  readonly volumeRatio: number | null;
  /** The event's day against the sector in place of the chosen benchmark: t and its bound. */
  readonly sectorDay: { readonly t: number; readonly band: number } | null;
}

/** Sessions that "just before" means. */
export const RECENT_SESSIONS = 20;
const LONGEST_SPREAD = 250;

type Closes = Pick<BarColumns, 'time' | 'close' | 'length'>;

/** The moves of an index on given sessions; a session that it did not trade has none. */
export function marketMoves(
  bars: Closes,
  sessions: readonly { readonly offset: number; readonly session: CalendarDate }[],
  of: Pick<MarketMove, 'role' | 'instrument'>,
): readonly MarketMove[] {
  const first = Math.min(...sessions.map(({ session }) => toSessionKey(session)));
  const spread = changeSpread(bars, lowerBound(bars, first));
  return sessions.flatMap(({ offset, session }) => {
    const key = toSessionKey(session);
    const index = lowerBound(bars, key);
    const change = changeAt(bars, index);
    if (bars.time[index] !== key || change === null) return [];
    return [{ ...of, offset, session: toDate(key), change, z: spread && change / spread }];
  });
}

/** The session before and after one, and itself, as far as there are bars of them. */
export function sessionsAround(
  bars: Pick<Closes, 'time' | 'length'>,
  session: CalendarDate,
): readonly { readonly offset: number; readonly session: CalendarDate }[] {
  const key = toSessionKey(session);
  const index = lowerBound(bars, key);
  if (bars.time[index] !== key) return [{ offset: 0, session }];
  return [-1, 0, 1].flatMap((offset) => {
    const time = bars.time[index + offset];
    return time === undefined || index + offset < 0 ? [] : [{ offset, session: toDate(time) }];
  });
}

/**
 * Standard deviation of the last {@link RECENT_SESSIONS} returns of a security before a session over
 * that of its returns in a span; null where either has too few or does not swing.
 */
export function volatilityRatio(
  { keys, security }: Pick<PairedReturns, 'keys' | 'security'>,
  span: readonly [from: CalendarDate, to: CalendarDate],
  before: CalendarDate,
): number | null {
  const all = { time: keys, length: keys.length };
  const end = lowerBound(all, toSessionKey(before));
  const recent = security.subarray(Math.max(0, end - RECENT_SESSIONS), end);
  const from = lowerBound(all, toSessionKey(span[0]));
  const to = lowerBound(all, toSessionKey(span[1]) + 1);
  const [wide, usual] = [deviation(recent), deviation(security.subarray(from, to))];
  return wide === null || usual === null ? null : wide / usual;
}

/** Volume of a session over the median of those before it; null where volumes are not known. */
export function volumeRatio(
  bars: Pick<BarColumns, 'time' | 'volume' | 'length'>,
  session: CalendarDate,
): number | null {
  const key = toSessionKey(session);
  const index = lowerBound(bars, key);
  if (bars.time[index] !== key || index < RECENT_SESSIONS) return null;
  const before = bars.volume.slice(index - RECENT_SESSIONS, index).sort();
  const middle =
    ((before[RECENT_SESSIONS / 2 - 1] as number) + (before[RECENT_SESSIONS / 2] as number)) / 2;
  return middle > 0 ? (bars.volume[index] as number) / middle : null;
}

function changeAt({ close }: Closes, index: number): number | null {
  const [now, last] = [close[index], close[index - 1]];
  return now === undefined || last === undefined || !(last > 0) ? null : now / last - 1;
}

function changeSpread(bars: Closes, end: number): number | null {
  const changes: number[] = [];
  for (let index = Math.max(1, end - LONGEST_SPREAD); index < end; index++) {
    const change = changeAt(bars, index);
    if (change !== null) changes.push(change);
  }
  return deviation(Float64Array.from(changes));
}

function deviation(values: Float64Array): number | null {
  const known = values.filter((value) => !Number.isNaN(value));
  if (known.length < RECENT_SESSIONS) return null;
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const squares = known.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviated = Math.sqrt(squares / (known.length - 1));
  return deviated > 0 ? deviated : null;
}
