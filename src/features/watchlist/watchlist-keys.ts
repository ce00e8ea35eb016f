import { type ShortcutName, shortcutOf } from '../../shared/domain/keys/shortcuts';
import type { WatchlistCommands } from './watchlist-commands';
import type { WatchlistEntry } from './watchlist-entries';
import type { WatchlistView } from './watchlist-view.svelte';

type Action = (
  entry: WatchlistEntry,
  view: WatchlistView,
  commands: WatchlistCommands,
) => Promise<void> | void;

const PAGE_ROWS = 10;

const step =
  (by: number): Action =>
  (_entry, view) =>
    void view.step(by);

const ACTIONS: Readonly<Record<ShortcutName<'watchlist'>, Action>> = {
  up: step(-1),
  down: step(1),
  pageUp: step(-PAGE_ROWS),
  pageDown: step(PAGE_ROWS),
  first: step(-Infinity),
  last: step(Infinity),
  open: (entry, _view, commands) => commands.open(entry),
  remove: (entry, _view, commands) => remove(entry, commands),
  rename: (entry, view) => {
    if (entry.kind === 'section') view.naming = entry.section.id;
  },
  collapse: (entry, view) => {
    if (entry.kind === 'section') view.setCollapsed(entry.section.id, true);
    else view.activate(`section-${entry.section.id}`);
  },
  expand: (entry, view) => {
    if (entry.kind === 'section') view.setCollapsed(entry.section.id, false);
  },
  moveUp: (entry, _view, commands) => commands.moveBy(entry, -1),
  moveDown: (entry, _view, commands) => commands.moveBy(entry, 1),
};

/** Does what a key asks for on the active line. @returns null where the key means nothing here */
export function runWatchlistKey(
  event: KeyboardEvent,
  view: WatchlistView,
  commands: WatchlistCommands,
): Promise<void> | null {
  const entry = view.active;
  const name = shortcutOf('watchlist', event, false);
  if (!entry || name === null) return null;
  return Promise.resolve(ACTIONS[name](entry, view, commands));
}

function remove(entry: WatchlistEntry, commands: WatchlistCommands): Promise<void> | void {
  if (entry.kind === 'item') return commands.removeItem(entry);
  if (entry.kind === 'section') return commands.removeSection(entry);
}
