import type { ListOpening } from '../../shared/domain/formats/watchlist/list-preview';
import { LONGEST_PASTE } from '../../shared/ipc/transfer-contract';
import type { Desk } from '../../state/desk.svelte';
import type { ListDecision } from '../../state/transfer-state.svelte';

/** Lets the user choose a file and shows what is in it. */
export async function importListFile(desk: Desk): Promise<void> {
  tellRefusal(desk, await desk.transfer.openFile());
}

/** Shows what a pasted or dropped text means as a list. */
export async function importListText(desk: Desk, text: string): Promise<void> {
  // No text of anybody has NULs; what comes from other programs may.
  const clean = text.replaceAll('\0', '');
  if (clean.trim() === '') return;
  if (clean.length > LONGEST_PASTE) return desk.notices.showError(desk.t.transfer.pasteTooLong);
  tellRefusal(desk, await desk.transfer.openText(clean));
}

/** Tells why a file was not opened; what was opened shows itself. */
export function tellRefusal(desk: Desk, opening: ListOpening): void {
  if (opening.kind !== 'refused') return;
  const t = desk.t.transfer;
  desk.notices.showError(t.fileRefused(opening.fileName, t.fileErrors[opening.error]));
}

export async function commitList(desk: Desk, decision: ListDecision): Promise<void> {
  const t = desk.t.transfer;
  const result = await desk.transfer.commit(decision);
  if (result === null) return desk.notices.showError(t.importGone);
  if (!result.ok) return desk.notices.showError(t.refusals[result.reason]);
  const texts = [t.imported(result.added, result.name)];
  if (result.alerts > 0) texts.push(t.alertsDrafted(result.alerts));
  desk.notices.show(texts.join(' '), { label: t.undo, run: () => void desk.watchlist.undo() });
}
