import type { Desk } from '../../state/desk.svelte';
import { redoLists, undoLists } from '../watchlist/list-edits';
import type { DeskCommand } from './desk-command';

/** Views, dialogs and steps of the lists, by name. */
export function listCommands(desk: Desk): readonly DeskCommand[] {
  const { listDesk, watchlist } = desk;
  const { undo, redo } = watchlist.steps;
  const others = watchlist.lists.filter(({ id }) => id !== watchlist.id);
  return [
    {
      name: 'list-table',
      words: ({ lists }) => lists.commands.table,
      run: () => listDesk.show('table'),
    },
    {
      name: 'list-heat-map',
      words: ({ lists }) => lists.commands.heatMap,
      run: () => listDesk.show('heat-map'),
    },
    {
      name: 'list-columns',
      words: ({ lists }) => lists.commands.columns,
      run: () => listDesk.open({ kind: 'columns' }),
    },
    {
      name: 'list-trash',
      words: ({ lists }) => lists.commands.trash,
      run: () => listDesk.open({ kind: 'trash' }),
    },
    {
      name: 'list-backups',
      words: ({ lists }) => lists.commands.backups,
      run: () => listDesk.open({ kind: 'backups' }),
    },
    ...(undo
      ? [
          {
            name: 'list-undo' as const,
            words: ({ lists }) => lists.commands.undo,
            run: () => void undoLists(desk),
          } satisfies DeskCommand,
        ]
      : []),
    ...(redo
      ? [
          {
            name: 'list-redo' as const,
            words: ({ lists }) => lists.commands.redo,
            run: () => void redoLists(desk),
          } satisfies DeskCommand,
        ]
      : []),
    ...others.map(({ id, name, seed }): DeskCommand => ({
      name: `list-${id}`,
      words: ({ lists, watchlist: t }) =>
        lists.commands.open(name ?? (seed === null ? lists.title : t.seedLists[seed])),
      run: () => void watchlist.choose(id),
    })),
  ];
}
