import { DRAWING_TOOLS } from './drawing-tools';
import type { DrawingCommands } from './drawing-commands';

type Key = Pick<KeyboardEvent, 'code' | 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

export interface DrawingShortcutTarget {
  readonly commands: DrawingCommands;
  /** Of the selected drawing. */
  copy(): void;
}

/** Keys of drawings while a chart has the focus. @returns false where the key is not one of them */
export function runDrawingShortcut(key: Key, target: DrawingShortcutTarget): boolean {
  const command = key.ctrlKey || key.metaKey;
  if (key.altKey && !command) return takeTool(key, target.commands);
  return command && !key.altKey && runCommand(key, target);
}

function takeTool({ code, shiftKey }: Key, commands: DrawingCommands): boolean {
  const tool = DRAWING_TOOLS.find((one) => one.code === code && one.shift === shiftKey);
  if (tool) void commands.take(tool.kind);
  return tool !== undefined;
}

function runCommand({ key, shiftKey }: Key, { commands, copy }: DrawingShortcutTarget): boolean {
  const letter = key.toLowerCase();
  if (letter === 'z' && !shiftKey) commands.book?.undo();
  else if (letter === 'y' || letter === 'z') commands.book?.redo();
  else if (letter === 'd' && commands.selected) copy();
  else return false;
  return true;
}
