import { type KeyboardEventLike, shortcutOf } from '../../../shared/domain/keys/shortcuts';
import type { DrawingCommands } from './drawing-commands';
import { DRAWING_TOOLS } from './drawing-tools';

export interface DrawingShortcutTarget {
  readonly commands: DrawingCommands;
  /** Of the selected drawing. */
  copy(): void;
  /** Selects the next drawing, or the one before. */
  travel(step: 1 | -1): void;
}

/** Keys of drawings while a chart has the focus. @returns false where the key is not one of them */
export function runDrawingShortcut(key: KeyboardEventLike, target: DrawingShortcutTarget): boolean {
  const { commands, copy, travel } = target;
  // Either of the two command keys, whichever the system has.
  const name = shortcutOf('drawings', key, key.metaKey);
  const tool = DRAWING_TOOLS.find(({ kind }) => kind === name);
  if (tool) void commands.take(tool.kind);
  else if (name === 'undo') commands.book?.undo();
  else if (name === 'redo') commands.book?.redo();
  else if (name === 'next') travel(1);
  else if (name === 'previous') travel(-1);
  else if (name === 'copy' && commands.selected) copy();
  // The chart itself hears Delete, as it knows what is in hand.
  else return false;
  return true;
}
