import fc from 'fast-check';
import Database from 'libsql';
import { describe, expect, it } from 'vitest';
import { fileTimestamp, parseFileTimestamp } from '../../../electron/store/file-timestamp';
import { sqlText } from '../../../electron/store/sql-text';
import { failureReason, isDamage } from '../../../electron/store/sqlite-errors';

describe('fileTimestamp', () => {
  it('writes UTC without characters that a file system refuses', () => {
    expect(fileTimestamp(Date.UTC(2026, 10, 23, 20, 37, 0, 123))).toBe('20261123T203700123Z');
  });

  it('sorts by time and is read back', () => {
    const times = fc.integer({ min: 0, max: Date.UTC(9999, 11, 31) });
    fc.assert(
      fc.property(times, times, (a, b) => {
        expect(parseFileTimestamp(`user-${fileTimestamp(a)}-x.db`)).toBe(a);
        expect(fileTimestamp(a) < fileTimestamp(b)).toBe(a < b);
      }),
    );
  });

  it.each(['user.db', 'user-20261323T203700123Z.db', ''])('finds no time in %j', (name) => {
    expect(parseFileTimestamp(name)).toBeNull();
  });
});

describe('sqlText', () => {
  it('is read back by SQLite as it was', () => {
    const database = new Database(':memory:');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.includes('\0'));
        const row = database.prepare(`SELECT ${sqlText(text)} AS text`).get([]);
        expect((row as { text: string }).text).toBe(text);
      }),
      { numRuns: 200 },
    );
    database.close();
  });

  it('refuses what a literal cannot hold', () => {
    expect(() => sqlText('a\0b')).toThrow(RangeError);
  });
});

const failure = (code: string, message = 'x'): Error => Object.assign(new Error(message), { code });

describe('failureReason', () => {
  it.each([
    ['SQLITE_FULL', 'disk-full'],
    ['ENOSPC', 'disk-full'],
    ['SQLITE_IOERR_SHMSIZE', 'disk-full'],
    ['SQLITE_BUSY', 'locked'],
    ['SQLITE_BUSY_SNAPSHOT', 'locked'],
    ['SQLITE_READONLY_DIRECTORY', 'not-accessible'],
    ['SQLITE_CANTOPEN', 'not-accessible'],
    ['SQLITE_IOERR_FSYNC', 'not-accessible'],
    ['EACCES', 'not-accessible'],
    ['EROFS', 'not-accessible'],
    ['SQLITE_CORRUPT', null],
    ['ENOENT', 'not-accessible'],
    ['SQLITE_CONSTRAINT_UNIQUE', null],
    ['', null],
  ] as const)('%s: %s', (code, reason) => {
    expect(failureReason(failure(code))).toBe(reason);
  });

  it('knows libsql’s error at opening, which has no code', () => {
    const text = 'ConnectionFailed("Unable to open connection to local database user.db: 14")';
    expect(failureReason(new Error(text))).toBe('not-accessible');
  });

  it('knows nothing of what is no error', () => {
    expect(failureReason('SQLITE_FULL')).toBeNull();
    expect(failureReason(undefined)).toBeNull();
  });
});

describe('isDamage', () => {
  it.each(['SQLITE_CORRUPT', 'SQLITE_CORRUPT_VTAB', 'SQLITE_NOTADB'])('is %s', (code) => {
    expect(isDamage(failure(code))).toBe(true);
  });

  it('is what the health check raises', () => {
    expect(isDamage(failure('SQLITE_ERROR', 'malformed JSON'))).toBe(true);
  });

  it.each(['SQLITE_BUSY', 'SQLITE_FULL', 'SQLITE_IOERR_READ', 'SQLITE_READONLY', 'SQLITE_ERROR'])(
    'is not %s: such a file is left alone',
    (code) => {
      expect(isDamage(failure(code))).toBe(false);
    },
  );
});
