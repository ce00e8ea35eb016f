import { beforeEach, describe, expect, it } from 'vitest';
import type { Announcement } from '../../../../../src/shared/domain/announcement/announcement';
import type { CurationState } from '../../../../../src/shared/domain/announcement/curation/curation-view';
import { fakeCuration } from '../../../../helpers/fake-curation';
import { plainContent } from '../../../../helpers/made-up-content';
import { PLAIN_WORDS } from '../../../shared/domain/packs/pack-words';

const entry = (id: string, rest: Partial<Announcement> = {}): Announcement => ({
  id,
  ...plainContent(rest),
});

let made: ReturnType<typeof fakeCuration>;
let told: CurationState[];

beforeEach(() => {
  told = [];
  made = fakeCuration({
    set: {
      companies: [{ id: 'acme', name: { en: 'Acme', zh: '艾克米' } }],
      programmes: [],
      chips: [],
      announcements: [entry('one'), entry('two', { date: '2026-05-01' })],
    },
    ...{ pack: null, onWritten: () => undefined },
  });
  made.changed.subscribe((state) => told.push(state));
});

const ids = async (): Promise<string[]> =>
  (await made.timeline.list()).announcements.map(({ id }) => id);

describe('an edit', () => {
  it('shows in the list and the card at once, marked, and is told', async () => {
    const { content } = (await made.curation.detail('one')) ?? {};
    if (!content) throw new Error('there is no entry');
    const result = await made.curation.save('one', { ...content, foundry: 'Fabco' });
    expect(result).toMatchObject({ ok: true, id: 'one', edit: { kind: 'edit' } });
    expect(await made.timeline.get('one')).toMatchObject({
      foundry: 'Fabco',
      curation: { own: false, edited: ['foundry'] },
    });
    expect((await made.timeline.list()).announcements[0]?.curation?.edited).toEqual(['foundry']);
    expect(told.at(-1)?.undo).toMatchObject({ kind: 'edit', entryId: 'one' });
  });

  it('is undone and redone', async () => {
    await made.curation.setHidden('one', true);
    expect(await ids()).toEqual(['two']);
    expect(await made.curation.undo()).toMatchObject({ kind: 'hide' });
    expect(await ids()).toEqual(['one', 'two']);
    expect(await made.curation.redo()).toMatchObject({ kind: 'hide' });
    expect(await ids()).toEqual(['two']);
    expect(told.map(({ setAside }) => setAside)).toEqual([1, 0, 1]);
    expect(await made.curation.redo()).toBeNull();
  });

  it('that changes nothing is none', async () => {
    expect(await made.curation.setHidden('one', false)).toEqual({
      ok: true,
      id: 'one',
      edit: null,
    });
    expect(await made.curation.save('one', plainContent())).toMatchObject({ edit: null });
    expect(told).toEqual([]);
  });

  it('of an unknown entry is refused', async () => {
    const refused = { ok: false, reason: 'unknown-entry' };
    expect(await made.curation.annotate('none', 'x')).toEqual(refused);
    expect(await made.curation.merge('one', 'none')).toEqual(refused);
    expect(await made.curation.revert('none')).toEqual(refused);
  });

  it('with faults is refused by name', async () => {
    expect(await made.curation.save(null, plainContent({ sources: [] }))).toEqual({
      ...{ ok: false, reason: 'faulty' },
      faults: [{ field: 'sources', fault: 'missing', index: null }],
    });
  });
});

describe('an entry of the user’s own', () => {
  it('is added, edited and removed', async () => {
    const added = await made.curation.save(null, plainContent({ company: 'user:Foo Chips' }));
    expect(added).toMatchObject({ ok: true, id: 'user:new-1', edit: { kind: 'add' } });
    expect(await made.timeline.get('user:new-1')).toMatchObject({ curation: { own: true } });
    expect((await made.timeline.list()).companies.at(-1)?.id).toBe('user:Foo Chips');
    await made.curation.revert('user:new-1');
    expect(await made.timeline.get('user:new-1')).toBeNull();
    await made.curation.undo();
    expect(await made.timeline.get('user:new-1')).not.toBeNull();
    const { history } = (await made.curation.detail('user:new-1')) ?? {};
    expect(history?.map(({ kind, state }) => [kind, state])).toEqual([
      ['remove', 'undone'],
      ['add', 'done'],
    ]);
  });
});

describe('a merge', () => {
  it('leaves one entry, is listed among what is set aside, and goes back', async () => {
    await made.curation.merge('two', 'one');
    expect(await ids()).toEqual(['one']);
    expect(await made.curation.setAside()).toMatchObject([{ id: 'two', why: 'merged' }]);
    expect(await made.curation.merge('one', 'two')).toEqual({
      ok: false,
      reason: 'circular-merge',
    });
    expect(await made.curation.merge('one', 'one')).toEqual({
      ok: false,
      reason: 'circular-merge',
    });
    await made.curation.merge('two', null);
    expect(await ids()).toEqual(['one', 'two']);
  });
});

describe('a pack', () => {
  it('is written, taken in elsewhere as one step, and undone', async () => {
    await made.curation.save(null, plainContent({ title: { en: 'Mine', zh: '' } }));
    await made.curation.annotate('one', 'Ask.');
    const text = await made.packs.write('tapeout', 'mine', [], PLAIN_WORDS);
    await made.curation.undo();
    await made.curation.undo();

    const prepared = await made.packs.prepare('mine.json', text);
    if (typeof prepared === 'string') throw new Error(prepared);
    expect(prepared.rows.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['one', 'changes'],
      ['user:new-1', 'new'],
    ]);
    expect(await ids()).toEqual(['one', 'two']);
    const edit = await made.packs.commit(prepared.packId, []);
    expect(edit).toMatchObject({ kind: 'import', detail: 'mine.json' });
    expect(await made.timeline.get('user:new-1')).toMatchObject({
      curation: { own: true, origin: { pack: 'mine.json', confirmed: false } },
    });
    expect((await made.timeline.get('one'))?.curation?.annotation).toBe('Ask.');
    await made.curation.undo();
    expect(await ids()).toEqual(['one', 'two']);
    expect(await made.packs.commit(prepared.packId, [])).toBeNull();
  });

  it('leaves rows out on wish, and says where only it confirms', async () => {
    const claims = JSON.stringify({
      format: 'tapeout-announcements',
      version: 1,
      announcements: [
        { id: 'a', ...plainContent({ claim: 'confirmed' }) },
        { id: 'b', ...plainContent() },
      ],
    });
    const prepared = await made.packs.prepare('p.json', claims);
    if (typeof prepared === 'string') throw new Error(prepared);
    await made.packs.commit(prepared.packId, [2]);
    expect(await made.timeline.get('user:b')).toBeNull();
    expect((await made.timeline.get('user:a'))?.curation?.origin).toEqual({
      ...{ pack: 'p.json', confirmed: true },
    });
  });

  it('holds what is asked for', async () => {
    await made.curation.setHidden('two', true);
    const rowsOf = async (scope: 'shown' | 'all' | 'mine'): Promise<number> => {
      const text = await made.packs.write('csv', scope, ['one'], PLAIN_WORDS);
      return text.split('\r\n').length - 2;
    };
    expect([await rowsOf('all'), await rowsOf('shown'), await rowsOf('mine')]).toEqual([1, 1, 0]);
  });
});
