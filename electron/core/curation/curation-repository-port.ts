import type {
  EditHead,
  EditLine,
  EditSteps,
} from '../../../src/shared/domain/announcement/curation/edit-log';
import type {
  CurationChange,
  EditKind,
  EntryCuration,
} from '../../../src/shared/domain/announcement/curation/entry-curation';

export interface NewEdit {
  readonly kind: EditKind;
  readonly detail: string | null;
  /** UTC milliseconds. */
  readonly at: number;
  readonly changes: readonly CurationChange[];
}

/** An edit that was taken back or done again, with the entries as they are now. */
export interface MovedEdit {
  readonly edit: EditHead;
  readonly now: readonly { readonly id: string; readonly curation: EntryCuration | null }[];
}

/** Where the overlay is kept. Every call is one transaction, durable before it returns. */
export interface CurationRepository {
  /** What cannot be read is left out, and left alone. */
  readAll(): readonly EntryCuration[];

  /**
   * Writes an edit; those that were undone can then not be done again, but stay in the history.
   *
   * @throws what the store throws (disk full, input/output error)
   */
  commit(edit: NewEdit): EditHead;

  /** Takes the last edit back; null where there is none. @param at - UTC milliseconds */
  undo(at: number): MovedEdit | null;

  /** Does the last undone edit again, as {@link undo}. */
  redo(at: number): MovedEdit | null;

  steps(): EditSteps;

  /** What happened to an entry, newest first, at most `most` lines. */
  historyOf(entryId: string, most: number): readonly EditLine[];
}
