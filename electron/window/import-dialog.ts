import { type BaseWindow, dialog, type OpenDialogOptions } from 'electron';
import type { NativeMessages } from '../../src/shared/i18n/en-native';

/** Asks for files of bars. @returns absolute paths; null where the user closed the dialog */
export function chooseImportFiles(
  parent: BaseWindow | null,
  messages: NativeMessages,
): Promise<readonly string[] | null> {
  return ask(parent, {
    title: messages.chooseImportTitle,
    buttonLabel: messages.chooseImportButton,
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: messages.barsFiles, extensions: ['csv', 'tsv', 'txt', 'gz'] },
      { name: messages.allFiles, extensions: ['*'] },
    ],
  });
}

/** Asks for a folder whose files are to be imported; as {@link chooseImportFiles}. */
export function chooseImportFolder(
  parent: BaseWindow | null,
  messages: NativeMessages,
): Promise<readonly string[] | null> {
  return ask(parent, {
    title: messages.chooseImportFolderTitle,
    buttonLabel: messages.chooseImportButton,
    properties: ['openDirectory'],
  });
}

async function ask(
  parent: BaseWindow | null,
  options: OpenDialogOptions,
): Promise<readonly string[] | null> {
  const answer = await (parent
    ? dialog.showOpenDialog(parent, options)
    : dialog.showOpenDialog(options));
  return answer.canceled || answer.filePaths.length === 0 ? null : answer.filePaths;
}
