import { describe, expect, it } from 'vitest';
import type { ChartBand } from '../../../../../src/chart/overlay-types';
import {
  bandsBetween,
  placeBands,
  placeSeparators,
} from '../../../../../src/chart/primitives/time-bands/band-geometry';

const keys = { time: Float64Array.from({ length: 100 }, (_, i) => i * 60), length: 100 };
const geometry = { xOf: (position: number) => position * 10, widthPx: 500 };
const band = (fromKey: number, toKey: number): ChartBand => ({ fromKey, toKey, tone: 'extended' });

describe('placeBands', () => {
  it('reaches from the first to the last bar inside', () => {
    expect(placeBands([band(120, 300)], keys, geometry)).toEqual([
      { left: 20, right: 60, tone: 'extended' },
    ]);
  });

  it('leaves out what has no bar or is out of view', () => {
    expect(placeBands([band(121, 179), band(60 * 60, 70 * 60)], keys, geometry)).toEqual([]);
  });
});

describe('bandsBetween', () => {
  it('finds those that touch a span among many', () => {
    const bands = Array.from({ length: 1_000 }, (_, i) => band(i * 100, i * 100 + 50));
    expect(bandsBetween(bands, 230, 410)).toEqual([band(200, 250), band(300, 350), band(400, 450)]);
    expect(bandsBetween(bands, -20, -10)).toEqual([]);
    expect(bandsBetween(bands, 1e6, 2e6)).toEqual([]);
  });
});

describe('placeSeparators', () => {
  it('stands before the bars that begin a session', () => {
    const starts = Float64Array.from([0, 600, 1_200, 1_800]);
    expect(placeSeparators(starts, 500, 1_500, keys, geometry.xOf)).toEqual([100, 200]);
  });

  it('draws none where they would be a hatching', () => {
    const starts = Float64Array.from([0, 60, 120]);
    expect(placeSeparators(starts, 0, 600, keys, geometry.xOf)).toEqual([]);
  });
});
