import type { InboxItem } from '../../shared/domain/feeds/feed';
import type { InboxMessages } from '../../shared/i18n/desk/en/inbox';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const LONGEST_DAYS = 99;

/**
 * How old a headline is, as short as a column allows.
 *
 * @param now - UTC milliseconds
 */
export function ageText(
  item: Pick<InboxItem, 'publishedAt'>,
  now: number,
  t: InboxMessages,
): string {
  if (item.publishedAt === null) return t.dateUnknown;
  const ageMs = Math.max(0, now - item.publishedAt);
  if (ageMs < MINUTE_MS) return t.justNow;
  if (ageMs < HOUR_MS) return t.minutes(Math.floor(ageMs / MINUTE_MS));
  if (ageMs < 2 * DAY_MS) return t.hours(Math.floor(ageMs / HOUR_MS));
  const days = Math.floor(ageMs / DAY_MS);
  return days <= LONGEST_DAYS ? t.days(days) : new Date(item.publishedAt).toISOString().slice(0, 7);
}
