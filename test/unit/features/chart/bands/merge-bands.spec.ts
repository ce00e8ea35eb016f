import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChartBand } from '../../../../../src/chart/overlay-types';
import { mergeBands } from '../../../../../src/features/chart/bands/merge-bands';

const band = (fromKey: number, toKey: number, tone: ChartBand['tone']): ChartBand => ({
  ...{ fromKey, toKey, tone },
});
const window = (fromKey: number, toKey: number) => band(fromKey, toKey, 'window');
const extended = (fromKey: number, toKey: number) => band(fromKey, toKey, 'extended');

describe('mergeBands', () => {
  it('leaves the bands of a single owner as they are', () => {
    const own = [window(1, 5)];
    expect(mergeBands([own])).toBe(own);
    expect(mergeBands([[], own, []])).toBe(own);
    expect(mergeBands([])).toEqual([]);
  });

  it('cuts what the later owner lies over', () => {
    expect(mergeBands([[window(0, 100)], [extended(10, 20), extended(90, 120)]])).toEqual([
      window(0, 9),
      extended(10, 20),
      window(21, 89),
      extended(90, 120),
    ]);
  });

  it('lays one band over several', () => {
    expect(
      mergeBands([[window(0, 10), window(20, 30), window(40, 50)], [extended(5, 45)]]),
    ).toEqual([window(0, 4), extended(5, 45), window(46, 50)]);
  });

  it('shows at each key what the last owner that has a band there shows', () => {
    const widths = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 6 })),
      {
        maxLength: 12,
      },
    );
    const owner = (tone: ChartBand['tone']) =>
      widths.map((gaps) => {
        let at = 0;
        return gaps.map(([gap, length]) => {
          const from = at + gap;
          at = from + length;
          return band(from, at, tone);
        });
      });
    const at = (bands: readonly ChartBand[], key: number) =>
      bands.filter(({ fromKey, toKey }) => key >= fromKey && key <= toKey).map(({ tone }) => tone);
    fc.assert(
      fc.property(owner('window'), owner('extended'), (under, over) => {
        const merged = mergeBands([under, over]);
        for (let key = 0; key < 150; key++) {
          const [upper] = at(over, key);
          const expected = upper ? [upper] : at(under, key);
          expect(at(merged, key)).toEqual(expected);
        }
        const keys = merged.flatMap(({ fromKey, toKey }) => [fromKey, toKey]);
        expect(keys).toEqual([...keys].sort((one, other) => one - other));
      }),
    );
  });
});
