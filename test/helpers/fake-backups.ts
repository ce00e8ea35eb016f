import type { Backup } from '../../src/shared/domain/backup/backup';
import type { TapeoutHandlers } from '../../src/shared/ipc/contract';

const TAKEN_AT = Date.UTC(2024, 2, 27, 20);
const HOUR_MS = 3_600_000;

/** Two backups and a file that can be taken; nothing is written. */
export function fakeBackups(): TapeoutHandlers['backups'] {
  let backups: readonly Backup[] = [
    { takenAt: TAKEN_AT, reason: 'daily', bytes: 98_304 },
    { takenAt: TAKEN_AT - 24 * HOUR_MS, reason: 'before-update', bytes: 90_112 },
  ];
  const isThere = (takenAt: number): boolean => backups.some((each) => each.takenAt === takenAt);
  return {
    list: () => backups,
    backUpNow: () => {
      const takenAt = (backups[0]?.takenAt ?? TAKEN_AT) + HOUR_MS;
      backups = [{ takenAt, reason: 'asked', bytes: 98_304 }, ...backups];
      return { ok: true, backups };
    },
    remove: ({ takenAt }) => {
      backups = backups.filter((each) => each.takenAt !== takenAt);
      return backups;
    },
    restore: ({ takenAt }) =>
      isThere(takenAt) ? { ok: true } : { ok: false, reason: 'unknown-backup' },
    exportAll: () => ({ saved: true }),
    chooseImport: () => ({
      kind: 'ready',
      preview: {
        ...{ importId: 1, fileName: 'Tapeout.tapeout-backup', bytes: 98_304 },
        ...{ lists: 3, items: 41, changedAt: TAKEN_AT },
      },
    }),
    commitImport: ({ importId }) =>
      importId === 1 ? { ok: true } : { ok: false, reason: 'unknown-backup' },
    cancelImport: () => undefined,
  };
}
