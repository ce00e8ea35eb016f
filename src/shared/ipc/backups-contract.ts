import { z } from 'zod/mini';
import type { Backup, RestoreFault } from '../domain/backup/backup';
import { invoke, push } from './build';
import type { SaveResult } from './files-contract';

const nothing = z.undefined();
const takenAt = z.int().check(z.positive());
const importId = z.int().check(z.positive());

/**
 * Copies of everything that the user keeps. Main keeps all paths. Where something takes the place of
 * what is there, what is there becomes a backup first, and the app starts anew.
 */
export const backupsContract = {
  /** Newest first. */
  list: invoke(nothing)<readonly Backup[]>(),
  backUpNow: invoke(nothing)<BackUpResult>(),
  /** Takes a backup away for ever. */
  remove: invoke(z.strictObject({ takenAt }))<readonly Backup[]>(),
  /** The app starts anew after the answer `ok`. */
  restore: invoke(z.strictObject({ takenAt }))<RestoreResult>(),
  /** Main shows the dialog and writes one file that another machine can import; without any key. */
  exportAll: invoke(nothing)<SaveResult>(),
  /** Main shows the dialog and checks the file; nothing is changed. */
  chooseImport: invoke(nothing)<ImportOpening>(),
  /** Takes the chosen file; the app starts anew after the answer `ok`. */
  commitImport: invoke(z.strictObject({ importId }))<RestoreResult>(),
  cancelImport: invoke(z.strictObject({ importId }))<void>(),
  onChanged: push<readonly Backup[]>(),
} as const;

export type BackUpResult =
  | { readonly ok: true; readonly backups: readonly Backup[] }
  | { readonly ok: false; readonly reason: 'disk-full' | 'not-writable' };

export type RestoreResult =
  { readonly ok: true } | { readonly ok: false; readonly reason: RestoreFault | 'unknown-backup' };

export type ImportOpening =
  | { readonly kind: 'closed' }
  | { readonly kind: 'refused'; readonly fileName: string; readonly reason: RestoreFault }
  | { readonly kind: 'ready'; readonly preview: BackupPreview };

/** What a file would put in the place of what is there. */
export interface BackupPreview {
  readonly importId: number;
  readonly fileName: string;
  readonly bytes: number;
  readonly lists: number;
  /** Instruments in all lists. */
  readonly items: number;
  /** UTC milliseconds at which its file was last changed. */
  readonly changedAt: number;
}
