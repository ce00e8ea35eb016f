import type { TapeoutHandlers } from '../../src/shared/ipc/contract';
import type { ImportOpening } from '../../src/shared/ipc/imports-contract';
import type { ImportRelay } from './import-relay';

/** Shows a dialog; null where the user closed it. */
type ChoosePaths = () => Promise<readonly string[] | null>;

export interface ImportsHandlerParts {
  readonly imports: Pick<ImportRelay, 'open' | 'correct' | 'commit' | 'cancel' | 'remove'>;
  readonly chooseImport: { readonly files: ChoosePaths; readonly folder: ChoosePaths };
}

export function createImportsHandlers({
  imports,
  chooseImport,
}: ImportsHandlerParts): TapeoutHandlers['imports'] {
  const open = async (choose: ChoosePaths): Promise<ImportOpening> => {
    const paths = await choose();
    return { importId: paths === null ? null : imports.open(paths) };
  };
  return {
    chooseFiles: () => open(chooseImport.files),
    chooseFolder: () => open(chooseImport.folder),
    correct: ({ importId, file, correction }) => imports.correct(importId, file, correction),
    commit: ({ importId }) => imports.commit(importId),
    cancel: ({ importId }) => imports.cancel(importId),
    remove: ({ instrument }) => imports.remove(instrument),
  };
}
