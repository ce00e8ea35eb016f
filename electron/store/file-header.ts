import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { APPLICATION_ID } from './application-id';

const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';
const USER_VERSION_OFFSET = 60;
const APPLICATION_ID_OFFSET = 68;
const LOG_HEADER_BYTES = 32;
/** The lowest bit tells the byte order of the checksums. */
const LOG_MAGIC = 0x377f0682;

/**
 * The schema version in the header of a database file, read without opening the database; null where
 * the file is none of ours. Format: https://www.sqlite.org/fileformat2.html, section 1.3.
 */
export function readSchemaVersion(file: string): number | null {
  const header = readStart(file, HEADER_BYTES);
  if (header.length < HEADER_BYTES || header.toString('latin1', 0, MAGIC.length) !== MAGIC) {
    return null;
  }
  if (header.readUInt32BE(APPLICATION_ID_OFFSET) !== APPLICATION_ID) return null;
  return header.readUInt32BE(USER_VERSION_OFFSET);
}

/**
 * True where a write-ahead log holds something that is no log. SQLite takes such a log for an empty
 * one and overwrites it. A log of zeros never held a commit that was acknowledged.
 */
export function isForeignLog(file: string): boolean {
  if (!existsSync(file)) return false;
  const start = readStart(file, LOG_HEADER_BYTES);
  if (start.every((byte) => byte === 0)) return false;
  return start.length < LOG_HEADER_BYTES || (start.readUInt32BE(0) & ~1) >>> 0 !== LOG_MAGIC;
}

function readStart(file: string, bytes: number): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(bytes);
    return buffer.subarray(0, readSync(descriptor, buffer, 0, bytes, 0));
  } finally {
    closeSync(descriptor);
  }
}
