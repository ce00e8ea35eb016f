import type { Desk } from '../../state/desk.svelte';
import { redoEdit, undoEdit } from './curation-actions';

/** Undo and redo by key. A field of text keeps the keys to itself. @returns true for a key that was one */
export function runCurationKey(event: KeyboardEvent, desk: Desk): boolean {
  const command = event.ctrlKey || event.metaKey;
  const isText =
    event.target instanceof Element && event.target.closest('input, textarea') !== null;
  if (!command || event.altKey || isText) return false;
  const key = event.key.toLowerCase();
  if (key === 'z' && !event.shiftKey) void undoEdit(desk);
  else if ((key === 'z' && event.shiftKey) || (key === 'y' && !event.shiftKey)) void redoEdit(desk);
  else return false;
  event.preventDefault();
  return true;
}
