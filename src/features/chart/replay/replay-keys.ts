import {
  type KeyboardEventLike,
  type ShortcutName,
  shortcutOf,
} from '../../../shared/domain/keys/shortcuts';

export type ReplayCommand = ShortcutName<'replay'>;

/**
 * What a key means while a replay runs; null for a key that is none of its own.
 *
 * @param target - what has the focus: fields and menus keep their keys, and a button its space
 */
export function replayCommand(
  event: KeyboardEventLike,
  target: Element | null,
): ReplayCommand | null {
  if (target?.closest('input, textarea, select, [role="dialog"], [role="menu"]')) return null;
  const command = shortcutOf('replay', event, false);
  return command === 'toggle' && target?.closest('button, a') ? null : command;
}
