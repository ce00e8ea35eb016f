import { type ShortcutName, shortcutOf } from '../shared/domain/keys/shortcuts';

export type DeskShortcut = ShortcutName<'desk'>;

/**
 * The shortcut of the whole desk that a key means; null where it means none, or is meant to be written
 * in a field, as a question mark is.
 */
export function deskShortcutOf(event: KeyboardEvent, isMac: boolean): DeskShortcut | null {
  const name = shortcutOf('desk', event, isMac);
  const isWritten = !event.ctrlKey && !event.metaKey && isField(event.target);
  return isWritten ? null : name;
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]');
}
