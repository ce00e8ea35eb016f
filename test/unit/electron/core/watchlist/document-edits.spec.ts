import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { Signal } from '../../../../../electron/core/events/signal';
import { WatchlistService } from '../../../../../electron/core/watchlist/watchlist-service';
import type { Watchlists } from '../../../../../src/shared/domain/watchlist/watchlist';
import type { DocumentTarget } from '../../../../../src/shared/domain/watchlist/watchlist-answer';
import {
  type DocumentItem,
  NO_DETAILS,
  type WatchlistDocument,
} from '../../../../../src/shared/domain/watchlist/watchlist-document';
import { MemoryWatchlistRepository } from '../../../../helpers/memory-watchlist-repository';
import { diceOf, documentAtRandom, SEED_NAMES } from '../../../../helpers/random-list-edit';
import { itemOf, listOf, listsOf, sectionOf } from '../../../../helpers/watchlist-samples';

const NEW: DocumentTarget = { kind: 'new' };
const names = SEED_NAMES;

const LISTS: Watchlists = listsOf(
  1,
  listOf(1, 'Main', [
    { id: 11, name: null, seed: 'ai-labs', items: [itemOf(101, 'XHKG:02513', { note: 'mine' })] },
    sectionOf(12, 'Empty'),
  ]),
  listOf(2, 'Other'),
);

let service: WatchlistService;

beforeEach(() => {
  service = new WatchlistService({
    repository: new MemoryWatchlistRepository(LISTS),
    changed: new Signal((error) => {
      throw error;
    }),
    ...{ scheduler: { after: () => () => undefined }, now: () => 0 },
  });
  service.start();
});

const line = (symbol: string, more: Partial<DocumentItem> = {}): DocumentItem => ({
  ...{ symbol, written: null, ...NO_DETAILS, ...more },
});

const documentOf = (...sections: WatchlistDocument['sections']): WatchlistDocument => ({
  name: 'Imported',
  sections,
});

function take(document: WatchlistDocument, target: DocumentTarget) {
  const result = service.importDocument({ document, target, names });
  if (!result.ok) throw new Error(result.reason);
  return result;
}

describe('a document', () => {
  it('becomes a new list on the desk, in one step', () => {
    const spread = line('NVDA/AMD', { written: 'NASDAQ:NVDA/NASDAQ:AMD' });
    const document = documentOf(
      { name: null, items: [spread] },
      { name: 'Chips', items: [line('XNAS:NVDA', { flags: ['green', 'red'] })] },
      { name: 'None', items: [] },
    );
    const { listId, added, merged } = take(document, NEW);
    expect([added, merged]).toEqual([2, 0]);
    expect(service.lists().openListId).toBe(listId);
    expect(service.exportDocument(listId, names)).toEqual({
      ...document,
      sections: [
        document.sections[0],
        { name: 'Chips', items: [line('XNAS:NVDA', { flags: ['red', 'green'] })] },
        document.sections[2],
      ],
    });
    expect(service.now().steps.undo).toMatchObject({ kind: 'import', name: 'Imported', count: 2 });
    service.undo();
    expect(service.lists().lists).toEqual(LISTS.lists);
    expect(service.lists().openListId).toBe(1);
  });

  it('goes into the sections of its names, those of the first set too, and adds what it says', () => {
    const lot = {
      ...{ quantity: 100, price: 10, currency: null, date: null, commission: null, comment: '' },
    };
    const document = documentOf(
      { name: 'AI labs', items: [line('XHKG:02513', { note: 'file', lots: [lot] }), line('B')] },
      { name: 'More', items: [line('C')] },
    );
    expect(take(document, { kind: 'merge', listId: 1 })).toMatchObject({ added: 2, merged: 1 });
    const list = service.lists().lists[0];
    expect(list?.sections.map(({ id, name }) => [id, name])).toEqual([
      ...[
        [11, null],
        [12, 'Empty'],
        [expect.any(Number), 'More'],
      ],
    ]);
    expect(list?.sections[0]?.items[0]).toMatchObject({ id: 101, note: 'mine\nfile', lots: [lot] });
    const before = service.lists();
    expect(take(document, { kind: 'merge', listId: 1 })).toMatchObject({ added: 0, merged: 3 });
    expect(service.lists()).toBe(before);
  });

  it('takes the place of the content of a list, which goes into the trash', () => {
    const document = documentOf({ name: 'Chips', items: [line('XNAS:NVDA')] });
    expect(take(document, { kind: 'replace', listId: 1 })).toMatchObject({ listId: 1, added: 1 });
    expect(service.lists().lists[0]).toMatchObject({ name: 'Main', sections: [{ name: 'Chips' }] });
    expect(service.listTrash()).toMatchObject([{ kind: 'section', seed: 'ai-labs', items: 1 }]);
    service.undo();
    expect(service.lists().lists).toEqual(LISTS.lists);
    expect(service.listTrash()).toEqual([]);
  });

  it('says what a symbol that stands twice says in one line', () => {
    const twice = [line('A', { note: 'one' }), line('A', { note: 'two', flags: ['blue'] })];
    const { listId, added, merged } = take(documentOf({ name: 'S', items: twice }), NEW);
    expect([added, merged]).toEqual([1, 1]);
    expect(service.exportDocument(listId, names)?.sections[0]?.items).toEqual([
      line('A', { note: 'one\ntwo', flags: ['blue'] }),
    ]);
  });

  it('is refused by a list that is not there, and one that is full is left as it is', () => {
    const document = documentOf({
      name: 'S',
      items: Array.from({ length: 5_001 }, (_, index) => line(`T${index}`)),
    });
    const into = (target: DocumentTarget) => service.importDocument({ document, target, names });
    expect(into({ kind: 'merge', listId: 9 })).toEqual({ ok: false, reason: 'unknown-list' });
    expect(into(NEW)).toEqual({ ok: false, reason: 'list-full' });
    expect(service.lists().lists).toEqual(LISTS.lists);
    expect(service.exportDocument(9, names)).toBeNull();
  });

  it('comes out as it went in, once each symbol stands once', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1e9 }), (seed) => {
        const first = take(documentAtRandom(diceOf(seed)), NEW);
        const out = service.exportDocument(first.listId, names);
        if (!out) throw new Error('the list is gone');
        const second = take(out, NEW);
        expect(second.merged).toBe(0);
        expect(service.exportDocument(second.listId, names)).toEqual(out);
        service.undo();
        service.undo();
      }),
      { numRuns: 100 },
    );
  });
});
