import { keyCaps, pressesOf, type ShortcutName } from '../../../shared/domain/keys/shortcuts';
import type { Desk } from '../../../state/desk.svelte';
import type { MenuGroup } from '../../../ui/menu-items';
import { copyPicture, saveBars, savePicture } from './chart-export';

/** What can be taken out of the active chart. */
export function exportMenu(desk: Desk): readonly MenuGroup[] {
  const t = desk.t.export;
  return [
    [
      { label: t.copyPicture, shortcut: caps('copyPicture'), run: () => void copyPicture(desk) },
      { label: t.savePicture, shortcut: caps('savePicture'), run: () => void savePicture(desk) },
    ],
    [
      { label: t.saveBars, shortcut: caps('saveBars'), run: () => void saveBars(desk) },
      { label: t.saveBarsBom, run: () => void saveBars(desk, true) },
    ],
    [{ label: t.showTable, run: () => desk.charts.active.showTable(true) }],
  ];
}

function caps(name: ShortcutName<'desk'>): string {
  const isMac = navigator.platform.startsWith('Mac');
  const [press] = pressesOf('desk', name);
  return press ? keyCaps(press, isMac).join(isMac ? '' : '+') : '';
}
