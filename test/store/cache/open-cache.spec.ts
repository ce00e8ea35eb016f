import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openAnew, openCache } from '../../../electron/data/cache/open-cache';
import { SeriesRepository } from '../../../electron/data/cache/series-repository';
import { risingBars } from '../../unit/electron/data/bars-of';
import { openSeries, ORIGIN } from './open-series';
import { tempFolder } from '../../unit/electron/data/temp-folder';

function open(file: string): { series: SeriesRepository; notice: string | null } {
  const { connection, notice } = openCache(file);
  onTestFinished(() => connection.close());
  return { series: new SeriesRepository(connection), notice };
}

function expectUsable(series: SeriesRepository): void {
  expect(series.count()).toBe(0);
  series.replace('XNAS:GOOGL', 'D', risingBars(100), ORIGIN);
  expect(series.read('XNAS:GOOGL', 'D')?.buffer.byteLength).toBe(100 * 56);
}

describe('openAnew', () => {
  it('sets aside the file with its companions', () => {
    const file = join(tempFolder(), 'cache.db');
    for (const suffix of ['', '-wal', '-shm']) writeFileSync(file + suffix, `old${suffix}`);
    const { connection, notice } = openAnew(file, new Error('the reason'));
    onTestFinished(() => connection.close());
    expect(notice).toContain(`${file}.damaged-1`);
    expect(notice).toContain('the reason');
    for (const suffix of ['', '-wal', '-shm']) {
      expect(readFileSync(`${file}.damaged-1${suffix}`, 'utf8')).toBe(`old${suffix}`);
    }
    expectUsable(new SeriesRepository(connection));
  });
});

describe('openCache', () => {
  it('makes a file where there is none', () => {
    const file = join(tempFolder(), 'cache.db');
    const { series, notice } = open(file);
    expect(notice).toBeNull();
    expectUsable(series);
    expect(existsSync(file)).toBe(true);
  });

  it('writes ahead and waits for the disk at checkpoints only', () => {
    const { connection } = openSeries();
    expect(connection.rows('pragma journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    expect(connection.rows('pragma synchronous')).toEqual([{ synchronous: 1 }]);
    expect(connection.rows('pragma foreign_keys')).toEqual([{ foreign_keys: 1 }]);
  });

  it('takes an empty file for a new one', () => {
    const file = join(tempFolder(), 'cache.db');
    writeFileSync(file, '');
    expect(open(file).notice).toBeNull();
  });

  it('sets aside a file that is no database', () => {
    const folder = tempFolder();
    const file = join(folder, 'cache.db');
    writeFileSync(file, 'no database at all'.repeat(100));
    const { series, notice } = open(file);
    expect(notice).toContain(`${file}.damaged-1`);
    expectUsable(series);
    expect(readFileSync(`${file}.damaged-1`, 'utf8')).toContain('no database at all');
  });

  it('does not overwrite what was set aside earlier', () => {
    const folder = tempFolder();
    const file = join(folder, 'cache.db');
    writeFileSync(`${file}.damaged-1`, 'the first');
    writeFileSync(file, 'the second'.repeat(100));
    open(file);
    expect(readFileSync(`${file}.damaged-1`, 'utf8')).toBe('the first');
    expect(existsSync(`${file}.damaged-2`)).toBe(true);
  });

  it('sets aside a file of a newer version of the app', () => {
    const file = join(tempFolder(), 'cache.db');
    const newer = new Database(file);
    newer.exec('create table series(other); pragma user_version = 99');
    newer.close();
    const { series, notice } = open(file);
    expect(notice).toContain('version 99');
    expectUsable(series);
    expect(existsSync(`${file}.damaged-1`)).toBe(true);
  });

  it('sets aside a database of something else', () => {
    const file = join(tempFolder(), 'cache.db');
    const other = new Database(file);
    other.exec('create table series(other)');
    other.close();
    expectUsable(open(file).series);
    expect(existsSync(`${file}.damaged-1`)).toBe(true);
  });

  it('sets aside a file whose schema is torn', () => {
    const { connection, file } = openSeries();
    connection.execute('pragma wal_checkpoint(TRUNCATE)');
    connection.close();
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.subarray(0, 4096).fill(0xaa, 100));
    const { series, notice } = open(file);
    expect(notice).toContain('damaged-1');
    expectUsable(series);
  });

  it('works in memory where there is no place for a file, and renames nothing', () => {
    const folder = tempFolder();
    const file = join(folder, 'missing', 'cache.db');
    const { series, notice } = open(file);
    expect(notice).toContain('in memory');
    expectUsable(series);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('works in memory where a folder has the name of the file', () => {
    const folder = tempFolder();
    const file = join(folder, 'cache.db');
    mkdirSync(file);
    const { series, notice } = open(file);
    expect(notice).toContain('in memory');
    expectUsable(series);
    expect(readdirSync(folder)).toEqual(['cache.db']);
  });

  it('works in memory while another process holds the file, and does not take it away', () => {
    const file = join(tempFolder(), 'cache.db');
    const holder = new Database(file);
    holder.exec('pragma locking_mode = exclusive; create table other(a); begin exclusive');
    onTestFinished(() => {
      holder.close();
    });
    const { series, notice } = open(file);
    expect(notice).toContain('in memory');
    expectUsable(series);
    expect(existsSync(`${file}.damaged-1`)).toBe(false);
  });
});
