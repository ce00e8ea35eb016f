/** What a backup was taken for. `other`: by an app that this one does not know. */
export const BACKUP_REASONS = [
  'daily',
  'asked',
  'before-update',
  'before-restore',
  'other',
] as const;
export type BackupReason = (typeof BACKUP_REASONS)[number];

/** Daily backups that are kept; the others are kept until the user takes them away. */
export const DAILY_BACKUPS = 7;

/** A copy of everything that the user keeps. */
export interface Backup {
  /** UTC milliseconds; no two backups have the same. */
  readonly takenAt: number;
  readonly reason: BackupReason;
  readonly bytes: number;
}

/** Why a file cannot take the place of what the user keeps. What he has stays as it is. */
export type RestoreFault =
  /** It is no such file, or not one of this app. */
  | 'not-ours'
  | 'damaged'
  /** A newer app wrote it. */
  | 'newer-version'
  | 'too-large'
  | 'not-readable'
  | 'disk-full'
  | 'not-writable';
