import type { CurationResult } from '../../shared/domain/announcement/curation/curation-view';
import type { EditHead } from '../../shared/domain/announcement/curation/edit-log';
import type { Desk } from '../../state/desk.svelte';

/** Tells what an edit did and offers to undo it. @returns true where it is done, or nothing was to do */
export function tellEdit(desk: Desk, result: CurationResult): boolean {
  const t = desk.t.curation;
  if (result.ok) {
    if (result.edit) tellDone(desk, t.done(t.edits[result.edit.kind]));
    return true;
  }
  const texts = {
    'unknown-entry': t.notThere,
    'circular-merge': t.circular,
    'too-many': t.tooMany,
    faulty: '',
  };
  if (result.reason !== 'faulty') desk.notices.showError(texts[result.reason]);
  return false;
}

export async function hideEntry(desk: Desk, id: string): Promise<void> {
  tellEdit(desk, await desk.client.curation.setHidden({ id, hidden: true }));
}

export async function undoEdit(desk: Desk): Promise<void> {
  const t = desk.t.curation;
  const edit = await desk.client.curation.undo();
  if (!edit) return desk.notices.show(t.nothingToUndo);
  desk.notices.show(t.undone(t.edits[edit.kind]), {
    label: t.redo,
    run: () => void redoEdit(desk),
  });
}

export async function redoEdit(desk: Desk): Promise<void> {
  const t = desk.t.curation;
  const edit = await desk.client.curation.redo();
  if (!edit) return desk.notices.show(t.nothingToRedo);
  tellDone(desk, t.redone(t.edits[edit.kind]));
}

/** Lets the user choose a file and shows what is in it. */
export async function chooseImport(desk: Desk): Promise<void> {
  const t = desk.t.packs;
  const opening = await desk.client.curation.openPack();
  if (opening.kind === 'preview') desk.curation.openImport(opening.preview);
  else if (opening.kind === 'refused') {
    desk.notices.showError(t.fileRefused(opening.fileName, t.errors[opening.error]));
  }
}

export function tellImported(desk: Desk, edit: EditHead): void {
  tellDone(desk, desk.t.packs.imported(edit.detail ?? ''));
}

function tellDone(desk: Desk, text: string): void {
  const { undo } = desk.t.curation;
  desk.notices.show(text, { label: undo, run: () => void undoEdit(desk) });
}
