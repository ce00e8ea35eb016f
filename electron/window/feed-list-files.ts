import { open } from 'node:fs/promises';
import { type BaseWindow, dialog } from 'electron';
import type { NativeMessages } from '../../src/shared/i18n/en-native';
import { writeFileAtomically } from './atomic-file';

/** A list of a thousand feeds is a tenth of that. */
const MOST_LIST_BYTES = 1_000_000;
const LIST_FILE = 'tapeout-feeds.opml';

export interface FeedListFiles {
  readonly open: () => Promise<Uint8Array | null>;
  readonly save: (text: string) => Promise<'saved' | 'cancelled' | 'failed'>;
}

/**
 * Lists of feeds (OPML) that the user chooses in the system's dialogs; no path comes from the page.
 *
 * @param parent - the window that the dialogs belong to
 */
export function feedListFiles(
  parent: () => BaseWindow | null,
  appearance: { readonly messages: NativeMessages },
): FeedListFiles {
  const filters = () => [
    { name: appearance.messages.feedLists, extensions: ['opml', 'xml'] },
    { name: appearance.messages.allFiles, extensions: ['*'] },
  ];
  return {
    async open() {
      const options = {
        title: appearance.messages.openFeedListTitle,
        properties: ['openFile' as const],
        filters: filters(),
      };
      const window = parent();
      const answer = await (window
        ? dialog.showOpenDialog(window, options)
        : dialog.showOpenDialog(options));
      const [path] = answer.filePaths;
      return answer.canceled || path === undefined ? null : readList(path);
    },
    async save(text) {
      const options = {
        title: appearance.messages.saveFeedListTitle,
        defaultPath: LIST_FILE,
        filters: filters().slice(0, 1),
      };
      const window = parent();
      const { canceled, filePath } = await (window
        ? dialog.showSaveDialog(window, options)
        : dialog.showSaveDialog(options));
      if (canceled || !filePath) return 'cancelled';
      return writeFileAtomically(filePath, text).then(
        () => 'saved' as const,
        () => 'failed' as const,
      );
    },
  };
}

/** Nothing of a file that is too large or cannot be read: that is no list either. */
async function readList(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      return size > MOST_LIST_BYTES ? new Uint8Array() : await file.readFile();
    } finally {
      await file.close();
    }
  } catch {
    return new Uint8Array();
  }
}
