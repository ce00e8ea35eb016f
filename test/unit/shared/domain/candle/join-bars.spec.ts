import { expect, it } from 'vitest';
import { joinBars } from '../../../../../src/shared/domain/candle/join-bars';
import { barsOf, rowsOf } from './bar-rows';

it('puts bars behind one another, and copies them', () => {
  const first = barsOf([[1, 2, 3, 1, 2, 9, NaN]]);
  const second = barsOf([
    [2, 2, 4, 2, 3, 8, 3],
    [5, 3, 3, 3, 3, 0, 3],
  ]);
  const joined = joinBars([first, joinBars([]), second]);
  expect(rowsOf(joined)).toEqual([...rowsOf(first), ...rowsOf(second)]);
  expect(joined.buffer.byteLength).toBe(3 * 56);
  joined.close.fill(0);
  expect(first.close[0]).toBe(2);
});
