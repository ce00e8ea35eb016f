import { type ShortcutName, shortcutOf } from '../../shared/domain/keys/shortcuts';
import type { WatchlistCommands } from './watchlist-commands';
import type { ItemEntry, WatchlistEntry } from './watchlist-entries';
import { sectionKey } from './watchlist-entries';
import type { WatchlistView } from './watchlist-view.svelte';

interface Context {
  readonly view: WatchlistView;
  readonly commands: WatchlistCommands;
  /** Opens what is kept about an instrument. */
  readonly onedit: (entry: ItemEntry) => void;
}

type Action = (entry: WatchlistEntry, context: Context) => Promise<void> | void;

const PAGE_ROWS = 10;

const step =
  (by: number): Action =>
  (_entry, { view }) =>
    void view.step(by);

const extend =
  (by: number): Action =>
  (entry, { view }) => {
    const to = view.step(by);
    if (to) view.selection.extendTo(entry.key, to.key);
  };

const ACTIONS: Readonly<Record<ShortcutName<'watchlist'>, Action>> = {
  up: step(-1),
  down: step(1),
  pageUp: step(-PAGE_ROWS),
  pageDown: step(PAGE_ROWS),
  first: step(-Infinity),
  last: step(Infinity),
  extendUp: extend(-1),
  extendDown: extend(1),
  selectAll: (_entry, { view }) => view.selection.all(),
  unselect: (_entry, { view }) => void view.selection.clear(),
  mark: (entry, { view }) => {
    if (entry.kind === 'item') view.selection.press(entry.key, WITH_CTRL);
  },
  open: (entry, { commands }) => commands.open(entry),
  edit: (entry, { onedit }) => {
    if (entry.kind === 'item') onedit(entry);
  },
  star: (entry, { view, commands }) => star(entry, view, commands),
  remove: (entry, { view, commands }) => remove(entry, view, commands),
  rename: (entry, { view, onedit }) => {
    if (entry.kind === 'section') view.naming = { of: 'section', id: entry.section.id };
    if (entry.kind === 'item') onedit(entry);
  },
  collapse: (entry, { view }) => {
    if (entry.kind === 'section' || entry.kind === 'group') view.setCollapsed(entry.key, true);
    else view.activate(sectionKey(entry.section.id));
  },
  expand: (entry, { view }) => {
    if (entry.kind === 'section' || entry.kind === 'group') view.setCollapsed(entry.key, false);
  },
  moveUp: (entry, { commands }) => commands.moves.moveBy(entry, -1),
  moveDown: (entry, { commands }) => commands.moves.moveBy(entry, 1),
};

const WITH_CTRL = { ctrlKey: true, metaKey: false, shiftKey: false };

/** Does what a key asks for on the active line. @returns null where the key means nothing here */
export function runWatchlistKey(
  event: KeyboardEvent,
  isMac: boolean,
  context: Context,
): Promise<void> | null {
  const entry = context.view.active;
  const name = shortcutOf('watchlist', event, isMac);
  if (!entry || name === null) return null;
  // Where nothing is marked, the key is meant for what is around the list.
  if (name === 'unselect' && context.view.selection.entries.length === 0) return null;
  return Promise.resolve(ACTIONS[name](entry, context));
}

function remove(
  entry: WatchlistEntry,
  view: WatchlistView,
  commands: WatchlistCommands,
): Promise<void> | void {
  if (entry.kind === 'item') return commands.remove(view.selection.around(entry));
  if (entry.kind === 'section') return commands.removeSection(entry);
}

function star(
  entry: WatchlistEntry,
  view: WatchlistView,
  commands: WatchlistCommands,
): Promise<void> | void {
  if (entry.kind !== 'item') return;
  const all = view.selection.around(entry);
  return commands.setStarred(all, !view.isStarred(entry));
}
