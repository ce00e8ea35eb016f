import type { FileKind } from '../../src/shared/domain/formats/file-kind';
import type { TapeoutHandlers } from '../../src/shared/ipc/contract';
import type { SaveResult } from '../../src/shared/ipc/files-contract';

export interface FilesHandlerParts {
  readonly files: {
    /** Shows the dialog. @returns an absolute path; null where the user closed it */
    readonly askWhere: (fileName: string, kind: FileKind) => Promise<string | null>;
    /** Writes all of it or nothing. */
    readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
    readonly copyText: (text: string) => Promise<void>;
    /** @returns false where the bytes are no picture */
    readonly copyPicture: (png: Uint8Array) => Promise<boolean>;
  };
  readonly log: { error(message: string, cause?: unknown): void };
}

export function createFilesHandlers({ files, log }: FilesHandlerParts): TapeoutHandlers['files'] {
  return {
    async saveFile({ suggestedName, kind, bytes }): Promise<SaveResult> {
      const path = await files.askWhere(`${suggestedName}.${kind}`, kind);
      if (path === null) return { saved: false, reason: 'closed' };
      try {
        await files.write(path, bytes);
        return { saved: true };
      } catch (error) {
        log.error('a file could not be saved', error);
        return { saved: false, reason: isDiskFull(error) ? 'disk-full' : 'not-writable' };
      }
    },
    copyText: ({ text }) => files.copyText(text),
    copyPicture: async ({ png }) => ({ copied: await files.copyPicture(png) }),
  };
}

function isDiskFull(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOSPC' || code === 'EDQUOT';
}
