import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join, normalize, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

// A bare Debian has no unzip, and the packages that could do it are either not
// ours to rely on or need a newer Node. The format is small enough to read
// here. Layout: section 4.3 of PKWARE's APPNOTE.TXT.

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const LOCAL_HEADER_SIZE = 30;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;
const PERMISSION_BITS = 0o777;

/**
 * @typedef {object} ZipEntry
 * @property {string} name path inside the archive, with forward slashes; folders end in one
 * @property {number} method 0 stored, 8 deflated
 * @property {number} mode Unix permission bits, 0 when the archive has none
 * @property {number} packedSize bytes in the archive
 * @property {number} size bytes after unpacking
 * @property {number} offset where the entry's local header begins
 */

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @param {number} position
 * @param {number} length
 */
async function readAt(file, position, length) {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead !== length) throw new Error('the zip archive is cut off');
  return buffer;
}

/** @param {import('node:fs/promises').FileHandle} file */
async function readDirectory(file) {
  const { size } = await file.stat();
  const tailSize = Math.min(size, END_SIZE + LONGEST_COMMENT);
  const tail = await readAt(file, size - tailSize, tailSize);
  for (let at = tailSize - END_SIZE; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== END_SIGNATURE) continue;
    const directory = await readAt(file, tail.readUInt32LE(at + 16), tail.readUInt32LE(at + 12));
    return { count: tail.readUInt16LE(at + 10), directory };
  }
  throw new Error('not a zip archive, or cut off');
}

/**
 * The entries of an archive, in the order of its directory. Archives over 4 GB
 * (zip64) are not supported.
 * @param {string} archivePath
 * @returns {Promise<ZipEntry[]>}
 */
export async function readZipEntries(archivePath) {
  const file = await open(archivePath);
  try {
    const { count, directory } = await readDirectory(file);
    /** @type {ZipEntry[]} */
    const entries = [];
    for (let at = 0; entries.length < count;) {
      if (directory.readUInt32LE(at) !== ENTRY_SIGNATURE) throw new Error('damaged zip directory');
      const nameEnd = at + ENTRY_SIZE + directory.readUInt16LE(at + 28);
      entries.push({
        name: directory.toString('utf8', at + ENTRY_SIZE, nameEnd),
        method: directory.readUInt16LE(at + 10),
        mode: (directory.readUInt32LE(at + 38) >>> 16) & PERMISSION_BITS,
        packedSize: directory.readUInt32LE(at + 20),
        size: directory.readUInt32LE(at + 24),
        offset: directory.readUInt32LE(at + 42),
      });
      at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    }
    return entries;
  } finally {
    await file.close();
  }
}

/**
 * @param {string} targetDir
 * @param {string} name
 */
function targetPath(targetDir, name) {
  const path = normalize(join(targetDir, name));
  if (!path.startsWith(normalize(targetDir) + sep)) {
    throw new Error(`the zip archive names a file outside its folder: ${name}`);
  }
  return path;
}

/**
 * @param {string} archivePath
 * @param {ZipEntry} entry
 * @param {string} path
 */
async function extractEntry(archivePath, entry, path) {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(archivePath);
  const header = await readAt(file, entry.offset, LOCAL_HEADER_SIZE).finally(() => file.close());
  // The local header repeats the name and has extra fields of its own length.
  const start =
    entry.offset + LOCAL_HEADER_SIZE + header.readUInt16LE(26) + header.readUInt16LE(28);
  const target = createWriteStream(path, { mode: entry.mode || 0o644 });
  const end = start + entry.packedSize - 1;
  // A stream's range cannot be empty.
  const source = end < start ? Readable.from([]) : createReadStream(archivePath, { start, end });
  if (entry.method === STORED) await pipeline(source, target);
  else if (entry.method === DEFLATED) await pipeline(source, createInflateRaw(), target);
  else throw new Error(`unknown compression in the zip archive: ${entry.name}`);
  if (target.bytesWritten !== entry.size) throw new Error(`damaged zip entry: ${entry.name}`);
}

/**
 * Unpacks an archive into a folder.
 * @param {string} archivePath
 * @param {string} targetDir
 * @param {(name: string) => string | null} [place] the path in the folder for an entry, or null to leave it out
 */
export async function extractZip(archivePath, targetDir, place = (name) => name) {
  for (const entry of await readZipEntries(archivePath)) {
    const name = place(entry.name);
    if (name === null || name === '') continue;
    const path = targetPath(targetDir, name);
    if (entry.name.endsWith('/')) await mkdir(path, { recursive: true });
    else await extractEntry(archivePath, entry, path);
  }
}
