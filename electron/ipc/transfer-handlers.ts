import { listFileName } from '../../src/shared/domain/formats/watchlist/list-file-name';
import { LIST_EXTENSIONS } from '../../src/shared/domain/formats/watchlist/list-format';
import type {
  ListFileError,
  ListOpening,
  ListPreview,
} from '../../src/shared/domain/formats/watchlist/list-preview';
import type { TapeoutHandlers } from '../../src/shared/ipc/contract';
import type { TransferService } from '../core/transfer/transfer-service';
import { createFilesHandlers, type FilesHandlerParts } from './files-handlers';

/** A file of the user's choice, or why it cannot be read. */
export type ChosenList =
  | { readonly fileName: string; readonly error: null; readonly bytes: Uint8Array }
  | { readonly fileName: string; readonly error: ListFileError };

export interface TransferHandlerParts {
  readonly transfer: Pick<TransferService, 'open' | 'correct' | 'commit' | 'cancel' | 'write'>;
  /** Shows the dialog and reads the file; null where the user closed it. */
  readonly chooseList: () => Promise<ChosenList | null>;
}

export function createTransferHandlers(
  parts: TransferHandlerParts & FilesHandlerParts,
): TapeoutHandlers['transfer'] {
  const { transfer } = parts;
  const { saveFile } = createFilesHandlers(parts);
  return {
    openFile: async () => openList(transfer, await parts.chooseList()),
    openText: async ({ text }) => shown(await transfer.open({ fileName: null, text })),
    openBytes: ({ fileName, bytes }) => openList(transfer, { fileName, error: null, bytes }),
    correct: ({ importId, correction }) => transfer.correct(importId, correction),
    commit: ({ importId, left, ...decision }) =>
      transfer.commit(importId, { ...decision, left: left.rows }),
    cancel: ({ importId }) => transfer.cancel(importId),
    async weigh({ listId, format }) {
      const written = await transfer.write(listId, format);
      return written && { written: written.writing.written, lost: written.writing.lost };
    },
    async exportList({ listId, format }) {
      const written = await transfer.write(listId, format);
      if (!written) return null;
      const bytes = new TextEncoder().encode(written.writing.text);
      const kind = LIST_EXTENSIONS[format];
      const fileName = listFileName(written.name, format);
      return saveFile({ suggestedName: fileName.slice(0, -kind.length - 1), kind, bytes });
    },
  };
}

/** Shows what a file holds, whoever chose it. */
export async function openList(
  transfer: Pick<TransferService, 'open'>,
  chosen: ChosenList | null,
): Promise<ListOpening> {
  if (!chosen) return { kind: 'closed' };
  const { fileName } = chosen;
  if (chosen.error !== null) return { kind: 'refused', fileName, error: chosen.error };
  return shown(await transfer.open({ fileName, bytes: chosen.bytes }));
}

function shown(preview: ListPreview | null): ListOpening {
  return preview ? { kind: 'preview', preview } : { kind: 'closed' };
}
