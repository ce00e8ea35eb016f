import { deflateRawSync, inflateRawSync } from 'node:zlib';
import {
  allocateBars,
  BAR_COLUMN_NAMES,
  type BarColumns,
  packBars,
  viewPackedBars,
} from '../../../src/shared/domain/candle/bar-columns';
import { type ColumnPlanes, decodePlanes, encodePlanes } from './chunk-planes';

/** Packed Float64 columns as they are. */
export const RAW_CODEC = 0;
/** Integer differences in byte planes, deflated: see `chunk-planes.ts`. */
export const PLANES_CODEC = 1;

/** A run of bars as one blob. */
export interface EncodedChunk {
  readonly codec: number;
  readonly data: Uint8Array;
}

const HEADER_BYTES_PER_COLUMN = 2;
const HEADER_BYTES = BAR_COLUMN_NAMES.length * HEADER_BYTES_PER_COLUMN;
const DEFLATE_LEVEL = 1;
const WIDEST_PLANES = 7;

/**
 * Encodes bars so that decoding gives back the same doubles, bit for bit: in planes where that
 * works out, which is tried at once, else raw.
 */
export function encodeChunk(bars: BarColumns): EncodedChunk {
  const planes = encodeInPlanes(bars);
  if (planes && isSame(decodeChunk(planes, bars.length), bars)) return planes;
  return { codec: RAW_CODEC, data: new Uint8Array(packBars(bars)) };
}

/** Says that a blob is not what {@link encodeChunk} made. */
export class DamagedChunkError extends Error {
  override readonly name = 'DamagedChunkError';
}

/**
 * @param count - number of bars in the chunk
 * @throws DamagedChunkError where the blob does not hold so many bars
 */
export function decodeChunk(chunk: EncodedChunk, count: number): BarColumns {
  const bars = allocateBars(count);
  decodeChunkInto(chunk, bars);
  return bars;
}

/**
 * Fills the columns, which may be a part of longer ones.
 * @throws DamagedChunkError where the blob does not hold as many bars
 */
export function decodeChunkInto({ codec, data }: EncodedChunk, bars: BarColumns): void {
  try {
    if (codec === PLANES_CODEC) return decodeFromPlanes(data, bars);
    if (codec === RAW_CODEC) return decodeRaw(data, bars);
  } catch (error) {
    throw new DamagedChunkError(`chunk of ${bars.length} bars`, { cause: error });
  }
  throw new DamagedChunkError(`unknown codec ${codec}`);
}

function decodeRaw(data: Uint8Array, bars: BarColumns): void {
  const stored = viewPackedBars(Uint8Array.from(data).buffer);
  if (stored.length !== bars.length) {
    throw new RangeError(`${stored.length} bars instead of ${bars.length}`);
  }
  for (const name of BAR_COLUMN_NAMES) bars[name].set(stored[name]);
}

function encodeInPlanes(bars: BarColumns): EncodedChunk | null {
  const parts: Uint8Array[] = [new Uint8Array(HEADER_BYTES)];
  for (const [index, name] of BAR_COLUMN_NAMES.entries()) {
    const column = encodePlanes(bars[name]);
    if (!column) return null;
    parts[0]?.set([column.decimals, column.width], index * HEADER_BYTES_PER_COLUMN);
    parts.push(column.planes);
  }
  const data = deflateRawSync(Buffer.concat(parts), { level: DEFLATE_LEVEL });
  return { codec: PLANES_CODEC, data };
}

function decodeFromPlanes(data: Uint8Array, bars: BarColumns): void {
  const count = bars.length;
  const largest = HEADER_BYTES + BAR_COLUMN_NAMES.length * WIDEST_PLANES * count;
  const plain = inflateRawSync(data, { maxOutputLength: largest });
  let offset = HEADER_BYTES;
  for (const [index, name] of BAR_COLUMN_NAMES.entries()) {
    const header = index * HEADER_BYTES_PER_COLUMN;
    const width = plain[header + 1] ?? 0;
    const column: ColumnPlanes = {
      decimals: plain[header] ?? 0,
      planes: plain.subarray(offset, offset + width * count),
      width,
    };
    decodePlanes(column, bars[name]);
    offset += width * count;
  }
  if (offset !== plain.length) throw new RangeError(`${plain.length} bytes instead of ${offset}`);
}

/** Bit for bit, as a NaN or the sign of a zero counts as well. */
function isSame(one: BarColumns, other: BarColumns): boolean {
  for (const name of BAR_COLUMN_NAMES) {
    const [mine, theirs] = [one[name], other[name]];
    for (let index = 0; index < mine.length; index++) {
      if (!Object.is(mine[index], theirs[index])) return false;
    }
  }
  return true;
}
