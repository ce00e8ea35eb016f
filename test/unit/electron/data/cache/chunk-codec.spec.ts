import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DamagedChunkError,
  decodeChunk,
  encodeChunk,
  PLANES_CODEC,
  RAW_CODEC,
} from '../../../../../electron/data/cache/chunk-codec';
import { barsOf, risingBars, rowsOf } from '../bars-of';

const anyDouble = fc.double({ noNaN: true, noDefaultInfinity: true });
const anyRow = fc.tuple(
  fc.integer({ min: -1e10, max: 1e11 }),
  anyDouble,
  anyDouble,
  anyDouble,
  anyDouble,
  anyDouble,
  fc.double(),
);
const centRow = fc
  .array(fc.integer({ min: 1, max: 10 ** 7 }), { minLength: 7, maxLength: 7 })
  .map((cents) => cents.map((value) => value / 100));

describe('encodeChunk', () => {
  it('packs decimal prices into planes, far smaller than raw', () => {
    const chunk = encodeChunk(risingBars(2500));
    expect(chunk.codec).toBe(PLANES_CODEC);
    expect(chunk.data.length).toBeLessThan(2500 * 7 * 8 * 0.12);
  });

  it('keeps other doubles raw', () => {
    const bars = barsOf([[0, 1 / 3, 1, 0.25, 0.5, 10, NaN]]);
    const { codec, data } = encodeChunk(bars);
    expect(codec).toBe(RAW_CODEC);
    expect([...new Float64Array(data.slice().buffer)]).toEqual([0, 1 / 3, 1, 0.25, 0.5, 10, NaN]);
  });

  it('keeps a negative zero, which planes would lose, raw', () => {
    const bars = barsOf([[0, 1, 1, 1, 1, -0, 1]]);
    const chunk = encodeChunk(bars);
    expect(chunk.codec).toBe(RAW_CODEC);
    expect(Object.is(decodeChunk(chunk, 1).volume[0], -0)).toBe(true);
  });

  it('knows a column in which everything is missing', () => {
    const bars = barsOf([
      [0, 1, 1, 1, 1, 5, NaN],
      [86_400, 1, 1, 1, 1, 5, NaN],
    ]);
    expect(encodeChunk(bars).codec).toBe(PLANES_CODEC);
    expect(rowsOf(decodeChunk(encodeChunk(bars), 2))).toEqual(rowsOf(bars));
  });

  it.each([
    ['any doubles', anyRow],
    ['cents', centRow],
  ])('decodes to what it encoded, bit for bit: %s', (_, row) => {
    fc.assert(
      fc.property(fc.array(row as fc.Arbitrary<number[]>, { maxLength: 60 }), (rows) => {
        const decoded = rowsOf(decodeChunk(encodeChunk(barsOf(rows)), rows.length));
        expect(decoded.flat().every((value, index) => Object.is(value, rows.flat()[index]))).toBe(
          true,
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('decodeChunk', () => {
  const chunk = encodeChunk(risingBars(10));

  it('does not share memory with the blob', () => {
    const raw = encodeChunk(barsOf([[0, 1 / 3, 1, 1, 1, 1, 1]]));
    const bars = decodeChunk(raw, 1);
    raw.data.fill(0);
    expect(bars.open[0]).toBe(1 / 3);
  });

  it('decodes a blob that starts anywhere in its memory', () => {
    const raw = encodeChunk(barsOf([[0, 1 / 3, 1, 1, 1, 1, 1]]));
    const shifted = new Uint8Array([9, 9, 9, ...raw.data]).subarray(3);
    expect(decodeChunk({ codec: RAW_CODEC, data: shifted }, 1).open[0]).toBe(1 / 3);
  });

  it.each([
    ['an unknown codec', { codec: 7, data: chunk.data }, 10],
    ['another number of bars', chunk, 9],
    ['another number of raw bars', { codec: RAW_CODEC, data: new Uint8Array(56) }, 2],
    ['a torn raw blob', { codec: RAW_CODEC, data: new Uint8Array(55) }, 1],
    ['a torn blob', { codec: PLANES_CODEC, data: chunk.data.subarray(0, 20) }, 10],
    ['no deflate at all', { codec: PLANES_CODEC, data: new Uint8Array([255, 1, 2, 3]) }, 10],
    ['an empty blob', { codec: PLANES_CODEC, data: new Uint8Array(0) }, 10],
    [
      'a blob that swells',
      { codec: PLANES_CODEC, data: deflateRawSync(Buffer.alloc(1_000_000)) },
      10,
    ],
  ])('refuses %s', (_, damaged, count) => {
    expect(() => decodeChunk(damaged, count)).toThrow(DamagedChunkError);
  });
});
