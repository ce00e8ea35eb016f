import { type BaseWindow, dialog } from 'electron';
import type { NativeMessages } from '../../src/shared/i18n/en-native';

const EXTENSION = 'tapeout-backup';

/** Asks for files that hold everything that the user keeps; each answer is an absolute path or null. */
export function backupFiles(
  parent: () => BaseWindow | null,
  appearance: { readonly messages: NativeMessages },
) {
  const filters = () => [
    { name: appearance.messages.backupFiles, extensions: [EXTENSION] },
    { name: appearance.messages.allFiles, extensions: ['*'] },
  ];
  return {
    async askWhere(): Promise<string | null> {
      const options = {
        title: appearance.messages.exportAllTitle,
        defaultPath: `Tapeout.${EXTENSION}`,
        filters: filters(),
        properties: ['createDirectory' as const, 'showOverwriteConfirmation' as const],
      };
      const window = parent();
      const answer = await (window
        ? dialog.showSaveDialog(window, options)
        : dialog.showSaveDialog(options));
      return answer.canceled || !answer.filePath ? null : answer.filePath;
    },
    async choose(): Promise<string | null> {
      const options = {
        title: appearance.messages.importAllTitle,
        filters: filters(),
        properties: ['openFile' as const],
      };
      const window = parent();
      const answer = await (window
        ? dialog.showOpenDialog(window, options)
        : dialog.showOpenDialog(options));
      return answer.canceled ? null : (answer.filePaths[0] ?? null);
    },
  };
}
