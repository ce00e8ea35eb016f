import type { Announcement, DatePrecision } from '../announcement';
import type { LocalizedText } from '../../text/localized-text';
import type { ContentFault } from './content-fault';
import type { EditHead, EditLine, EditSteps } from './edit-log';
import type { EntryCuration } from './entry-curation';
import type { AnnouncementContent } from './facet';
import type { FacetName } from './facet-name';

/** What the page keeps of the user's edits as a whole. */
export interface CurationState extends EditSteps {
  /** Entries that are hidden, marked as wrong, merged into others, or gone from the record. */
  readonly setAside: number;
}

/** One entry for its editor, its conflicts and its history. */
export interface CurationDetail {
  readonly id: string;
  /** As the user left it; texts may be in one language only. */
  readonly content: AnnouncementContent;
  readonly shipped: Announcement | null;
  readonly curation: EntryCuration | null;
  readonly edited: readonly FacetName[];
  readonly conflicts: readonly FacetName[];
  /** Newest first. */
  readonly history: readonly EditLine[];
}

/** `gone`: the record no longer has the entry that the edits lie over. */
export const ASIDE_REASONS = ['hidden', 'wrong', 'merged', 'gone'] as const;
export type AsideReason = (typeof ASIDE_REASONS)[number];

export interface AsideEntry {
  readonly id: string;
  readonly why: AsideReason;
  /** The identity where the entry is gone. */
  readonly title: LocalizedText;
  readonly date: string | null;
  readonly precision: DatePrecision;
  /** Key of the company; null where the entry is gone. */
  readonly company: string | null;
  /** Why it is wrong, or the title of what it was merged into. */
  readonly remark: LocalizedText | null;
}

/** How a command ended. Nothing was changed where it failed. */
export type CurationResult =
  | {
      readonly ok: true;
      readonly id: string;
      /** Null where there was nothing to change. */
      readonly edit: EditHead | null;
    }
  | { readonly ok: false; readonly reason: 'unknown-entry' | 'circular-merge' | 'too-many' }
  | { readonly ok: false; readonly reason: 'faulty'; readonly faults: readonly ContentFault[] };
