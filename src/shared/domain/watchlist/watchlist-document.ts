import type { CalendarDate } from '../calendar/calendar-date';

/** Colours that an instrument can be flagged with, several at once. */
export const FLAGS = ['red', 'orange', 'yellow', 'green', 'blue', 'purple'] as const;
export type Flag = (typeof FLAGS)[number];

/** A price that the user waits for, in the instrument's quoted currency. */
export interface TargetLevel {
  readonly price: number;
  readonly label: string;
}

/**
 * A purchase (or sale: negative quantity) that the user keeps. Price per unit; currency null = the
 * instrument's own.
 */
export interface Lot {
  readonly quantity: number;
  readonly price: number | null;
  readonly currency: string | null;
  readonly date: CalendarDate | null;
  readonly commission: number | null;
  readonly comment: string;
}

/** What the user keeps about an instrument in a list. */
export interface ItemDetails {
  readonly note: string;
  readonly flags: readonly Flag[];
  readonly targets: readonly TargetLevel[];
  readonly lots: readonly Lot[];
}

export const NO_DETAILS: ItemDetails = { note: '', flags: [], targets: [], lots: [] };

/**
 * One line of a list that can leave the app. `symbol` is MIC:code, or what the source wrote where
 * nothing resolves it. `written` = the spelling of the file it came from (null: added in the app), so
 * that a spread, a future or an unknown symbol is written back unchanged.
 */
export interface DocumentItem extends ItemDetails {
  readonly symbol: string;
  readonly written: string | null;
}

export interface DocumentSection {
  /** null: the unnamed section before the first name */
  readonly name: string | null;
  readonly items: readonly DocumentItem[];
}

export interface WatchlistDocument {
  readonly name: string;
  readonly sections: readonly DocumentSection[];
}

/** High and low limits that a file names; they become drafts of alert rules. */
export interface AlertDraft {
  readonly symbol: string;
  readonly side: 'above' | 'below';
  readonly price: number;
}
