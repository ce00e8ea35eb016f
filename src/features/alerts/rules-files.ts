import type { Desk } from '../../state/desk.svelte';
import type { RefusedRule } from '../../shared/ipc/alerts-contract';

const FILE_NAME = 'Tapeout alerts';
/** Faults that are told one by one; a file of them says no more. */
const MOST_TOLD = 3;

/** Lets the user choose a file of rules and keeps those that are whole. */
export async function importRules(desk: Desk): Promise<void> {
  const file = await chooseFile();
  if (!file) return;
  const { notices } = desk;
  const t = desk.t.alerts;
  const result = await desk.alerts.importRules(await file.text());
  if (!result.ok) return notices.showError(t.importRefused);
  const told = result.refused.slice(0, MOST_TOLD).map((each) => refusedWords(desk, each));
  const text = [t.imported(result.kept, result.known, result.refused.length), ...told].join(' ');
  const { ids } = result;
  if (ids.length === 0) return notices.show(text);
  notices.show(text, { label: t.undo, run: () => void desk.alerts.remove(ids) });
}

export async function exportRules(desk: Desk): Promise<void> {
  const bytes = new TextEncoder().encode(await desk.alerts.exportRules());
  const t = desk.t.alerts;
  const result = await desk.client.files.saveFile({
    suggestedName: FILE_NAME,
    kind: 'json',
    bytes,
  });
  if (result.saved) desk.notices.show(t.exported);
  else if (result.reason !== 'closed') desk.notices.showError(t.exportFailed);
}

function refusedWords(desk: Desk, { number, fault: { fault } }: RefusedRule): string {
  const t = desk.t.alerts;
  return t.refusedRule(number, fault === 'too-many' ? t.tooMany : t.faults[fault]);
}

/** The system's own dialog; the page gets the text and no path. Null where it was closed. */
function chooseFile(): Promise<File | null> {
  return new Promise((choose) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.json,application/json';
    input.addEventListener('change', () => choose(input.files?.[0] ?? null), { once: true });
    input.addEventListener('cancel', () => choose(null), { once: true });
    input.click();
  });
}
