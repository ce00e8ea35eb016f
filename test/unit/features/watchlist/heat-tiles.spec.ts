import { describe, expect, it } from 'vitest';
import {
  colourPercent,
  FULL_COLOUR_AT,
  layOutHeat,
  tileBeside,
} from '../../../../src/features/watchlist/heat-tiles';
import { itemOf } from '../../../helpers/watchlist-samples';

const ITEMS = [itemOf(1, 'X:A'), itemOf(2, 'X:B'), itemOf(3, 'X:A'), itemOf(4, 'note')];
const ROOM = { widthPx: 300, heightPx: 200 };
const WEIGHTS: Readonly<Record<string, number | null>> = { 'X:A': 3, 'X:B': 1, note: null };
const weightOf = ({ symbol }: { readonly symbol: string }) => WEIGHTS[symbol] ?? null;

describe('the map of a list', () => {
  it('has each instrument once, as large as its weight', () => {
    const { tiles, withoutSize } = layOutHeat(ITEMS, 'turnover', weightOf, ROOM);
    expect(tiles.map(({ item }) => item.symbol)).toEqual(['X:A', 'X:B']);
    expect(tiles.map(({ width, height }) => Math.round(width * height))).toEqual([45_000, 15_000]);
    expect(withoutSize).toBe(1);
  });

  it('has all of them where they are equal', () => {
    const { tiles, withoutSize } = layOutHeat(ITEMS, 'equal', weightOf, ROOM);
    expect(tiles.map(({ width, height }) => Math.round(width * height))).toEqual([
      20_000, 20_000, 20_000,
    ]);
    expect(withoutSize).toBe(0);
  });
});

describe('the colour of a tile', () => {
  it('grows with the change either way and stays below what hides its words', () => {
    expect([0, null].map(colourPercent)).toEqual([0, 0]);
    expect(colourPercent(FULL_COLOUR_AT / 2)).toBe(28);
    expect(colourPercent(-FULL_COLOUR_AT)).toBe(55);
    expect(colourPercent(5)).toBe(55);
  });
});

describe('an arrow key', () => {
  const tile = (x: number, y: number) => ({ x, y, width: 10, height: 10 });
  /** 0 1 / 2 3 */
  const square = [tile(0, 0), tile(10, 0), tile(0, 10), tile(10, 10)];

  it('goes to the tile that lies there', () => {
    expect(tileBeside(square, 0, 'ArrowRight')).toBe(1);
    expect(tileBeside(square, 0, 'ArrowDown')).toBe(2);
    expect(tileBeside(square, 3, 'ArrowUp')).toBe(1);
    expect(tileBeside(square, 3, 'ArrowLeft')).toBe(2);
  });

  it('stays where nothing lies there, and is none where it is another key', () => {
    expect(tileBeside(square, 1, 'ArrowRight')).toBe(1);
    expect(tileBeside(square, 1, 'Enter')).toBeNull();
    expect(tileBeside([], 0, 'ArrowUp')).toBeNull();
  });
});
