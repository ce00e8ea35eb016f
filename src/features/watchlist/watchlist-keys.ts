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

const ACTIONS: Readonly<Record<string, Action>> = {
  ArrowUp: step(-1),
  ArrowDown: step(1),
  PageUp: step(-PAGE_ROWS),
  PageDown: step(PAGE_ROWS),
  Home: step(-Infinity),
  End: step(Infinity),
  Enter: (entry, _view, commands) => commands.open(entry),
  ' ': (entry, _view, commands) => commands.open(entry),
  Delete: (entry, _view, commands) => remove(entry, commands),
  Backspace: (entry, _view, commands) => remove(entry, commands),
  F2: (entry, view) => {
    if (entry.kind === 'section') view.naming = entry.section.id;
  },
  ArrowLeft: (entry, view) => {
    if (entry.kind === 'section') view.setCollapsed(entry.section.id, true);
    else view.activate(`section-${entry.section.id}`);
  },
  ArrowRight: (entry, view) => {
    if (entry.kind === 'section') view.setCollapsed(entry.section.id, false);
  },
};

const ALT_ACTIONS: Readonly<Record<string, Action>> = {
  ArrowUp: (entry, _view, commands) => commands.moveBy(entry, -1),
  ArrowDown: (entry, _view, commands) => commands.moveBy(entry, 1),
};

/** Does what a key asks for on the active line. @returns null where the key means nothing here */
export function runWatchlistKey(
  event: KeyboardEvent,
  view: WatchlistView,
  commands: WatchlistCommands,
): Promise<void> | null {
  const entry = view.active;
  if (!entry || event.ctrlKey || event.metaKey) return null;
  const action = (event.altKey ? ALT_ACTIONS : ACTIONS)[event.key];
  return action ? Promise.resolve(action(entry, view, commands)) : null;
}

function remove(entry: WatchlistEntry, commands: WatchlistCommands): Promise<void> | void {
  if (entry.kind === 'item') return commands.removeItem(entry);
  if (entry.kind === 'section') return commands.removeSection(entry);
}
