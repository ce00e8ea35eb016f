import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { FileError } from '../../../../src/shared/domain/market/market-status';

/** How large a file of bars may be. */
export interface BarsFileLimits {
  readonly packedBytes: number;
  readonly unpackedBytes: number;
}

export type BarsFileBytes =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly error: FileError };

const MEBIBYTE = 1024 * 1024;
export const BARS_FILE_LIMITS: BarsFileLimits = {
  packedBytes: 64 * MEBIBYTE,
  unpackedBytes: 512 * MEBIBYTE,
};

const GZIP_MAGIC = [0x1f, 0x8b] as const;
const unpack = promisify(gunzip);

/**
 * Reads a file whole, unpacking gzip, whatever its name says. Never more than the limits in memory:
 * the size is looked at before reading, and unpacking ends where it passes the limit.
 */
export async function readBarsFile(path: string, limits: BarsFileLimits): Promise<BarsFileBytes> {
  let handle: FileHandle | null = null;
  try {
    // Opening a pipe without a writer would wait for ever.
    handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stats = await handle.stat();
    if (!stats.isFile()) return { ok: false, error: 'not-readable' };
    return await readWithin(handle, stats.size, path.toLowerCase().endsWith('.gz'), limits);
  } catch {
    return { ok: false, error: 'not-readable' };
  } finally {
    await handle?.close();
  }
}

async function readWithin(
  handle: FileHandle,
  size: number,
  mustBeGzip: boolean,
  limits: BarsFileLimits,
): Promise<BarsFileBytes> {
  const head = Buffer.alloc(GZIP_MAGIC.length);
  await handle.read(head, 0, head.length, 0);
  const isGzip = GZIP_MAGIC.every((byte, index) => head[index] === byte);
  if (mustBeGzip && !isGzip) return { ok: false, error: 'bad-gzip' };
  if (size > (isGzip ? limits.packedBytes : limits.unpackedBytes)) {
    return { ok: false, error: 'too-large' };
  }
  const bytes = Buffer.alloc(size);
  let length = 0;
  while (length < size) {
    const { bytesRead } = await handle.read(bytes, length, size - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  const content = bytes.subarray(0, length);
  return isGzip ? unpackWithin(content, limits.unpackedBytes) : { ok: true, bytes: content };
}

async function unpackWithin(packed: Buffer, maxOutputLength: number): Promise<BarsFileBytes> {
  try {
    return { ok: true, bytes: await unpack(packed, { maxOutputLength }) };
  } catch (error) {
    const tooLarge =
      error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return { ok: false, error: tooLarge ? 'too-large' : 'bad-gzip' };
  }
}
