import Database from 'libsql';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CacheConnection } from '../../../electron/data/cache/cache-connection';
import {
  CACHE_MIGRATIONS,
  cacheVersion,
  migrateCache,
  NewerCacheError,
} from '../../../electron/data/cache/cache-migrations';

function open(): CacheConnection {
  const connection = new CacheConnection(new Database(':memory:'));
  onTestFinished(() => connection.close());
  return connection;
}

const tablesOf = (connection: CacheConnection): unknown[] =>
  connection
    .rows("select name from sqlite_master where type = 'table' order by name")
    .map((row) => row['name']);

describe('migrateCache', () => {
  it('leads an empty file to the newest version', () => {
    const connection = open();
    expect(cacheVersion(connection)).toBe(0);
    migrateCache(connection);
    expect(cacheVersion(connection)).toBe(CACHE_MIGRATIONS.length);
    expect(tablesOf(connection)).toEqual(['chunk', 'level', 'series', 'tail']);
  });

  it('does nothing to a file of the newest version', () => {
    const connection = open();
    migrateCache(connection);
    connection.run(
      `insert into series(instrument, tf, source, imported_at, fingerprint, report)
       values ('XNAS:GOOGL', 86400, 'csv-folder', 1, '', '{}')`,
    );
    migrateCache(connection);
    expect(connection.rows('select count(*) as n from series')).toEqual([{ n: 1 }]);
  });

  it('keeps series of before bars were checked, as unchecked', () => {
    const connection = open();
    migrateCache(connection, CACHE_MIGRATIONS.slice(0, 2));
    connection.run(
      `insert into series(instrument, tf, source, imported_at, fingerprint, report)
       values ('XNAS:GOOGL', 86400, 'yahoo', 1, '', 'null')`,
    );
    migrateCache(connection);
    expect(connection.rows('select source, currency, findings, whole_at from series')).toEqual([
      { source: 'yahoo', currency: null, findings: 'null', whole_at: null },
    ]);
  });

  it('runs only what the file does not have yet', () => {
    const connection = open();
    migrateCache(connection, ['create table first(a)']);
    migrateCache(connection, ['this was done before', 'create table second(a)']);
    expect(tablesOf(connection)).toEqual(['first', 'second']);
    expect(cacheVersion(connection)).toBe(2);
  });

  it('does all or nothing', () => {
    const connection = open();
    migrateCache(connection, ['create table first(a)']);
    const broken = ['', 'create table second(a)', 'create table second(a)'];
    expect(() => migrateCache(connection, broken)).toThrow();
    expect(tablesOf(connection)).toEqual(['first']);
    expect(cacheVersion(connection)).toBe(1);
  });

  it('refuses a file of a newer version and leaves it alone', () => {
    const connection = open();
    connection.execute('pragma user_version = 99');
    expect(() => migrateCache(connection)).toThrow(NewerCacheError);
    expect(cacheVersion(connection)).toBe(99);
    expect(tablesOf(connection)).toEqual([]);
  });
});
