import ArrowDown from '@lucide/svelte/icons/arrow-down';
import ArrowUp from '@lucide/svelte/icons/arrow-up';
import BellPlus from '@lucide/svelte/icons/bell-plus';
import ChartCandlestick from '@lucide/svelte/icons/chart-candlestick';
import ChevronsDownUp from '@lucide/svelte/icons/chevrons-down-up';
import ChevronsUpDown from '@lucide/svelte/icons/chevrons-up-down';
import FolderInput from '@lucide/svelte/icons/folder-input';
import FolderPlus from '@lucide/svelte/icons/folder-plus';
import Pencil from '@lucide/svelte/icons/pencil';
import Plus from '@lucide/svelte/icons/plus';
import X from '@lucide/svelte/icons/x';
import { isInstrumentId } from '../../shared/domain/instrument/instrument';
import type { Desk } from '../../state/desk.svelte';
import type { MenuGroup } from '../../ui/menu-items';
import { startRule } from '../alerts/alert-actions';
import type { WatchlistCommands } from './watchlist-commands';
import type { ItemEntry, SectionEntry } from './watchlist-entries';
import type { WatchlistView } from './watchlist-view.svelte';

interface Context {
  readonly desk: Desk;
  readonly view: WatchlistView;
  readonly commands: WatchlistCommands;
}

/** What can be done with one instrument. */
export function itemMenu({ desk, view, commands }: Context, entry: ItemEntry): MenuGroup[] {
  const t = desk.t.watchlist;
  const others = desk.watchlist.sections.filter(({ id }) => id !== entry.section.id);
  return [
    [
      {
        label: t.showChart,
        icon: ChartCandlestick,
        shortcut: '↵',
        disabled: !isInstrumentId(entry.item.symbol),
        run: () => void commands.open(entry),
      },
      {
        label: desk.t.alerts.add,
        icon: BellPlus,
        disabled: !isInstrumentId(entry.item.symbol),
        run: () => startRule(desk, entry.item.symbol),
      },
    ],
    [
      {
        label: t.moveTo,
        icon: FolderInput,
        disabled: others.length === 0,
        items: others.map((section) => ({
          label: view.nameOf(section),
          run: () => void commands.moveToSection(entry, section.id),
        })),
      },
      ...movingItems(t, entry, commands),
    ],
    [{ label: t.remove, icon: X, shortcut: 'Del', run: () => void commands.removeItem(entry) }],
  ];
}

/** What can be done with one section. */
export function sectionMenu({ desk, view, commands }: Context, entry: SectionEntry): MenuGroup[] {
  const t = desk.t.watchlist;
  const { section, collapsed } = entry;
  const isEmpty = section.items.length === 0;
  return [
    [
      {
        label: t.addInstrumentHere,
        icon: Plus,
        run: () => void commands.openSearch(section.id),
      },
      {
        label: t.renameSection,
        icon: Pencil,
        shortcut: 'F2',
        run: () => (view.naming = section.id),
      },
      {
        label: collapsed ? t.expand : t.collapse,
        icon: collapsed ? ChevronsUpDown : ChevronsDownUp,
        run: () => view.setCollapsed(section.id, !collapsed),
      },
    ],
    movingItems(t, entry, commands),
    [
      {
        label: isEmpty ? t.removeSection : t.removeSectionWhenEmpty,
        icon: X,
        disabled: !isEmpty,
        run: () => void commands.removeSection(entry),
      },
    ],
  ];
}

/** What can be done with the whole list. */
export function listMenu({ desk, view, commands }: Context): MenuGroup[] {
  const t = desk.t.watchlist;
  return [
    [
      { label: t.addInstrument, icon: Plus, run: () => void commands.openSearch(null) },
      { label: t.addSection, icon: FolderPlus, run: () => (view.naming = 'new') },
    ],
    [
      { label: t.collapseAll, icon: ChevronsDownUp, run: () => view.setAllCollapsed(true) },
      { label: t.expandAll, icon: ChevronsUpDown, run: () => view.setAllCollapsed(false) },
    ],
  ];
}

function movingItems(
  t: Desk['t']['watchlist'],
  entry: ItemEntry | SectionEntry,
  commands: WatchlistCommands,
): MenuGroup {
  return [
    {
      label: t.moveUp,
      icon: ArrowUp,
      shortcut: 'Alt ↑',
      run: () => void commands.moveBy(entry, -1),
    },
    {
      label: t.moveDown,
      icon: ArrowDown,
      shortcut: 'Alt ↓',
      run: () => void commands.moveBy(entry, 1),
    },
  ];
}
