import type { WatchlistService } from '../../electron/core/watchlist/watchlist-service';
import type { SeedNames } from '../../src/shared/domain/watchlist/list-document';
import type { WatchlistDocument } from '../../src/shared/domain/watchlist/watchlist-document';
import { FLAGS } from '../../src/shared/domain/watchlist/watchlist-document';

/** A whole number from 0 to below its argument. */
export type Dice = (below: number) => number;

export const SEED_NAMES: SeedNames = {
  lists: { 'chip-race': 'The chip race' },
  sections: {
    'in-house-silicon': 'In-house silicon',
    'ai-labs': 'AI labs',
    'merchant-silicon': 'Merchant silicon',
    'foundry-and-memory': 'Foundry and memory',
  },
};

/** Park and Miller's generator: the same numbers for the same seed. */
export function diceOf(seed: number): Dice {
  let state = (seed % 2_147_483_646) + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** One command of any kind that may be refused or change nothing; neither undo nor redo. */
export function editAtRandom(service: WatchlistService, dice: Dice): void {
  const commands = [...listCommands(service, dice), ...itemCommands(service, dice)];
  commands[dice(commands.length)]?.();
}

/** A document of up to three sections, some without a name, with details and repeated symbols. */
export function documentAtRandom(dice: Dice): WatchlistDocument {
  const sections = Array.from({ length: dice(4) }, () => ({
    name: [null, 'A', 'AI labs', `S${dice(5)}`][dice(4)] ?? null,
    items: Array.from({ length: dice(8) }, () => ({
      symbol: symbolAtRandom(dice),
      written: dice(2) === 0 ? null : `w${dice(9)}/β`,
      ...detailsAtRandom(dice),
    })),
  }));
  return { name: `Import ${dice(9)}`, sections };
}

function listCommands(service: WatchlistService, dice: Dice): readonly (() => unknown)[] {
  const { lists } = service.lists();
  const one = <Row>(rows: readonly Row[]): Row | undefined => rows[dice(Math.max(1, rows.length))];
  const listId = one(lists)?.id ?? 1;
  const sections = lists.flatMap((list) => list.sections);
  const section = one(sections);
  const sectionId = section?.id ?? 1;
  const position = dice(6);
  const name = `Name ${dice(99)}`;
  const document = (): WatchlistDocument => documentAtRandom(dice);
  const names = SEED_NAMES;
  const trashIds = service
    .listTrash()
    .map(({ id }) => id)
    .filter(() => dice(2) === 0);
  return [
    () => service.addList({ name, position }),
    () => service.renameList({ listId, name }),
    () => service.moveList({ listId, position }),
    () => service.copyList({ listId, name }),
    () => service.removeList({ listId }),
    () => service.chooseList({ listId }),
    () => service.addSection({ listId, name, position }),
    () => service.renameSection({ sectionId, name }),
    () => service.moveSection({ sectionId, listId, position }),
    () => service.removeSection({ sectionId }),
    () => {
      const itemIds = shuffled(section?.items.map(({ id }) => id) ?? [], dice);
      service.sortSection({ sectionId, itemIds });
    },
    () => service.importDocument({ document: document(), target: { kind: 'new' }, names }),
    () =>
      service.importDocument({ document: document(), target: { kind: 'merge', listId }, names }),
    () =>
      service.importDocument({ document: document(), target: { kind: 'replace', listId }, names }),
    () => trashIds.length > 0 && service.restore({ trashIds }),
    () => dice(4) === 0 && service.emptyTrash(),
  ];
}

function itemCommands(service: WatchlistService, dice: Dice): readonly (() => unknown)[] {
  const { lists } = service.lists();
  const sections = lists.flatMap((list) => list.sections);
  const items = sections.flatMap((section) => section.items);
  const sectionId = sections[dice(Math.max(1, sections.length))]?.id ?? 1;
  const position = dice(8);
  const symbols = Array.from({ length: 1 + dice(3) }, () => symbolAtRandom(dice));
  const some = shuffled(items, dice).slice(0, 1 + dice(4));
  const itemIds = some.map(({ id }) => id);
  const add = (): unknown => service.addItems({ sectionId, symbols, position });
  const move = (): unknown => service.moveItems({ itemIds, sectionId, position });
  return [
    ...[add, add, move, move],
    () => service.copyItems({ itemIds, sectionId, position }),
    () => service.removeItems({ itemIds }),
    () => service.setDetails({ itemIds, details: detailsAtRandom(dice) }),
    () => service.setDetails({ itemIds, details: { note: `note ${dice(3)} “quoted”\n第二行` } }),
    () => service.setFlag({ itemIds, flag: FLAGS[dice(6)] ?? 'red', on: dice(2) === 0 }),
    () => service.setStarred({ symbols, starred: dice(3) > 0 }),
  ];
}

function detailsAtRandom(dice: Dice) {
  return {
    note: dice(3) === 0 ? `n${dice(4)}` : '',
    flags: FLAGS.filter(() => dice(4) === 0),
    targets: Array.from({ length: dice(3) }, () => ({
      price: dice(1_000) / 7,
      label: `t${dice(3)}`,
    })),
    lots: Array.from({ length: dice(2) }, () => ({
      ...{ quantity: dice(100) - 50.5, price: dice(2) === 0 ? null : 0.1 * dice(99) },
      ...{ currency: dice(2) === 0 ? null : 'HKD', date: dice(2) === 0 ? null : '2026-05-28' },
      ...{ commission: dice(2) === 0 ? null : 1.5, comment: dice(2) === 0 ? '' : '底仓' },
    })),
  };
}

function symbolAtRandom(dice: Dice): string {
  const known = [
    'XNAS:NVDA',
    'XHKG:02513',
    'constructor',
    '__proto__',
    "O'Neil; DROP",
    'spread 1/2',
  ];
  return known[dice(known.length + 6)] ?? `XNAS:T${dice(12)}`;
}

function shuffled<Row>(rows: readonly Row[], dice: Dice): readonly Row[] {
  const left = [...rows];
  return rows.flatMap(() => left.splice(dice(left.length), 1));
}
