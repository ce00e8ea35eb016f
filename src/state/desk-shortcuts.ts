import { type ShortcutName, shortcutOf } from '../shared/domain/keys/shortcuts';

export type DeskShortcut = ShortcutName<'desk'>;

/** A shortcut of the lists, that whatever has the focus may have for itself. */
export type ListShortcut = ShortcutName<'lists'>;

const TEXT_FIELD = 'input:not([type="radio"], [type="checkbox"]), textarea, [contenteditable]';

/**
 * The shortcut of the lists that a key means; null where it means none, or is meant for something
 * else: a field takes back what was written in it, chart and timeline what was done there (they have
 * heard the key before), and a dialog hides the lists, unless it shows them.
 */
export function listShortcutOf(event: KeyboardEvent, isMac: boolean): ListShortcut | null {
  const name = shortcutOf('lists', event, isMac);
  return name === null || event.defaultPrevented || !isOfLists(event) ? null : name;
}

function isOfLists({ target }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return true;
  if (target.closest(TEXT_FIELD)) return false;
  const dialog = target.closest('dialog') ?? document.querySelector('dialog[open]');
  return dialog === null || dialog.hasAttribute('data-lists');
}

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
