import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SqliteCurationRepository } from '../../../electron/store/curation/curation-repository';
import {
  type CurationChange,
  emptyCuration,
  type EntryCuration,
} from '../../../src/shared/domain/announcement/curation/entry-curation';
import { plainContent } from '../../helpers/made-up-content';
import { MemoryCurationRepository } from '../../helpers/memory-curation-repository';
import { openForTest } from './open-for-test';
import { temporaryFolder } from './temporary-folder';

const own = (id: string, title: string): EntryCuration => ({
  ...emptyCuration(`user:${id}`),
  own: plainContent({ title: { en: title, zh: '' } }),
});
const hidden = (id: string): EntryCuration => ({ ...emptyCuration(id), hidden: true });
const change = (before: EntryCuration | null, after: EntryCuration | null): CurationChange => ({
  id: (after ?? before)?.id ?? '',
  before,
  after,
});

function open(folder: string) {
  const { database } = openForTest(folder);
  return { database, repository: new SqliteCurationRepository(database) };
}

describe('an edit', () => {
  it('is there after the file was closed and opened, and can be undone and redone then', () => {
    const folder = temporaryFolder();
    const first = open(folder);
    const [one, two] = [own('a', 'First'), own('a', 'Second')];
    first.repository.commit({ kind: 'add', detail: null, at: 1, changes: [change(null, one)] });
    first.repository.commit({ kind: 'edit', detail: null, at: 2, changes: [change(one, two)] });
    first.database.dispose();

    const second = open(folder);
    expect(second.repository.readAll()).toEqual([two]);
    expect(second.repository.undo(3)).toMatchObject({
      edit: { kind: 'edit', entryId: 'user:a', at: 2 },
      now: [{ id: 'user:a', curation: one }],
    });
    second.database.dispose();

    const third = open(folder);
    expect(third.repository.readAll()).toEqual([one]);
    expect(third.repository.steps()).toMatchObject({
      undo: { kind: 'add' },
      redo: { kind: 'edit' },
    });
    third.repository.redo(4);
    expect(third.repository.readAll()).toEqual([two]);
  });

  it('keeps who did what and when, also what was undone', () => {
    const { repository } = open(temporaryFolder());
    const one = hidden('acme-a1');
    repository.commit({ kind: 'hide', detail: null, at: 1, changes: [change(null, one)] });
    repository.undo(2);
    const next = { ...emptyCuration('acme-a1'), annotation: 'Ask.' };
    repository.commit({ kind: 'annotate', detail: null, at: 3, changes: [change(null, next)] });
    expect(repository.historyOf('acme-a1', 10)).toEqual([
      {
        ...{ id: 2, kind: 'annotate', detail: null, at: 3, entryId: 'acme-a1', who: 'user' },
        ...{ state: 'done', stateAt: 3, before: null, after: next },
      },
      {
        ...{ id: 1, kind: 'hide', detail: null, at: 1, entryId: 'acme-a1', who: 'user' },
        ...{ state: 'dropped', stateAt: 3, before: null, after: one },
      },
    ]);
    expect(repository.historyOf('acme-a1', 1)).toHaveLength(1);
    expect(repository.redo(4)).toBeNull();
  });

  it('of many entries is one step', () => {
    const { repository } = open(temporaryFolder());
    const many = Array.from({ length: 300 }, (_, index) => own(`e${index}`, `Title ${index}`));
    const changes = many.map((each) => change(null, each));
    repository.commit({ kind: 'import', detail: 'pack.json', at: 1, changes });
    expect(repository.readAll()).toHaveLength(300);
    expect(repository.steps().undo).toMatchObject({ detail: 'pack.json', entryId: null });
    repository.undo(2);
    expect(repository.readAll()).toEqual([]);
    expect(repository.undo(3)).toBeNull();
  });

  it('that cannot be written whole is not written', () => {
    const { repository } = open(temporaryFolder());
    const twice = [change(null, hidden('a')), change(null, hidden('a'))];
    expect(() => {
      repository.commit({ kind: 'import', detail: null, at: 1, changes: twice });
    }).toThrow(/UNIQUE/);
    expect(repository.readAll()).toEqual([]);
    expect(repository.steps()).toEqual({ undo: null, redo: null });
  });
});

describe('a row that is no overlay', () => {
  it('is left out, and left alone', () => {
    const { database, repository } = open(temporaryFolder());
    const put = 'INSERT INTO curation (entry_id, json) VALUES (?, ?)';
    for (const [index, json] of ['{', 'null', '{"id":"a"}', '{"id":"user:x","own":null}'].entries())
      database.run(put, [`e${index}`, json]);
    expect(repository.readAll()).toEqual([]);
    expect(database.all('SELECT 1 FROM curation', [])).toHaveLength(4);
  });
});

describe('any row of commands', () => {
  it('leaves what the store in memory has, and undo then redo change nothing', () => {
    const command = fc.oneof(
      fc.record({ do: fc.constant('hide' as const), id: fc.constantFrom('a', 'b', 'c') }),
      fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const), id: fc.constant('') }),
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
        const { database, repository } = open(temporaryFolder());
        const memory = new MemoryCurationRepository();
        commands.forEach((each, at) => {
          for (const store of [repository, memory]) {
            if (each.do === 'undo') store.undo(at);
            else if (each.do === 'redo') store.redo(at);
            else {
              const before = store.readAll().find(({ id }) => id === each.id) ?? null;
              const after = { ...hidden(each.id), annotation: `at ${at}` };
              store.commit({ kind: 'hide', detail: null, at, changes: [change(before, after)] });
            }
          }
        });
        const byId = (all: readonly EntryCuration[]) =>
          all.toSorted((one, other) => (one.id < other.id ? -1 : 1));
        expect(byId(repository.readAll())).toEqual(byId(memory.readAll()));
        expect(repository.steps()).toEqual(memory.steps());
        for (const id of ['a', 'b', 'c']) {
          expect(repository.historyOf(id, 99)).toEqual(memory.historyOf(id, 99));
        }
        const [all, steps] = [repository.readAll(), repository.steps()];
        if (repository.undo(99)) repository.redo(99);
        expect(repository.readAll()).toEqual(all);
        expect(repository.steps().undo).toEqual(steps.undo);
        database.dispose();
      }),
      { numRuns: 25 },
    );
  });
});
