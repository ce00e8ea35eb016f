import { describe, expect, it } from 'vitest';
import { SqliteNamedValuesRepository } from '../../../electron/store/charts/named-values-repository';
import type { UserDatabase } from '../../../electron/store/user-database';
import { openForTest } from './open-for-test';
import { temporaryFolder } from './temporary-folder';

const PUT = 'INSERT INTO key_value (scope, key, value) VALUES (?, ?, ?)';
const readText = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const texts = (database: UserDatabase, scope = 'texts'): SqliteNamedValuesRepository<string> =>
  new SqliteNamedValuesRepository(database, scope, readText);

describe('SqliteNamedValuesRepository', () => {
  it('gives back what was written, also after closing, apart from other scopes', () => {
    const folder = temporaryFolder();
    const first = openForTest(folder);
    texts(first.database).write('a', 'one');
    texts(first.database).write('constructor', 'two');
    texts(first.database, 'others').write('a', 'three');
    first.database.dispose();
    const { database } = openForTest(folder);
    expect(texts(database).read('constructor')).toBe('two');
    expect(texts(database).read('toString')).toBeNull();
    expect(texts(database).readAll()).toEqual(
      new Map([
        ['a', 'one'],
        ['constructor', 'two'],
      ]),
    );
  });

  it('keeps the newest of a name, and forgets one', () => {
    const { database } = openForTest(temporaryFolder());
    texts(database).write('a', 'one');
    texts(database).write('a', 'two');
    expect(texts(database).readAll()).toEqual(new Map([['a', 'two']]));
    texts(database).write('a', null);
    expect(texts(database).readAll().size).toBe(0);
  });

  it('leaves out, and alone, what is no such value', () => {
    const { database } = openForTest(temporaryFolder());
    database.run(PUT, ['texts', 'newer', '{"of":"a newer version"}']);
    database.run(PUT, ['texts', 'broken', '{"of"']);
    expect(texts(database).readAll().size).toBe(0);
    expect(['newer', 'broken'].map((name) => texts(database).read(name))).toEqual([null, null]);
    texts(database).write('a', 'one');
    const rows = database.all<{ key: string }>('SELECT key FROM key_value WHERE scope = ?', [
      'texts',
    ]);
    expect(rows.map(({ key }) => key).toSorted()).toEqual(['a', 'broken', 'newer']);
  });
});
