import { LARGEST_LIST_BYTES } from '../../shared/domain/formats/watchlist/list-preview';
import type { Desk } from '../../state/desk.svelte';
import { importListText, tellRefusal } from './transfer-actions';

/**
 * Takes a file or a text that was dropped on the window. The file is read here, as the page knows no
 * path and main is told none.
 */
export async function importDropped(
  desk: Desk,
  { files, text }: { readonly files: Iterable<File>; readonly text: string },
): Promise<void> {
  const t = desk.t.transfer;
  const [file, second] = files;
  if (second) return desk.notices.showError(t.dropOne);
  if (!file) return importListText(desk, text);
  const refuse = (error: 'not-readable' | 'too-large'): void =>
    tellRefusal(desk, { kind: 'refused', fileName: file.name, error });
  if (file.size > LARGEST_LIST_BYTES) return refuse('too-large');
  const bytes = await readBytes(file);
  if (bytes === null) return refuse('not-readable');
  tellRefusal(desk, await desk.transfer.openBytes(file.name, bytes));
}

/** Null where the file has gone, or is a folder. */
async function readBytes(file: File): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}
