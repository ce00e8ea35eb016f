import type { Desk } from '../state/desk.svelte';

export const isMac = navigator.platform.startsWith('Mac');

/** Keys that work wherever the focus is. @returns true where the key was one of them */
export function runShortcut(event: KeyboardEvent, desk: Desk): boolean {
  const command = isMac ? event.metaKey : event.ctrlKey;
  if (!command || event.altKey || event.shiftKey) return false;
  if (event.key.toLowerCase() !== 'k') return false;
  desk.paletteOpen = !desk.paletteOpen;
  return true;
}
