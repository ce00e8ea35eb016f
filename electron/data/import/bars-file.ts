import { constants, createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import {
  type DetectedEncoding,
  detectEncoding,
} from '../../../src/shared/domain/formats/import/detect-encoding';
import type { TextEncoding } from '../../../src/shared/domain/formats/import/import-plan';
import type { ImportFileError } from '../../../src/shared/domain/formats/import/import-preview';

const MEBIBYTE = 1024 * 1024;
/** More is no file of bars: a century of minutes of one exchange is 600 MB. */
export const MOST_TEXT_BYTES = 1024 * MEBIBYTE;
const HEAD_BYTES = 64 * 1024;
const CHUNK_BYTES = MEBIBYTE;
const GZIP_MAGIC = [0x1f, 0x8b] as const;
/** Opening a pipe without a writer would wait for ever. */
const WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** A file as it was looked at. */
export interface BarsFileHead {
  readonly bytes: number;
  /** Changes with the file. */
  readonly fingerprint: string;
  readonly isGzip: boolean;
  readonly detected: DetectedEncoding;
  /** The beginning, unpacked, as it is encoded. */
  readonly head: Uint8Array;
  readonly isWhole: boolean;
}

/** What ended the reading of a file. */
export class BarsFileFailure extends Error {
  override readonly name = 'BarsFileFailure';

  constructor(readonly reason: ImportFileError) {
    super(reason);
  }
}

/**
 * Looks at the size and the beginning of a file.
 *
 * @throws BarsFileFailure
 */
export async function readBarsFileHead(path: string): Promise<BarsFileHead> {
  const { bytes, fingerprint, isGzip } = await lookAt(path);
  if (!isGzip && bytes > MOST_TEXT_BYTES) throw new BarsFileFailure('too-large');
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of rawChunks(path, isGzip)) {
    parts.push(part);
    length += part.length;
    if (length > HEAD_BYTES) break;
  }
  const all = Buffer.concat(parts);
  const head = all.subarray(0, HEAD_BYTES);
  if (head.length === 0) throw new BarsFileFailure('empty');
  const detected = detectEncoding(head);
  if (detected.binary) throw new BarsFileFailure('not-text');
  return { bytes, fingerprint, isGzip, detected, head, isWhole: all.length <= HEAD_BYTES };
}

/** The beginning in UTF-8, in the encoding that was found or chosen. */
export function decodeHead({ head, detected }: BarsFileHead, encoding: TextEncoding): Uint8Array {
  const text = head.subarray(detected.markBytes);
  return encoding === 'utf-8' ? text : Buffer.from(new TextDecoder(encoding).decode(text));
}

/**
 * The text of a file in UTF-8, chunk by chunk.
 *
 * @param onBytes - hears how many bytes of the file have been read
 * @throws BarsFileFailure
 */
export async function* readBarsText(
  path: string,
  { isGzip, detected }: Pick<BarsFileHead, 'isGzip' | 'detected'>,
  encoding: TextEncoding,
  signal: AbortSignal,
  onBytes: (bytes: number) => void = () => undefined,
): AsyncGenerator<Uint8Array> {
  const decoder = encoding === 'utf-8' ? null : new TextDecoder(encoding);
  let skip = detected.markBytes;
  let length = 0;
  for await (const raw of rawChunks(path, isGzip, signal, onBytes)) {
    length += raw.length;
    if (length > MOST_TEXT_BYTES) throw new BarsFileFailure('too-large');
    const chunk = skip > 0 ? raw.subarray(skip) : raw;
    skip = Math.max(0, skip - raw.length);
    yield decoder === null ? chunk : Buffer.from(decoder.decode(chunk, { stream: true }));
  }
  const rest = decoder?.decode() ?? '';
  if (rest !== '') yield Buffer.from(rest);
}

async function* rawChunks(
  path: string,
  isGzip: boolean,
  signal?: AbortSignal,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  const file = createReadStream(path, { highWaterMark: CHUNK_BYTES, ...(signal && { signal }) });
  if (onBytes) file.on('data', () => onBytes(file.bytesRead));
  const stream = isGzip ? file.pipe(createGunzip({ chunkSize: CHUNK_BYTES })) : file;
  if (isGzip) file.on('error', (error) => stream.destroy(error));
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new BarsFileFailure(isGzip && isZlibError(error) ? 'bad-gzip' : 'not-readable');
  } finally {
    file.destroy();
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}

async function lookAt(
  path: string,
): Promise<Pick<BarsFileHead, 'bytes' | 'fingerprint' | 'isGzip'>> {
  try {
    const handle = await open(path, WITHOUT_WAITING);
    try {
      const stats = await handle.stat();
      if (!stats.isFile()) throw new BarsFileFailure('not-readable');
      const magic = Buffer.alloc(GZIP_MAGIC.length);
      await handle.read(magic, 0, magic.length, 0);
      return {
        bytes: stats.size,
        fingerprint: JSON.stringify([path, stats.size, stats.mtimeMs]),
        isGzip: GZIP_MAGIC.every((byte, index) => magic[index] === byte),
      };
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw error instanceof BarsFileFailure ? error : new BarsFileFailure('not-readable');
  }
}
