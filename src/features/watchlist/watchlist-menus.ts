import ArrowDown from '@lucide/svelte/icons/arrow-down';
import ArrowUp from '@lucide/svelte/icons/arrow-up';
import BellPlus from '@lucide/svelte/icons/bell-plus';
import ChartCandlestick from '@lucide/svelte/icons/chart-candlestick';
import Check from '@lucide/svelte/icons/check';
import ChevronsDownUp from '@lucide/svelte/icons/chevrons-down-up';
import ChevronsUpDown from '@lucide/svelte/icons/chevrons-up-down';
import Copy from '@lucide/svelte/icons/copy';
import Flag from '@lucide/svelte/icons/flag';
import FolderInput from '@lucide/svelte/icons/folder-input';
import NotebookPen from '@lucide/svelte/icons/notebook-pen';
import Pencil from '@lucide/svelte/icons/pencil';
import Plus from '@lucide/svelte/icons/plus';
import Star from '@lucide/svelte/icons/star';
import X from '@lucide/svelte/icons/x';
import { isInstrumentId } from '../../shared/domain/instrument/instrument';
import { FLAGS } from '../../shared/domain/watchlist/watchlist-document';
import type { Desk } from '../../state/desk.svelte';
import type { MenuGroup, MenuItem } from '../../ui/menu-items';
import { startRule } from '../alerts/alert-actions';
import type { WatchlistCommands } from './watchlist-commands';
import type { GroupEntry, ItemEntry, SectionEntry } from './watchlist-entries';
import type { WatchlistView } from './watchlist-view.svelte';

export interface MenuContext {
  readonly desk: Desk;
  readonly view: WatchlistView;
  readonly commands: WatchlistCommands;
}

/** What can be done with one instrument, or with all that are marked where it is among them. */
export function itemMenu(context: MenuContext, entry: ItemEntry): MenuGroup[] {
  const { desk, view, commands } = context;
  const { watchlist: t, lists } = desk.t;
  const all = view.selection.around(entry);
  const isStarred = view.isStarred(entry);
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
        label: lists.edit,
        icon: NotebookPen,
        shortcut: 'E',
        run: () => desk.listDesk.edit(entry.item.id),
      },
      {
        label: desk.t.alerts.add,
        icon: BellPlus,
        disabled: !isInstrumentId(entry.item.symbol),
        run: () => startRule(desk, entry.item.symbol),
      },
    ],
    [
      { label: lists.flag, icon: Flag, items: flagItems(context, all) },
      {
        label: isStarred ? lists.unstar : lists.star,
        icon: Star,
        shortcut: 'S',
        run: () => void commands.setStarred(all, !isStarred),
      },
    ],
    [...takingItems(context, all), ...movingItems(context, entry)],
    [{ label: t.remove, icon: X, shortcut: 'Del', run: () => void commands.remove(all) }],
  ];
}

/** What can be done with one section. */
export function sectionMenu(
  { desk, view, commands }: MenuContext,
  entry: SectionEntry,
): MenuGroup[] {
  const t = desk.t.watchlist;
  const { section, collapsed, key } = entry;
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
        run: () => (view.naming = { of: 'section', id: section.id }),
      },
      foldItem(desk, view, key, collapsed),
    ],
    movingItems({ desk, view, commands }, entry),
    [{ label: t.removeSection, icon: X, run: () => void commands.removeSection(entry) }],
  ];
}

/** What can be done with items that share a role or an exchange. */
export function groupMenu(
  { desk, view }: MenuContext,
  { key, collapsed }: GroupEntry,
): MenuGroup[] {
  return [[foldItem(desk, view, key, collapsed)]];
}

function foldItem(desk: Desk, view: WatchlistView, key: string, collapsed: boolean): MenuItem {
  return {
    label: collapsed ? desk.t.watchlist.expand : desk.t.watchlist.collapse,
    icon: collapsed ? ChevronsUpDown : ChevronsDownUp,
    run: () => view.setCollapsed(key, !collapsed),
  };
}

/** A colour that all of them have is taken, any other one is given. */
function flagItems({ desk, commands }: MenuContext, all: readonly ItemEntry[]): MenuItem[] {
  return FLAGS.map((flag) => {
    const on = all.every(({ item }) => item.flags.includes(flag));
    return {
      label: desk.t.lists.flags[flag],
      ...(on && { icon: Check }),
      run: () => void commands.setFlag(all, flag, !on),
    };
  });
}

function takingItems({ desk, view, commands }: MenuContext, all: readonly ItemEntry[]): MenuGroup {
  const { watchlist: t, lists } = desk.t;
  const here = new Set(all.map(({ section }) => section.id));
  const sections = desk.watchlist.sections.filter(({ id }) => here.size > 1 || !here.has(id));
  const others = desk.watchlist.lists.filter(({ id }) => id !== desk.watchlist.id);
  const toLists = (copies: boolean): MenuItem[] =>
    others.map((list) => ({
      label: view.listName(list),
      run: () => void commands.moves.takeToList(all, list.id, copies),
    }));
  return [
    {
      label: t.moveTo,
      icon: FolderInput,
      disabled: sections.length === 0,
      items: sections.map((section) => ({
        label: view.nameOf(section),
        run: () => void commands.moves.moveToSection(all, section.id),
      })),
    },
    ...(others.length === 0
      ? []
      : [
          { label: lists.moveToList, icon: FolderInput, items: toLists(false) },
          { label: lists.copyToList, icon: Copy, items: toLists(true) },
        ]),
  ];
}

function movingItems(
  { desk, view, commands }: MenuContext,
  entry: ItemEntry | SectionEntry,
): MenuGroup {
  const t = desk.t.watchlist;
  const disabled = !view.isOwnOrder;
  const moving = (by: 1 | -1) => (): void => void commands.moves.moveBy(entry, by);
  return [
    { label: t.moveUp, icon: ArrowUp, shortcut: 'Alt ↑', disabled, run: moving(-1) },
    { label: t.moveDown, icon: ArrowDown, shortcut: 'Alt ↓', disabled, run: moving(1) },
  ];
}
