import MousePointer from '@lucide/svelte/icons/mouse-pointer';
import Redo2 from '@lucide/svelte/icons/redo-2';
import Trash2 from '@lucide/svelte/icons/trash-2';
import Undo2 from '@lucide/svelte/icons/undo-2';
import type { DrawingMessages } from '../../../shared/i18n/desk/en/drawings';
import type { MenuGroup } from '../../../ui/menu-items';
import type { DrawingCommands } from './drawing-commands';
import { DRAWING_TOOLS, keysOf } from './drawing-tools';

/** The drawing tools where there is no room for a toolbar. */
export function drawingMenu(t: DrawingMessages, commands: DrawingCommands): readonly MenuGroup[] {
  const { book } = commands;
  return [
    [
      { label: t.pointer, icon: MousePointer, run: () => void commands.take(null) },
      ...DRAWING_TOOLS.map(({ kind, icon }) => ({
        label: t.kinds[kind],
        icon,
        shortcut: keysOf(kind),
        run: () => void commands.take(kind),
      })),
    ],
    [
      { label: t.undo, icon: Undo2, disabled: !book?.canUndo, run: () => book?.undo() },
      { label: t.redo, icon: Redo2, disabled: !book?.canRedo, run: () => book?.redo() },
      {
        label: t.removeAll,
        icon: Trash2,
        disabled: !book?.all.length,
        run: () => commands.removeAll(),
      },
    ],
  ];
}
