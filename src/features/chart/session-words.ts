import type { ExchangeCalendar } from '../../shared/domain/calendar/exchange-calendar';
import {
  type SessionOutlook,
  sessionOutlookAt,
} from '../../shared/domain/calendar/session-outlook';
import type { SessionMessages } from '../../shared/i18n/desk/en/session';
import type { FormatsState } from '../../state/formats-state.svelte';

const SEPARATOR = ' · ';

export interface SessionWordsContext {
  readonly t: SessionMessages;
  readonly formats: Pick<FormatsState, 'soon'>;
  /** IANA zone of the user. */
  readonly userZone: string;
}

/** What an exchange is doing in a word or two: `open`, `half day, open`, `closed: Good Friday`. */
export function phaseWords(outlook: SessionOutlook, t: SessionMessages): string {
  const { phase, day } = outlook;
  const reason = reasonWords(outlook, t);
  if (phase === 'closed') {
    const isNoSession = day === 'holiday' || day === 'weekend';
    return isNoSession && reason !== '' ? t.closedFor(reason) : t.phases.closed;
  }
  return reason === '' ? t.phases[phase] : [reason, t.phases[phase]].join(SEPARATOR);
}

/**
 * What an exchange is doing, how long, and when it opens next, on its own clock and on the user's
 * where that shows another time.
 *
 * @param utcMs - UTC milliseconds
 */
export function sessionWords(
  calendar: ExchangeCalendar,
  utcMs: number,
  { t, formats, userZone }: SessionWordsContext,
): string {
  const outlook = sessionOutlookAt(calendar, utcMs);
  const { phase, until, opensAt, isCovered } = outlook;
  const moment = (at: number): string => {
    const there = formats.soon(at, calendar.timezone);
    const here = formats.soon(at, userZone);
    return here === there ? there : t.bothClocks(there, here);
  };
  const state = phaseWords(outlook, t);
  const words = [until === null ? t.aroundTheClock : state];
  if (until !== null && phase !== 'closed' && phase !== 'pre')
    words[0] = t.until(state, moment(until));
  const opensLater = phase === 'pre' || phase === 'post' || phase === 'closed';
  if (opensLater && opensAt !== null) words.push(t.opens(moment(opensAt)));
  if (!isCovered) words.push(t.notCovered);
  return words.join(SEPARATOR);
}

/** Why the day is not a usual one; empty for a usual day. */
function reasonWords({ day, dayName }: SessionOutlook, t: SessionMessages): string {
  const name = dayName === null ? '' : t.dayName(dayName);
  switch (day) {
    case 'regular':
      return '';
    case 'half':
    case 'late':
      return name === '' ? t[day] : t.named(t[day], name);
    default:
      return name === '' ? t[day] : name;
  }
}
