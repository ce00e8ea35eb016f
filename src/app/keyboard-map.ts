import {
  type DeskShortcut,
  deskShortcutOf,
  type ListShortcut,
  listShortcutOf,
} from '../state/desk-shortcuts';
import { redoLists, undoLists } from '../features/watchlist/list-edits';
import type * as alertActions from '../features/alerts/alert-actions';
import type * as chartExport from '../features/chart/export/chart-export';
import { openEvidence } from '../features/evidence/open-evidence';
import type { Desk } from '../state/desk.svelte';

export const isMac = navigator.platform.startsWith('Mac');

const ACTIONS: Readonly<Record<DeskShortcut, (desk: Desk) => void>> = {
  palette: (desk) => (desk.paletteOpen = !desk.paletteOpen),
  overlay: (desk) => (desk.shortcutsOpen = !desk.shortcutsOpen),
  industry: (desk) => desk.industry.toggle(),
  newAlert: (desk) => withAlerts((own) => own.startRuleAtCrosshair(desk)),
  alerts: (desk) => void desk.drawer.show('alerts'),
  evidence: (desk) => openEvidence(desk),
  copyPicture: (desk) => withExport((own) => own.copyPicture(desk)),
  savePicture: (desk) => withExport((own) => own.savePicture(desk)),
  saveBars: (desk) => withExport((own) => own.saveBars(desk)),
};

const OF_LISTS: Readonly<Record<ListShortcut, (desk: Desk) => void>> = {
  undo: (desk) => void undoLists(desk),
  redo: (desk) => void redoLists(desk),
  table: (desk) => desk.listDesk.toggle('table'),
  heatMap: (desk) => desk.listDesk.toggle('heat-map'),
};

/** Keys that work wherever the focus is. @returns true where the key was one of them */
export function runShortcut(event: KeyboardEvent, desk: Desk): boolean {
  const name = deskShortcutOf(event, isMac);
  if (desk.snapshot === null) return false;
  if (name === null) return runListShortcut(event, desk);
  ACTIONS[name](desk);
  return true;
}

function runListShortcut(event: KeyboardEvent, desk: Desk): boolean {
  const name = listShortcutOf(event, isMac);
  if (name !== null) OF_LISTS[name](desk);
  return name !== null;
}

/** What is seldom used loads when it is. */
function withAlerts(run: (own: typeof alertActions) => void): void {
  void import('../features/alerts/alert-actions').then(run);
}

function withExport(run: (own: typeof chartExport) => Promise<void>): void {
  void import('../features/chart/export/chart-export').then(run);
}
