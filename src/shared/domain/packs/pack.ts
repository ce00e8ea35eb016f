import type { LocalizedText } from '../text/localized-text';
import type { ContentFault } from '../announcement/curation/content-fault';
import type { AnnouncementContent } from '../announcement/curation/facet';

/** The forms in which announcements leave and enter the app. */
export const PACK_FORMATS = ['tapeout', 'csv', 'timelinejs', 'icalendar'] as const;
export type PackFormat = (typeof PACK_FORMATS)[number];

/** Which announcements leave it; `mine` is what the user made or changed. */
export const PACK_SCOPES = ['shown', 'all', 'mine'] as const;
export type PackScope = (typeof PACK_SCOPES)[number];

/** What a pack may measure. More is refused before any of it is looked at. */
export const PACK_LIMITS = {
  bytes: 8 * 1024 * 1024,
  depth: 16,
  entries: 5_000,
} as const;

/** One announcement of a pack. */
export interface PackEntry {
  /** Of the record, or the user's own; null where the pack gives none. */
  readonly id: string | null;
  /** `company` is a key, or a name that no key is known of. */
  readonly content: AnnouncementContent;
  readonly annotation: string | null;
  /** Why somebody took it for wrong. */
  readonly wrong: string | null;
}

/** One announcement as it was read. */
export interface PackRow {
  /** From 1: entry, event, or row below the head of a table. */
  readonly number: number;
  readonly entry: PackEntry;
  readonly faults: readonly ContentFault[];
  /** Names of fields that nothing here knows; they are left out. */
  readonly unknown: readonly string[];
}

/** A pack that was read; its rows may have faults of their own. */
export interface Pack {
  readonly format: PackFormat;
  readonly rows: readonly PackRow[];
  /** Names of companies by the keys that the entries give. */
  readonly companies: ReadonlyMap<string, LocalizedText>;
  /** Names of fields beside the entries that nothing here knows. */
  readonly unknown: readonly string[];
}

export const PACK_ERRORS = [
  'too-large',
  'not-text',
  'not-json',
  'too-deep',
  'not-a-pack',
  'newer-version',
  'too-many',
  'empty',
] as const;
export type PackError = (typeof PACK_ERRORS)[number];

/** Why a file cannot be read at all. */
export type PackFileError = Extract<PackError, 'too-large' | 'not-text'> | 'not-readable';

export type PackReading =
  { readonly ok: true; readonly pack: Pack } | { readonly ok: false; readonly error: PackError };
