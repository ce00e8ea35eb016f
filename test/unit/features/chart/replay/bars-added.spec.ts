import { expect, it } from 'vitest';
import { barsAdded } from '../../../../../src/features/chart/replay/bars-added';
import {
  barAt,
  packBars,
  subBars,
  viewPackedBars,
} from '../../../../../src/shared/domain/candle/bar-columns';
import { sampleBars } from '../../../../helpers/desk-sample';

const whole = sampleBars();

it('finds the bars that a longer view of the same columns has', () => {
  const added = barsAdded(subBars(whole, 0, 20), subBars(whole, 0, 22));
  expect(added).toEqual([barAt(whole, 20), barAt(whole, 21)]);
  expect(barsAdded(subBars(whole, 0, whole.length - 1), whole)).toHaveLength(1);
});

it('finds none where it is another series, shorter, much longer, or none before', () => {
  const copy = viewPackedBars(packBars(whole));
  expect(barsAdded(subBars(whole, 0, 20), subBars(copy, 0, 21))).toBeNull();
  expect(barsAdded(subBars(whole, 0, 20), subBars(whole, 0, 20))).toBeNull();
  expect(barsAdded(subBars(whole, 0, 20), subBars(whole, 0, 19))).toBeNull();
  expect(barsAdded(subBars(whole, 0, 20), subBars(whole, 0, 29))).toBeNull();
  expect(barsAdded(subBars(whole, 1, 20), subBars(whole, 0, 21))).toBeNull();
  expect(barsAdded(subBars(whole, 0, 0), subBars(whole, 0, 1))).toBeNull();
  expect(barsAdded(null, whole)).toBeNull();
});
