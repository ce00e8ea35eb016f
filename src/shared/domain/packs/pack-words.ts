import type { Announcement, DatePrecision } from '../announcement/announcement';

/** How an announcement is told in the language of the user; gives texts, never markup. */
export interface PackWords {
  title(announcement: Announcement): string;
  summary(announcement: Announcement): string;
  /** Stage, claim and kind in a line. */
  facts(announcement: Announcement): string;
  date(date: string, precision: DatePrecision): string;
  company(id: string): string;
}
