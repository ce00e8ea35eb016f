import Database from 'libsql';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CacheConnection } from '../../../electron/data/cache/cache-connection';

function open(): CacheConnection {
  const connection = new CacheConnection(new Database(':memory:'));
  onTestFinished(() => connection.close());
  connection.execute('create table item(a, b)');
  return connection;
}

describe('CacheConnection', () => {
  it('gives blobs as Uint8Array', () => {
    const connection = open();
    connection.run('insert into item values (?, ?)', Uint8Array.of(1, 2, 3), null);
    const [row] = connection.rows('select a, b from item');
    expect(row).toEqual({ a: Uint8Array.of(1, 2, 3), b: null });
    expect(row?.['a']).toBeInstanceOf(Uint8Array);
  });

  it('binds a blob that is the only value', () => {
    const connection = open();
    connection.run('insert into item(a) values (?)', Uint8Array.of(7));
    expect(connection.rows('select b from item where a = ?', Uint8Array.of(7))).toEqual([
      { b: null },
    ]);
  });

  it('binds the part of memory that a blob covers', () => {
    const connection = open();
    connection.run('insert into item(a) values (?)', Uint8Array.of(1, 2, 3, 4).subarray(1, 3));
    expect(connection.rows('select a from item')).toEqual([{ a: Uint8Array.of(2, 3) }]);
  });

  it('stores text, numbers and null', () => {
    const connection = open();
    connection.run('insert into item values (?, ?)', 'text', 1.5);
    connection.run('insert into item values (?, ?)', null, NaN);
    expect(connection.rows('select * from item')).toEqual([
      { a: 'text', b: 1.5 },
      { a: null, b: null },
    ]);
  });

  it('takes a transaction back where the work throws', () => {
    const connection = open();
    const work = (): never => {
      connection.run('insert into item(a) values (1)');
      throw new Error('half-way');
    };
    expect(() => connection.transaction(work)).toThrow('half-way');
    expect(connection.rows('select * from item')).toEqual([]);
    expect(connection.transaction(() => 5)).toBe(5);
  });

  it('can use one statement again and again', () => {
    const connection = open();
    for (const value of [1, 2, 3]) connection.run('insert into item(a) values (?)', value);
    const found = [1, 2, 3].map((value) =>
      connection.rows('select a from item where a = ?', value),
    );
    expect(found).toEqual([[{ a: 1 }], [{ a: 2 }], [{ a: 3 }]]);
  });
});
