import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Drawing, MOST_DRAWINGS } from '../../../src/shared/domain/drawing/drawing';
import type { DrawingBook, DrawingsFault } from '../../../src/state/drawing-book.svelte';
import { DrawingsState } from '../../../src/state/drawings-state.svelte';
import { ACME, BOLT } from '../../helpers/desk-sample';
import { FakeMain } from '../../helpers/fake-client';

const line = (id: string, price = 100, rest: Partial<Drawing> = {}): Drawing =>
  ({ id, interval: 'D', kind: 'horizontal-line', price, ...rest }) as Drawing;

let main: FakeMain;
let told: DrawingsFault[];
let drawings: DrawingsState;
let book: DrawingBook;

/** What another start of the desk would read. */
const stored = (): Promise<readonly Drawing[]> =>
  main.client.charts.getDrawings({ instrument: ACME });
const ids = (): string[] => book.all.map(({ id }) => id);

beforeEach(async () => {
  main = new FakeMain();
  told = [];
  drawings = new DrawingsState(main.client, (fault) => told.push(fault));
  book = drawings.of(ACME);
  await book.read();
});

describe('the drawings of an instrument', () => {
  it('are one set, whichever chart asks', () => {
    expect(drawings.of(ACME)).toBe(book);
    expect(drawings.of(BOLT)).not.toBe(book);
  });

  it('are saved with every change', async () => {
    book.add(line('a'));
    book.add(line('b'));
    book.replace(line('a', 90));
    book.remove('b');
    expect(await stored()).toEqual([line('a', 90)]);
  });

  it('are read once, and are there for the next start', async () => {
    book.add(line('a'));
    await book.read();
    const later = new DrawingsState(main.client, () => undefined).of(ACME);
    expect(later.isRead).toBe(false);
    await later.read();
    expect(later.all).toEqual([line('a')]);
    expect(later.canUndo).toBe(false);
  });

  it('keep locked ones from being removed', () => {
    book.add(line('a', 100, { locked: true }));
    book.add(line('b'));
    book.remove('a');
    expect(book.clear()).toBe(1);
    expect(book.clear()).toBe(0);
    expect(ids()).toEqual(['a']);
  });

  it('are no more than can be kept', () => {
    for (let i = 0; i < MOST_DRAWINGS; i++) expect(book.add(line(String(i)))).toBe(true);
    expect(book.add(line('one more'))).toBe(false);
    expect(told).toEqual(['too-many']);
    expect(book.all).toHaveLength(MOST_DRAWINGS);
  });
});

describe('undo', () => {
  it('takes changes back one by one, saves that, and redo does them again', async () => {
    book.add(line('a'));
    book.replace(line('a', 90));
    book.clear();
    book.undo();
    expect(book.get('a')).toEqual(line('a', 90));
    book.undo();
    expect(await stored()).toEqual([line('a')]);
    book.redo();
    expect(book.get('a')).toEqual(line('a', 90));
    book.undo();
    book.add(line('b'));
    expect(book.canRedo).toBe(false);
  });

  it('leads back to nothing, and redo to where one was, from any changes', async () => {
    const change = fc.oneof(
      fc.record({ what: fc.constant('add' as const), id: fc.uuid() }),
      fc.record({ what: fc.constant('replace' as const), price: fc.double({ noNaN: true }) }),
      fc.record({ what: fc.constant('clear' as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 20 }), async (changes) => {
        const book = new DrawingsState(new FakeMain().client, () => undefined).of(ACME);
        await book.read();
        for (const one of changes) {
          if (one.what === 'add') book.add(line(one.id));
          else if (one.what === 'clear') book.clear();
          else if (book.all[0]) book.replace({ ...book.all[0], price: one.price } as Drawing);
        }
        const { all } = book;
        while (book.canUndo) book.undo();
        expect(book.all).toEqual([]);
        while (book.canRedo) book.redo();
        expect(book.all).toBe(all);
      }),
    );
  });
});

describe('a failure', () => {
  it('of reading lets nothing be written over what is stored', async () => {
    book.add(line('a'));
    const later = new DrawingsState(main.client, (fault) => told.push(fault)).of(ACME);
    main.failing.add('charts.getDrawings');
    await later.read();
    later.add(line('b'));
    expect(told).toEqual(['not-read']);
    main.failing.clear();
    expect(await stored()).toEqual([line('a')]);
    await later.read();
    expect(later.all).toEqual([line('a')]);
  });

  it('of saving is told once, keeps what was drawn, and the next change saves all of it', async () => {
    main.failing.add('charts.putDrawings');
    book.add(line('a'));
    await book.save();
    expect(told).toEqual(['not-saved']);
    expect(ids()).toEqual(['a']);
    main.failing.clear();
    book.add(line('b'));
    expect(await stored()).toEqual([line('a'), line('b')]);
  });
});
