import type {
  WatchlistRefusal,
  WatchlistResult,
} from '../../shared/domain/watchlist/watchlist-answer';
import type { WatchlistEdit } from '../../shared/domain/watchlist/watchlist-edit';
import { isInstrumentId } from '../../shared/domain/instrument/instrument';
import type { Desk } from '../../state/desk.svelte';

/** What a change of the lists is called, as it stands in "Undone: ...". */
export function editWords(edit: WatchlistEdit, desk: Desk): string {
  return desk.t.lists.edits[edit.kind](subjectOf(edit, desk)).trim();
}

/** What a change concerned: a name, or how many. Lists and sections of the first set have none of their own. */
function subjectOf({ kind, name, count }: WatchlistEdit, desk: Desk): string {
  const { lists, watchlist } = desk.t;
  const isOfGroup = kind.endsWith('-list') || kind.endsWith('-section');
  if (name !== null && isInstrumentId(name)) {
    return desk.instruments.nameOf(name, desk.settings.locale);
  }
  if (name !== null) return lists.quoted(name);
  if (isOfGroup) return '';
  return kind === 'restore' ? lists.entries(count) : watchlist.instruments(count);
}

/** Takes back the last change of the lists, and says which one. */
export async function undoLists(desk: Desk): Promise<void> {
  const edit = await desk.watchlist.undo();
  if (!edit) return desk.notices.show(desk.t.lists.nothingToUndo);
  tellUndone(desk, edit);
}

export async function redoLists(desk: Desk): Promise<void> {
  const edit = await desk.watchlist.redo();
  const t = desk.t.lists;
  if (!edit) return desk.notices.show(t.nothingToRedo);
  desk.notices.show(t.redone(editWords(edit, desk)), {
    label: t.undo,
    run: () => void undoLists(desk),
  });
}

function tellUndone(desk: Desk, edit: WatchlistEdit): void {
  const t = desk.t.lists;
  desk.notices.show(t.undone(editWords(edit, desk)), {
    label: t.redo,
    run: () => void redoLists(desk),
  });
}

/** Says what was done and offers to take back just that, as long as nothing was done after it. */
export function tellDone(desk: Desk, text: string): void {
  const { lists } = desk.t;
  const { undo: step } = desk.watchlist.steps;
  const takeBack = async (): Promise<void> => {
    if (step === null || !(await desk.watchlist.undoStep(step))) {
      return desk.notices.show(lists.changedSince);
    }
    tellUndone(desk, step);
  };
  desk.notices.show(text, { label: lists.undo, run: () => void takeBack() });
}

/** A refusal of main becomes a notice that says why. @returns whether it was done */
export function tellRefusal(desk: Desk, refusal: WatchlistRefusal | null): boolean {
  if (refusal === null) return true;
  desk.notices.showError(desk.t.watchlist.refusals[refusal]);
  return false;
}

/** As {@link tellRefusal}, for answers that say more. */
export function isTaken(
  desk: Desk,
  result: WatchlistResult,
): result is Extract<WatchlistResult, { ok: true }> {
  return tellRefusal(desk, result.ok ? null : result.reason);
}
