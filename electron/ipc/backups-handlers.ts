import { basename } from 'node:path';
import type { ImportOpening } from '../../src/shared/ipc/backups-contract';
import type { TapeoutHandlers } from '../../src/shared/ipc/contract';
import type { BackupService } from '../core/backups/backup-service';

export interface BackupsHandlerParts {
  readonly backups: Pick<
    BackupService,
    | 'list'
    | 'backUpNow'
    | 'remove'
    | 'restore'
    | 'exportTo'
    | 'openImport'
    | 'commitImport'
    | 'cancelImport'
  >;
  /** Both answer an absolute path; null where the user closed the dialog. */
  readonly backupFiles: {
    askWhere(): Promise<string | null>;
    choose(): Promise<string | null>;
  };
}

export function createBackupsHandlers(parts: BackupsHandlerParts): TapeoutHandlers['backups'] {
  const { backups, backupFiles } = parts;
  return {
    list: () => backups.list(),
    backUpNow: () => backups.backUpNow(),
    remove: (args) => backups.remove(args),
    restore: (args) => backups.restore(args),
    async exportAll() {
      const path = await backupFiles.askWhere();
      const reason = path === null ? 'closed' : await backups.exportTo(path);
      return reason === null ? { saved: true } : { saved: false, reason };
    },
    async chooseImport(): Promise<ImportOpening> {
      const path = await backupFiles.choose();
      if (path === null) return { kind: 'closed' };
      const fileName = basename(path);
      const opened = await backups.openImport(path);
      if (!opened.ok) return { kind: 'refused', fileName, reason: opened.reason };
      const { importId, content } = opened;
      return { kind: 'ready', preview: { importId, fileName, ...content } };
    },
    commitImport: (args) => backups.commitImport(args),
    cancelImport: (args) => backups.cancelImport(args),
  };
}
