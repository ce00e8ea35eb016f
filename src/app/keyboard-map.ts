import type { Desk } from '../state/desk.svelte';

export const isMac = navigator.platform.startsWith('Mac');

/** Keys that work wherever the focus is. @returns true where the key was one of them */
export function runShortcut(event: KeyboardEvent, desk: Desk): boolean {
  const command = isMac ? event.metaKey : event.ctrlKey;
  if (!command || event.altKey) return false;
  const key = event.key.toLowerCase();
  if (event.shiftKey && key === 'm') desk.industry.toggle();
  else if (!event.shiftKey && key === 'k') desk.paletteOpen = !desk.paletteOpen;
  else return false;
  return true;
}
