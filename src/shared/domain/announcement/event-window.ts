import type { Announcement } from './announcement';
import { eventSession } from './event-session';
import type { WindowSpan } from './window-span';
import { placeAnnouncement } from './placement';
import type { ExchangeCalendar } from '../calendar/exchange-calendar';
import { type BarSessions, timesOf } from '../candle/bar-sessions';

/** Session keys of a window among the sessions that have bars; both ends are included. */
export interface PlacedWindow {
  readonly fromKey: number;
  readonly toKey: number;
  /** The first session that could react. */
  readonly reactionKey: number;
}

type Told = Pick<Announcement, 'date' | 'precision' | 'at'>;

/**
 * Sessions around an announcement, counted in sessions that have bars, whatever the length of the bars.
 * Null where it is known only to the month or vaguer, or where the first session that could react has
 * no bar. A window that reaches beyond the history ends there.
 *
 * @param calendar - null where the exchange is not known: its date then counts as it is printed
 */
export function placeEventWindow(
  announcement: Told,
  { from, to }: WindowSpan,
  sessions: BarSessions,
  calendar: ExchangeCalendar | null,
): PlacedWindow | null {
  const reaction = reactionIndex(announcement, sessions, calendar);
  if (reaction === null) return null;
  const { keys } = sessions;
  const first = reaction + from;
  const last = reaction + to;
  if (last < 0 || first >= keys.length) return null;
  return {
    fromKey: keys[Math.max(0, first)] as number,
    toKey: keys[Math.min(keys.length - 1, last)] as number,
    reactionKey: keys[reaction] as number,
  };
}

/** The first session that could react, by its index. */
function reactionIndex(
  announcement: Told,
  sessions: BarSessions,
  calendar: ExchangeCalendar | null,
): number | null {
  if (announcement.precision !== 'day') return null;
  const known = calendar && eventSession(announcement, calendar);
  const date = known?.session ?? announcement.date;
  const placement = placeAnnouncement({ date, precision: 'day' }, timesOf(sessions), calendar);
  return placement.kind === 'session' ? placement.index : null;
}
