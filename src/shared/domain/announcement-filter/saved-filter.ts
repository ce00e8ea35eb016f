import { type AnnouncementFilter, readAnnouncementFilter } from './announcement-filter';

/** A filter that the user keeps under a name. */
export interface SavedFilter {
  /** Unique among the saved filters, without blanks at its ends. */
  readonly name: string;
  readonly filter: AnnouncementFilter;
}

export const LONGEST_FILTER_NAME = 60;
export const MOST_SAVED_FILTERS = 100;

/** A saved filter as it was stored or sent; null where that is none. */
export function readSavedFilter(value: unknown): SavedFilter | null {
  if (typeof value !== 'object' || value === null) return null;
  const { name, filter } = value as { readonly name?: unknown; readonly filter?: unknown };
  const read = readAnnouncementFilter(filter);
  return isFilterName(name) && read !== null ? { name, filter: read } : null;
}

export function isFilterName(name: unknown): name is string {
  if (typeof name !== 'string' || name.trim() !== name) return false;
  return name.length >= 1 && name.length <= LONGEST_FILTER_NAME;
}
