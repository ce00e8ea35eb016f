import type { BaseWindow } from 'electron';
import type { FileKind } from '../../src/shared/domain/formats/file-kind';
import type { NativeMessages } from '../../src/shared/i18n/en-native';
import { writeFileAtomically } from './atomic-file';
import { choosePack } from './pack-dialog';
import { askWhereToSave } from './save-dialog';
import { copyPicture, copyText } from './system-clipboard';

/** The files of the user's choice: where what he takes out of the app goes, and what he brings in. */
export function userFiles(
  parent: () => BaseWindow | null,
  appearance: { readonly messages: NativeMessages },
) {
  const files = {
    askWhere: (fileName: string, kind: FileKind): Promise<string | null> =>
      askWhereToSave(parent(), appearance.messages, fileName, kind),
    write: writeFileAtomically,
    copyText,
    copyPicture,
  };
  return { files, choosePack: () => choosePack(parent(), appearance.messages) };
}
