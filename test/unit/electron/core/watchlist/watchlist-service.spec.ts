import { beforeEach, describe, expect, expectTypeOf, it } from 'vitest';
import { Signal } from '../../../../../electron/core/events/signal';
import type { WatchlistResult } from '../../../../../electron/core/watchlist/watchlist-result';
import {
  MAX_WATCHLIST_ITEMS,
  MAX_WATCHLIST_SECTIONS,
  WatchlistService,
} from '../../../../../electron/core/watchlist/watchlist-service';
import type {
  Watchlist,
  WatchlistSection,
} from '../../../../../src/shared/domain/watchlist/watchlist';
import type { WatchlistResult as ContractResult } from '../../../../../src/shared/ipc/contract';
import { FakeWatchlistRepository } from './fake-watchlist-repository';

const LABS = 1;
const FOUNDRIES = 2;
const EMPTY = 3;
const ZHIPU = 11;
const MINIMAX = 12;
const TSMC = 21;

const SECTIONS: readonly WatchlistSection[] = [
  {
    id: LABS,
    name: null,
    seed: 'ai-labs',
    items: [
      { id: ZHIPU, symbol: 'XHKG:02513' },
      { id: MINIMAX, symbol: 'XHKG:00100' },
    ],
  },
  { id: FOUNDRIES, name: 'Foundries', seed: null, items: [{ id: TSMC, symbol: 'XNYS:TSM' }] },
  { id: EMPTY, name: 'Empty', seed: null, items: [] },
];

let repository: FakeWatchlistRepository;
let told: Watchlist[];
let service: WatchlistService;

function serviceOver(sections: readonly WatchlistSection[]): void {
  repository = new FakeWatchlistRepository(sections);
  told = [];
  const changed = new Signal<Watchlist>((error) => {
    throw error;
  });
  changed.subscribe((list) => told.push(list));
  service = new WatchlistService(repository, changed);
  service.start();
}

/** `section: symbol symbol` for each section. */
function shape(list: Watchlist = service.list()): readonly string[] {
  return list.sections.map(({ id, items }) =>
    `${id}: ${items.map((item) => item.symbol.split(':')[1]).join(' ')}`.trim(),
  );
}

function listOf(result: WatchlistResult): Watchlist {
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  return result.watchlist;
}

beforeEach(() => serviceOver(SECTIONS));

describe('WatchlistService', () => {
  it('answers in the form of the contract', () => {
    expectTypeOf<WatchlistResult>().toEqualTypeOf<ContractResult>();
  });

  it('reads the store once, at the start', () => {
    service.list();
    service.list();
    expect(repository.loads).toBe(1);
  });

  describe('addItem', () => {
    it('puts the symbol at the position, names the new item and tells it', () => {
      const result = service.addItem({ sectionId: LABS, symbol: 'XNAS:BIDU', position: 1 });

      expect(shape(listOf(result))).toEqual(['1: 02513 BIDU 00100', '2: TSM', '3:']);
      expect(result).toMatchObject({ ok: true, itemId: 22 });
      expect(told).toHaveLength(1);
      expect(told[0]).toEqual(listOf(result));
      expect(told[0]?.revision).toBe(2);
    });

    it('keeps an unknown symbol as it was written', () => {
      const result = service.addItem({ sectionId: EMPTY, symbol: '某某 Holdings', position: 0 });
      expect(listOf(result).sections[2]?.items[0]?.symbol).toBe('某某 Holdings');
    });

    it('takes a position behind the end as the end', () => {
      service.addItem({ sectionId: FOUNDRIES, symbol: 'XHKG:00981', position: 99 });
      expect(shape()[1]).toBe('2: TSM 00981');
      expect(repository.applied).toEqual([
        { kind: 'add-item', sectionId: FOUNDRIES, symbol: 'XHKG:00981', position: 1 },
      ]);
    });

    it('lets a symbol stand in two sections but not twice in one', () => {
      expect(service.addItem({ sectionId: FOUNDRIES, symbol: 'XHKG:02513', position: 0 }).ok).toBe(
        true,
      );
      expect(service.addItem({ sectionId: FOUNDRIES, symbol: 'XHKG:02513', position: 0 })).toEqual({
        ok: false,
        reason: 'already-listed',
      });
    });

    it('refuses an unknown section', () => {
      expect(service.addItem({ sectionId: 99, symbol: 'XNAS:AMD', position: 0 })).toEqual({
        ok: false,
        reason: 'unknown-section',
      });
    });

    it('refuses the item after the last one that fits, counted over all sections', () => {
      const items = Array.from({ length: MAX_WATCHLIST_ITEMS - 1 }, (_, index) => ({
        id: 100 + index,
        symbol: `XNAS:T${index}`,
      }));
      serviceOver([...SECTIONS.slice(2), { id: 9, name: 'Full', seed: null, items }]);

      expect(service.addItem({ sectionId: EMPTY, symbol: 'XNAS:LAST', position: 0 }).ok).toBe(true);
      expect(service.addItem({ sectionId: EMPTY, symbol: 'XNAS:OVER', position: 0 })).toEqual({
        ok: false,
        reason: 'list-full',
      });
    });
  });

  describe('removeItem', () => {
    it('removes it', () => {
      expect(shape(listOf(service.removeItem({ itemId: ZHIPU })))[0]).toBe('1: 00100');
    });

    it('refuses one that is not there, also the second time', () => {
      service.removeItem({ itemId: ZHIPU });
      expect(service.removeItem({ itemId: ZHIPU })).toEqual({ ok: false, reason: 'unknown-item' });
      expect(told).toHaveLength(1);
    });
  });

  describe('moveItem', () => {
    it('moves within the section and keeps the identity', () => {
      const result = service.moveItem({ itemId: ZHIPU, sectionId: LABS, position: 1 });
      expect(listOf(result).sections[0]?.items.map((item) => item.id)).toEqual([MINIMAX, ZHIPU]);
    });

    it('moves to another section and keeps the identity', () => {
      const result = service.moveItem({ itemId: MINIMAX, sectionId: FOUNDRIES, position: 0 });
      expect(shape(listOf(result))).toEqual(['1: 02513', '2: 00100 TSM', '3:']);
      expect(listOf(result).sections[1]?.items[0]?.id).toBe(MINIMAX);
    });

    it.each([
      [{ sectionId: LABS, position: 99 }, 1],
      [{ sectionId: FOUNDRIES, position: 99 }, 1],
    ])('takes a position behind the end as the end: %j', (target, position) => {
      service.moveItem({ itemId: ZHIPU, ...target });
      expect(repository.applied).toEqual([
        { kind: 'move-item', itemId: ZHIPU, ...target, position },
      ]);
    });

    it('does nothing for a move to where it stands', () => {
      const result = service.moveItem({ itemId: MINIMAX, sectionId: LABS, position: 5 });
      expect(listOf(result).revision).toBe(1);
      expect(repository.applied).toEqual([]);
      expect(told).toEqual([]);
    });

    it('refuses what is not there and what the target already lists', () => {
      service.addItem({ sectionId: FOUNDRIES, symbol: 'XHKG:02513', position: 0 });
      const move = (itemId: number, sectionId: number): WatchlistResult =>
        service.moveItem({ itemId, sectionId, position: 0 });

      expect(move(99, LABS)).toEqual({ ok: false, reason: 'unknown-item' });
      expect(move(ZHIPU, 99)).toEqual({ ok: false, reason: 'unknown-section' });
      expect(move(ZHIPU, FOUNDRIES)).toEqual({ ok: false, reason: 'already-listed' });
    });
  });

  describe('sections', () => {
    it('adds one at the position, or at the end', () => {
      service.addSection({ name: 'Mine', position: 0 });
      const list = listOf(service.addSection({ name: 'Last', position: 99 }));
      expect(list.sections.map(({ name }) => name)).toEqual([
        'Mine',
        null,
        'Foundries',
        'Empty',
        'Last',
      ]);
    });

    it('renames one of the first set, which stays known as such', () => {
      const list = listOf(service.renameSection({ sectionId: LABS, name: 'Labs' }));
      expect(list.sections[0]).toMatchObject({ name: 'Labs', seed: 'ai-labs' });
    });

    it('does nothing for the name that it has', () => {
      service.renameSection({ sectionId: FOUNDRIES, name: 'Foundries' });
      expect(repository.applied).toEqual([]);
    });

    it('moves one with its items', () => {
      const list = listOf(service.moveSection({ sectionId: LABS, position: 99 }));
      expect(shape(list)).toEqual(['2: TSM', '3:', '1: 02513 00100']);
      expect(repository.applied).toEqual([{ kind: 'move-section', sectionId: LABS, position: 2 }]);
    });

    it('does nothing for a move to where it stands', () => {
      service.moveSection({ sectionId: EMPTY, position: 2 });
      expect(told).toEqual([]);
    });

    it('removes an empty one and refuses one with items', () => {
      expect(shape(listOf(service.removeSection({ sectionId: EMPTY })))).toHaveLength(2);
      expect(service.removeSection({ sectionId: LABS })).toEqual({
        ok: false,
        reason: 'section-not-empty',
      });
    });

    it('refuses every command on an unknown one', () => {
      const unknown = { ok: false, reason: 'unknown-section' };
      expect(service.renameSection({ sectionId: 99, name: 'x' })).toEqual(unknown);
      expect(service.moveSection({ sectionId: 99, position: 0 })).toEqual(unknown);
      expect(service.removeSection({ sectionId: 99 })).toEqual(unknown);
    });

    it('refuses the section after the last one that fits', () => {
      serviceOver(
        Array.from({ length: MAX_WATCHLIST_SECTIONS }, (_, index) => ({
          id: index + 1,
          name: `S${index}`,
          seed: null,
          items: [],
        })),
      );
      expect(service.addSection({ name: 'Over', position: 0 })).toEqual({
        ok: false,
        reason: 'list-full',
      });
    });
  });

  describe('when the store fails', () => {
    const error = new Error('disk I/O error');

    it('throws, tells nobody and shows the list as the store has it', () => {
      repository.nextFailure = { error, durable: false };
      expect(() => service.removeItem({ itemId: ZHIPU })).toThrow(error);
      expect(told).toEqual([]);
      expect(shape()[0]).toBe('1: 02513 00100');
    });

    it('shows an edit that became durable although its commit failed', () => {
      repository.nextFailure = { error, durable: true };
      expect(() => service.removeItem({ itemId: ZHIPU })).toThrow(error);
      expect(shape()[0]).toBe('1: 00100');
    });
  });
});
