import type { BaseWindow } from 'electron';
import type { FileKind } from '../../src/shared/domain/formats/file-kind';
import type { NativeMessages } from '../../src/shared/i18n/en-native';
import { writeFileAtomically } from './atomic-file';
import { askWhereToSave } from './save-dialog';
import { copyPicture, copyText } from './system-clipboard';

/** Where what the user takes out of the app goes: a file of his choice, or the clipboard. */
export function userFiles(
  parent: () => BaseWindow | null,
  appearance: { readonly messages: NativeMessages },
) {
  return {
    askWhere: (fileName: string, kind: FileKind): Promise<string | null> =>
      askWhereToSave(parent(), appearance.messages, fileName, kind),
    write: writeFileAtomically,
    copyText,
    copyPicture,
  };
}
