import { describe, expect, it } from 'vitest';
import { profileBars } from '../../../../../src/chart/primitives/volume-profile/profile-geometry';

const yOf = (price: number): number => 200 - price;
const rows = [
  { from: 10, to: 20, up: 30, down: 10 },
  { from: 20, to: 30, up: 60, down: 20 },
];

describe('profileBars', () => {
  it('gives the strongest row its part of the width and the others theirs of it', () => {
    const [weak, strong] = profileBars(rows, 'left', yOf, 1_000);
    expect(strong).toMatchObject({ strongest: true, top: 170, height: 9 });
    expect((strong?.up.width ?? 0) + (strong?.down.width ?? 0)).toBe(280);
    expect(weak).toMatchObject({ strongest: false });
    expect(weak?.up).toEqual({ left: 0, width: 105 });
    expect(weak?.down).toEqual({ left: 105, width: 35 });
  });

  it('marks the row of control and what lies outside the value area, where they are told', () => {
    const told = [
      { from: 0, to: 10, up: 5, down: 5, part: 'beyond' },
      { from: 10, to: 20, up: 50, down: 30, part: 'control' },
      { from: 20, to: 30, up: 50, down: 30, part: 'value-area' },
    ] as const;
    const marked = profileBars(told, 'left', yOf, 1_000);
    expect(marked.map(({ strongest, beyond }) => [strongest, beyond])).toEqual([
      [false, true],
      [true, false],
      [false, false],
    ]);
  });

  it('stands at the other edge with the rising part at it', () => {
    const [weak] = profileBars(rows, 'right', yOf, 1_000);
    expect(weak?.up).toEqual({ left: 895, width: 105 });
    expect(weak?.down).toEqual({ left: 860, width: 35 });
  });

  it('draws nothing of nothing, nor what the axis cannot show', () => {
    expect(profileBars([], 'left', yOf, 1_000)).toEqual([]);
    expect(profileBars([{ from: 1, to: 2, up: 0, down: 0 }], 'left', yOf, 1_000)).toEqual([]);
    expect(profileBars(rows, 'left', () => Number.NaN, 1_000)).toEqual([]);
  });
});
