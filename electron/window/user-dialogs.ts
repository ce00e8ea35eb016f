import type { BaseWindow } from 'electron';
import type { NativeMessages } from '../../src/shared/i18n/en-native';
import { backupFiles } from './backup-dialog';
import { feedListFiles } from './feed-list-files';
import { chooseBarsFolder } from './folder-dialog';
import { chooseImportFiles, chooseImportFolder } from './import-dialog';
import { chooseList } from './list-dialog';
import { choosePack } from './pack-dialog';
import { userFiles } from './user-files';

/** Every way in which the user names a file or a folder, over the desk's window. */
export function userDialogs(
  parent: () => BaseWindow | null,
  appearance: { readonly messages: NativeMessages },
) {
  return {
    chooseFolder: () => chooseBarsFolder(parent(), appearance.messages),
    chooseImport: {
      files: () => chooseImportFiles(parent(), appearance.messages),
      folder: () => chooseImportFolder(parent(), appearance.messages),
    },
    chooseList: () => chooseList(parent(), appearance.messages),
    choosePack: () => choosePack(parent(), appearance.messages),
    backupFiles: backupFiles(parent, appearance),
    feedFiles: feedListFiles(parent, appearance),
    files: userFiles(parent, appearance),
  };
}
