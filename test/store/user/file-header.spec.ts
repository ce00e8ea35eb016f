import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isForeignLog, readSchemaVersion } from '../../../electron/store/file-header';
import { temporaryFolder } from './temporary-folder';

/** Offsets by https://www.sqlite.org/fileformat2.html: 60 user version, 68 application id. */
function header(userVersion: number, applicationId: number, magic = 'SQLite format 3\0'): Buffer {
  const bytes = Buffer.alloc(4096);
  bytes.write(magic, 0, 'latin1');
  bytes.writeUInt32BE(userVersion, 60);
  bytes.writeUInt32BE(applicationId, 68);
  return bytes;
}

function fileOf(bytes: Buffer): string {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, bytes);
  return file;
}

describe('readSchemaVersion', () => {
  it('reads the version of one of our files', () => {
    expect(readSchemaVersion(fileOf(header(7, 0x54504f54)))).toBe(7);
  });

  it.each([
    ['another program', header(7, 0x0f055112)],
    ['no program in particular', header(7, 0)],
    ['a file that is no database', header(7, 0x54504f54, 'SQLite format 4\0')],
    ['a file shorter than a header', header(7, 0x54504f54).subarray(0, 99)],
    ['an empty file', Buffer.alloc(0)],
  ])('gives null for %s', (_, bytes) => {
    expect(readSchemaVersion(fileOf(bytes))).toBeNull();
  });
});

describe('isForeignLog', () => {
  const log = (magic: number, length = 64): Buffer => {
    const bytes = Buffer.alloc(length);
    bytes.writeUInt32BE(magic, 0);
    return bytes;
  };

  it.each([
    ['a log with little-endian checksums', log(0x377f0682), false],
    ['a log with big-endian checksums', log(0x377f0683), false],
    ['an empty log', Buffer.alloc(0), false],
    ['a log of zeros', Buffer.alloc(64), false],
    ['text', Buffer.from('a text file, long enough to hold a header'), true],
    ['a log cut off within its header', log(0x377f0682, 20), true],
    ['a number next to the right one', log(0x377f0684), true],
    ['all ones', Buffer.alloc(64, 0xff), true],
  ])('%s: %s', (_, bytes, isForeign) => {
    expect(isForeignLog(fileOf(bytes))).toBe(isForeign);
  });

  it('is false where there is no log', () => {
    expect(isForeignLog(join(temporaryFolder(), 'none'))).toBe(false);
  });
});
