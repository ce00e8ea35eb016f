import type { ListsMessages } from '../../shared/i18n/desk/en/lists';

const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;
const DAY_S = 24 * HOUR_S;

/** How long ago something was, as short as a column allows: `12 s`, `5 min`, `3 h`, `12 d`. */
export function ageWords(ageMs: number, { ago }: ListsMessages): string {
  const seconds = Math.max(0, Math.floor(ageMs / 1000));
  if (seconds < MINUTE_S) return ago.seconds(seconds);
  if (seconds < HOUR_S) return ago.minutes(Math.floor(seconds / MINUTE_S));
  if (seconds < 2 * DAY_S) return ago.hours(Math.floor(seconds / HOUR_S));
  return ago.days(Math.floor(seconds / DAY_S));
}
