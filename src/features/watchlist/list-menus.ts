import ArchiveRestore from '@lucide/svelte/icons/archive-restore';
import ArrowLeft from '@lucide/svelte/icons/arrow-left';
import ArrowRight from '@lucide/svelte/icons/arrow-right';
import BellPlus from '@lucide/svelte/icons/bell-plus';
import Check from '@lucide/svelte/icons/check';
import ChevronsDownUp from '@lucide/svelte/icons/chevrons-down-up';
import ChevronsUpDown from '@lucide/svelte/icons/chevrons-up-down';
import Columns3 from '@lucide/svelte/icons/columns-3';
import Copy from '@lucide/svelte/icons/copy';
import FileInput from '@lucide/svelte/icons/file-input';
import FileOutput from '@lucide/svelte/icons/file-output';
import FolderPlus from '@lucide/svelte/icons/folder-plus';
import Grid2x2 from '@lucide/svelte/icons/grid-2x2';
import ListOrdered from '@lucide/svelte/icons/list-ordered';
import ListTree from '@lucide/svelte/icons/list-tree';
import Pencil from '@lucide/svelte/icons/pencil';
import Plus from '@lucide/svelte/icons/plus';
import Redo2 from '@lucide/svelte/icons/redo-2';
import Rows3 from '@lucide/svelte/icons/rows-3';
import Table2 from '@lucide/svelte/icons/table-2';
import Trash2 from '@lucide/svelte/icons/trash-2';
import Undo2 from '@lucide/svelte/icons/undo-2';
import X from '@lucide/svelte/icons/x';
import { LIST_COLUMNS, nextSort, type SortKey } from '../../shared/domain/watchlist/list-column';
import {
  LIST_DENSITIES,
  LIST_GROUPINGS,
  type ListLook,
} from '../../shared/domain/watchlist/list-look';
import type { Watchlist } from '../../shared/domain/watchlist/watchlist';
import type { MenuGroup, MenuItem } from '../../ui/menu-items';
import { startRuleOnList } from '../alerts/alert-actions';
import { importListFile } from '../transfer/transfer-actions';
import type { ListCommands } from './list-commands';
import { redoLists, undoLists } from './list-edits';
import type { MenuContext } from './watchlist-menus';

interface ListMenuContext extends MenuContext {
  readonly lists: ListCommands;
}

/** What can be done with the list on the desk, and with all of them. */
export function listMenu(context: ListMenuContext): MenuGroup[] {
  const { desk, view, commands } = context;
  const { watchlist: t, lists } = desk.t;
  const { steps } = desk.watchlist;
  return [
    [
      { label: t.addInstrument, icon: Plus, run: () => void commands.openSearch(null) },
      {
        label: t.addSection,
        icon: FolderPlus,
        run: () => (view.naming = { of: 'section', id: 'new' }),
      },
    ],
    [
      {
        label: lists.table,
        icon: Table2,
        shortcut: 'Ctrl ⇧ L',
        run: () => desk.listDesk.show('table'),
      },
      {
        label: lists.heatMap.title,
        icon: Grid2x2,
        shortcut: 'Ctrl ⇧ H',
        run: () => desk.listDesk.show('heat-map'),
      },
    ],
    [
      {
        label: t.palette.commands.importList,
        icon: FileInput,
        run: () => void importListFile(desk),
      },
      {
        label: t.palette.commands.exportList,
        icon: FileOutput,
        run: () => desk.transfer.startExport(desk.watchlist.id),
      },
    ],
    lookItems(context),
    [
      { label: t.collapseAll, icon: ChevronsDownUp, run: () => view.setAllCollapsed(true) },
      { label: t.expandAll, icon: ChevronsUpDown, run: () => view.setAllCollapsed(false) },
    ],
    [
      {
        label: lists.undo,
        icon: Undo2,
        shortcut: 'Ctrl Z',
        disabled: !steps.undo,
        run: () => void undoLists(desk),
      },
      {
        label: lists.redo,
        icon: Redo2,
        shortcut: 'Ctrl ⇧ Z',
        disabled: !steps.redo,
        run: () => void redoLists(desk),
      },
    ],
    [
      { label: lists.trash.title, icon: Trash2, run: () => desk.listDesk.open({ kind: 'trash' }) },
      {
        label: desk.t.backups.title,
        icon: ArchiveRestore,
        run: () => desk.listDesk.open({ kind: 'backups' }),
      },
    ],
  ];
}

/** What can be done with one list as a whole. */
export function tabMenu({ desk, view, lists }: ListMenuContext, list: Watchlist): MenuGroup[] {
  const { watchlist: t, lists: words } = desk.t;
  const all = desk.watchlist.lists;
  const at = all.findIndex(({ id }) => id === list.id);
  return [
    [
      {
        label: t.renameSection,
        icon: Pencil,
        run: () => (view.naming = { of: 'list', id: list.id }),
      },
      { label: words.copy, icon: Copy, run: () => void lists.copy(list) },
      {
        label: desk.t.alerts.addOnList,
        icon: BellPlus,
        run: () => startRuleOnList(desk, list.id),
      },
    ],
    [
      {
        label: words.moveLeft,
        icon: ArrowLeft,
        disabled: at === 0,
        run: () => void lists.move(list.id, -1),
      },
      {
        label: words.moveRight,
        icon: ArrowRight,
        disabled: at === all.length - 1,
        run: () => void lists.move(list.id, 1),
      },
    ],
    [
      {
        label: words.removeList,
        icon: X,
        disabled: all.length === 1,
        run: () => void lists.remove(list),
      },
    ],
  ];
}

/** How lists are shown: sorted, grouped, dense, with which columns. */
function lookItems({ desk, view, commands }: ListMenuContext): MenuGroup {
  const { lists } = desk.t;
  const { look } = view;
  const set = (patch: Partial<ListLook>) => (): void =>
    void desk.settings.update({ listLook: { ...look, ...patch } });
  const sortItem = (by: SortKey): MenuItem => ({
    label: by === 'name' ? lists.name : lists.columns[by],
    ...(look.sort?.by === by && { icon: Check }),
    run: set({ sort: nextSort(look.sort, by) }),
  });
  const sorting: readonly SortKey[] = ['name', ...LIST_COLUMNS];
  return [
    {
      label: lists.sortBy,
      icon: ListOrdered,
      items: [
        {
          label: lists.ownOrder,
          ...(look.sort === null && { icon: Check }),
          run: set({ sort: null }),
        },
        ...sorting.filter((by) => by === 'name' || isShown(look, by)).map(sortItem),
      ],
    },
    ...(look.sort === null || look.grouping !== 'section'
      ? []
      : [{ label: lists.keepOrder, icon: Check, run: () => void commands.keepOrder() }]),
    {
      label: lists.groupBy,
      icon: ListTree,
      items: LIST_GROUPINGS.map((grouping) => ({
        label: lists.groupings[grouping],
        ...(look.grouping === grouping && { icon: Check }),
        run: set({ grouping }),
      })),
    },
    {
      label: lists.density,
      icon: Rows3,
      items: LIST_DENSITIES.map((density) => ({
        label: lists.densities[density],
        ...(look.density === density && { icon: Check }),
        run: set({ density }),
      })),
    },
    {
      label: lists.chooseColumns,
      icon: Columns3,
      run: () => desk.listDesk.open({ kind: 'columns' }),
    },
  ];
}

/** What the narrow list shows can be sorted by as well. */
function isShown({ columns }: ListLook, by: SortKey): boolean {
  return by === 'last' || by === 'changePercent' || columns.some((column) => column === by);
}
