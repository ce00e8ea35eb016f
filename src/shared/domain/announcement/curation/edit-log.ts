import type { EditKind, EditState, EntryCuration } from './entry-curation';

/** One thing that the user did, whatever number of entries it changed. */
export interface EditHead {
  readonly id: number;
  readonly kind: EditKind;
  /** Of an import the name of the file. */
  readonly detail: string | null;
  /** UTC milliseconds. */
  readonly at: number;
  /** The only entry that it changed; null where it changed several. */
  readonly entryId: string | null;
}

/** What one edit did to one entry. */
export interface EditLine extends EditHead {
  readonly who: 'user';
  readonly state: EditState;
  /** When it came to that state: UTC milliseconds. */
  readonly stateAt: number;
  readonly before: EntryCuration | null;
  readonly after: EntryCuration | null;
}

/** What undo and redo would do. */
export interface EditSteps {
  readonly undo: EditHead | null;
  readonly redo: EditHead | null;
}
