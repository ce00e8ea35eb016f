import { basename } from 'node:path';
import { type BaseWindow, dialog, type OpenDialogOptions } from 'electron';
import type { NativeMessages } from '../../src/shared/i18n/en-native';
import { PACK_LIMITS, type PackFileError } from '../../src/shared/domain/packs/pack';
import { readAtMost } from './bounded-file';

export type ReadPackFile =
  | { readonly fileName: string; readonly error: null; readonly text: string }
  | { readonly fileName: string; readonly error: PackFileError };

/** Asks for a file of announcements and reads it. @returns null where the user closed the dialog */
export async function choosePack(
  parent: BaseWindow | null,
  messages: NativeMessages,
): Promise<ReadPackFile | null> {
  const options: OpenDialogOptions = {
    title: messages.choosePackTitle,
    buttonLabel: messages.chooseImportButton,
    properties: ['openFile'],
    filters: [
      { name: messages.packFiles, extensions: ['json', 'csv', 'tsv', 'ics', 'txt'] },
      { name: messages.allFiles, extensions: ['*'] },
    ],
  };
  const answer = await (parent
    ? dialog.showOpenDialog(parent, options)
    : dialog.showOpenDialog(options));
  const [path] = answer.filePaths;
  return answer.canceled || path === undefined ? null : readPackFile(path);
}

/** Reads no more than a pack may have. Only UTF-8: every program that writes these forms uses it. */
export async function readPackFile(path: string): Promise<ReadPackFile> {
  const fileName = basename(path);
  let bytes: Uint8Array;
  try {
    bytes = await readAtMost(path, PACK_LIMITS.bytes + 1);
  } catch {
    return { fileName, error: 'not-readable' };
  }
  if (bytes.length > PACK_LIMITS.bytes) return { fileName, error: 'too-large' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { fileName, error: null, text };
  } catch {
    return { fileName, error: 'not-text' };
  }
}
