import type { BackupReason, RestoreFault } from '../../../domain/backup/backup';

const reasons: Record<BackupReason, string> = {
  daily: 'daily',
  asked: 'taken by hand',
  'before-update': 'before an update',
  'before-restore': 'before a restore',
  other: 'by another version',
};

const faults: Record<RestoreFault | 'unknown-backup', string> = {
  'not-ours': 'It is not a file of Tapeout. Nothing was changed.',
  damaged: 'The file is damaged. Nothing was changed.',
  'newer-version':
    'A newer version of Tapeout wrote it. Nothing was changed; update the app first.',
  'too-large': 'The file is too large. Nothing was changed.',
  'not-readable': 'The file could not be read. Nothing was changed.',
  'disk-full': 'The disk is full. Nothing was changed; make room and try again.',
  'not-writable': 'The folder of the app cannot be written. Nothing was changed.',
  'unknown-backup': 'That backup is no longer there. Nothing was changed.',
};

/** Texts of backups, and of all data as one file. */
export const enBackups = {
  title: 'Backups',
  help: (n: number) =>
    `Tapeout backs up everything that you keep once a day and keeps the newest ${n}.`,
  none: 'There is no backup yet.',
  reasons,
  faults,
  now: 'Back up now',
  done: 'A backup was taken',
  restore: 'Restore…',
  restoreOf: (moment: string) => `Restore the backup of ${moment}`,
  confirm: (moment: string) =>
    `Everything goes back to ${moment}. What you have now becomes a backup first, and Tapeout starts anew.`,
  confirmYes: (moment: string) => `Go back to ${moment}`,
  remove: 'Delete',
  removeOf: (moment: string) => `Delete the backup of ${moment}`,
  exportAll: 'Export everything…',
  exportHelp: 'One file for another machine: lists, notes, drawings, layouts, settings; no keys.',
  exported: 'Everything was exported',
  importAll: 'Import…',
  preview: (file: string, lists: number, items: number, moment: string) =>
    `${file}: ${lists === 1 ? '1 list' : `${lists} lists`}, ${items === 1 ? '1 instrument' : `${items} instruments`}, last changed ${moment}. It takes the place of everything here; what you have now becomes a backup first.`,
  take: 'Take this file',
  restarting: 'Tapeout starts anew…',
  loading: 'Reading the backups',
};

export type BackupsMessages = typeof enBackups;
