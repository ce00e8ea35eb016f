import type { UserDatabase } from './user-database';

/** What became of the attempt to open `user.db`. Nothing is ever deleted on the way. */
export type UserDatabaseOpening =
  | {
      readonly ok: true;
      readonly database: UserDatabase;
      /** Set where something had to be put aside. */
      readonly notice: RecoveryNotice | null;
    }
  | { readonly ok: false; readonly failure: UserDatabaseFailure };

/** Why the app cannot start. The file is as it was. */
export interface UserDatabaseFailure {
  readonly reason:
    'newer-database' | 'not-accessible' | 'disk-full' | 'locked' | 'migration-failed';
  /** English, for the log and for those who can use it. */
  readonly detail: string;
}

/** A damaged file was put aside. */
export interface RecoveryNotice {
  /** Name of the damaged file, in the folder of `user.db`. */
  readonly keptAs: string;
  /** `log`: only the log was damaged, and the edits in it are missing. */
  readonly recoveredFrom: 'backup' | 'first-set' | 'log';
  /** UTC milliseconds at which the restored backup was taken; null where none was restored. */
  readonly backupTakenAt: number | null;
}
