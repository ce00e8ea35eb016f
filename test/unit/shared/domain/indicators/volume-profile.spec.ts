import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { volumeProfile } from '../../../../../src/shared/domain/indicators/volume-profile';
import { barsFrom } from './reference-bars';

const PARAMS = { rows: 4, valueArea: 70 };

describe('by hand', () => {
  // Rows of 1: [0, 1), [1, 2), [2, 3), [3, 4].
  const bars = barsFrom({
    open: [0, 3, 1, 2.5],
    high: [4, 4, 2, 2.5],
    low: [0, 2, 1, 2.5],
    close: [4, 2, 1.5, 2.5],
    volume: [8, 6, 1, 10],
  });

  it('spreads each bar over the prices that it touched', () => {
    const profile = volumeProfile(bars, 0, 4, PARAMS);
    expect(profile).toMatchObject({ low: 0, high: 4, pointOfControl: 2 });
    expect([...(profile?.up ?? [])]).toEqual([2, 3, 12, 2]);
    expect([...(profile?.down ?? [])]).toEqual([0, 0, 3, 3]);
  });

  it('grows the value area to its share by the larger neighbour', () => {
    // 15 at the point of control, then 5 above, of 25: 80 %.
    expect(volumeProfile(bars, 0, 4, PARAMS)?.valueArea).toEqual([2, 3]);
    expect(volumeProfile(bars, 0, 4, { rows: 4, valueArea: 60 })?.valueArea).toEqual([2, 2]);
    expect(volumeProfile(bars, 0, 4, { rows: 4, valueArea: 81 })?.valueArea).toEqual([1, 3]);
    expect(volumeProfile(bars, 0, 4, { rows: 4, valueArea: 100 })?.valueArea).toEqual([0, 3]);
  });

  it('takes the bars of the range only', () => {
    const profile = volumeProfile(bars, 1, 2, PARAMS);
    expect(profile).toMatchObject({ low: 2, high: 4, pointOfControl: 0 });
    expect([...(profile?.down ?? [])]).toEqual([1.5, 1.5, 1.5, 1.5]);
    expect(volumeProfile(bars, -9, 99, PARAMS)).toEqual(volumeProfile(bars, 0, 4, PARAMS));
  });

  it('puts bars of one price into one row', () => {
    const profile = volumeProfile(bars, 3, 4, PARAMS);
    expect(profile).toMatchObject({ low: 2.5, high: 2.5, pointOfControl: 0, valueArea: [0, 0] });
    expect([...(profile?.up ?? [])]).toEqual([10, 0, 0, 0]);
  });

  it('is none where nothing traded', () => {
    expect(volumeProfile(bars, 2, 2, PARAMS)).toBeNull();
    expect(volumeProfile(barsFrom({ close: [1], volume: [0] }), 0, 1, PARAMS)).toBeNull();
  });
});

describe('whatever bars come in', () => {
  const rows = fc.array(
    fc.tuple(fc.double({ min: 1, max: 9, noNaN: true }), fc.nat(5), fc.boolean(), fc.nat(99)),
    { minLength: 1, maxLength: 30 },
  );

  it('holds all volume, no negative row, and the share in the value area', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 4, max: 60 }), (made, count) => {
        const bars = barsFrom({
          open: made.map(([low, range, up]) => (up ? low : low + range)),
          high: made.map(([low, range]) => low + range),
          low: made.map(([low]) => low),
          close: made.map(([low, range, up]) => (up ? low + range : low)),
          volume: made.map(([, , , volume]) => volume),
        });
        const profile = volumeProfile(bars, 0, bars.length, { rows: count, valueArea: 70 });
        const volume = made.reduce((sum, [, , , units]) => sum + units, 0);
        if (!profile) {
          expect(volume).toBe(0);
          return;
        }
        const total = profile.up.map((units, row) => units + (profile.down[row] as number));
        expect(Math.min(...profile.up, ...profile.down)).toBeGreaterThanOrEqual(0);
        expect(total.reduce((sum, units) => sum + units, 0)).toBeCloseTo(volume, 6);
        expect(total[profile.pointOfControl]).toBe(Math.max(...total));
        const [bottom, top] = profile.valueArea;
        const held = total.subarray(bottom, top + 1).reduce((sum, units) => sum + units, 0);
        expect(held).toBeGreaterThanOrEqual(0.7 * volume - 1e-6);
        expect(bottom).toBeLessThanOrEqual(profile.pointOfControl);
        expect(top).toBeGreaterThanOrEqual(profile.pointOfControl);
      }),
      { numRuns: 2_000 },
    );
  });
});
