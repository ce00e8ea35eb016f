import type { Backup, RestoreFault } from '../../../src/shared/domain/backup/backup';

/** Why nothing could be written. */
export type BackupFault = 'disk-full' | 'not-writable';

/** What a checked file would put in the place of what is there. */
export interface CandidateContent {
  readonly bytes: number;
  readonly lists: number;
  readonly items: number;
  /** UTC milliseconds at which the file was last changed. */
  readonly changedAt: number;
}

export type Candidate =
  | { readonly ok: true; readonly content: CandidateContent }
  | { readonly ok: false; readonly reason: RestoreFault | 'unknown-backup' };

/** Copies of everything that the user keeps, as files; and the one that is to take its place. */
export interface BackupStore {
  /** Newest first. */
  list(): readonly Backup[];

  /**
   * Copies what is stored now and checks the copy before it counts.
   *
   * @param at - UTC milliseconds
   * @throws where what is stored or its copy is damaged; no backup is touched
   */
  take(reason: 'daily' | 'asked', at: number): BackupFault | null;

  /** Takes one away for ever; nothing where there is none. */
  remove(takenAt: number): void;

  /** Takes the oldest daily ones away. @param keep - how many are left */
  dropDaily(keep: number): void;

  /** Writes everything but keys and paths of this machine to a file, whole or not at all. */
  exportTo(path: string): Promise<BackupFault | null>;

  /** Copies and checks a backup or a file, and brings it up to date; what is stored stays. */
  prepare(from: { readonly takenAt: number } | { readonly path: string }): Promise<Candidate>;

  /** From the next start on, what was prepared stands in the place of what is stored. */
  accept(): RestoreFault | null;

  /** Forgets what was prepared. */
  discard(): void;
}
