import { type BaseWindow, dialog } from 'electron';
import type { FileKind } from '../../src/shared/domain/formats/file-kind';
import type { NativeMessages } from '../../src/shared/i18n/en-native';

/**
 * Asks where a file is to be kept; the system asks before it overwrites one.
 *
 * @returns its absolute path; null where the user closed the dialog
 */
export async function askWhereToSave(
  parent: BaseWindow | null,
  messages: NativeMessages,
  fileName: string,
  kind: FileKind,
): Promise<string | null> {
  const options = {
    title: messages.saveTitle,
    defaultPath: fileName,
    filters: [
      { name: kindName(kind, messages), extensions: [lastPart(kind)] },
      { name: messages.allFiles, extensions: ['*'] },
    ],
    properties: ['createDirectory' as const, 'showOverwriteConfirmation' as const],
  };
  const answer = await (parent
    ? dialog.showSaveDialog(parent, options)
    : dialog.showSaveDialog(options));
  return answer.canceled || !answer.filePath ? null : answer.filePath;
}

function kindName(kind: FileKind, messages: NativeMessages): string {
  const names: Readonly<Record<FileKind, string>> = {
    png: messages.pngFiles,
    svg: messages.svgFiles,
    csv: messages.csvFiles,
    md: messages.markdownFiles,
    json: messages.jsonFiles,
    html: messages.pageFiles,
    ics: messages.calendarFiles,
    'tapeout.json': messages.listFiles,
    txt: messages.textFiles,
    blk: messages.blockFiles,
    yaml: messages.yamlFiles,
  };
  return names[kind];
}

/** Systems know files by what stands behind the last dot. */
function lastPart(kind: FileKind): string {
  return kind.slice(kind.lastIndexOf('.') + 1);
}
