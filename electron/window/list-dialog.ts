import { basename } from 'node:path';
import { type BaseWindow, dialog, type OpenDialogOptions } from 'electron';
import {
  LARGEST_LIST_BYTES,
  type ListFileError,
} from '../../src/shared/domain/formats/watchlist/list-preview';
import type { NativeMessages } from '../../src/shared/i18n/en-native';
import { readAtMost } from './bounded-file';

export type ReadListFile =
  | { readonly fileName: string; readonly error: null; readonly bytes: Uint8Array }
  | { readonly fileName: string; readonly error: ListFileError };

/** Asks for a file of a list and reads it. @returns null where the user closed the dialog */
export async function chooseList(
  parent: BaseWindow | null,
  messages: NativeMessages,
): Promise<ReadListFile | null> {
  const options: OpenDialogOptions = {
    title: messages.chooseListTitle,
    buttonLabel: messages.chooseImportButton,
    properties: ['openFile'],
    filters: [
      { name: messages.listFiles, extensions: ['json', 'txt', 'csv', 'tsv', 'blk', 'yaml', 'yml'] },
      { name: messages.allFiles, extensions: ['*'] },
    ],
  };
  const answer = await (parent
    ? dialog.showOpenDialog(parent, options)
    : dialog.showOpenDialog(options));
  const [path] = answer.filePaths;
  return answer.canceled || path === undefined ? null : readListFile(path);
}

/** @param path - absolute */
export async function readListFile(path: string): Promise<ReadListFile> {
  const fileName = basename(path);
  let bytes: Uint8Array;
  try {
    bytes = await readAtMost(path, LARGEST_LIST_BYTES + 1);
  } catch {
    return { fileName, error: 'not-readable' };
  }
  return bytes.length > LARGEST_LIST_BYTES
    ? { fileName, error: 'too-large' }
    : { fileName, error: null, bytes };
}
