import { type BaseWindow, dialog } from 'electron';
import type { NativeMessages } from '../../src/shared/i18n/en-native';

/** Asks for a folder of CSV files. @returns its absolute path; null where the user closed the dialog */
export async function chooseBarsFolder(
  parent: BaseWindow | null,
  messages: NativeMessages,
): Promise<string | null> {
  const options = {
    title: messages.chooseFolderTitle,
    buttonLabel: messages.chooseFolderButton,
    properties: ['openDirectory' as const],
  };
  const answer = await (parent
    ? dialog.showOpenDialog(parent, options)
    : dialog.showOpenDialog(options));
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}
