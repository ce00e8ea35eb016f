import { expect, it } from 'vitest';
import { replayedPrice } from '../../../../../src/features/chart/replay/replayed-price';
import { allocateBars } from '../../../../../src/shared/domain/candle/bar-columns';

function seriesOf(closes: readonly number[], firsts: readonly number[]) {
  const bars = allocateBars(closes.length);
  bars.close.set(closes);
  return {
    bars,
    sessions: { keys: Float64Array.from(firsts), bars: Uint32Array.from(firsts) },
  };
}

it('is the last close, against the last one of the session before', () => {
  const series = seriesOf([1, 2, 3, 4, 5], [0, 2]);
  expect(replayedPrice(series)).toEqual({ price: 5, previousClose: 2 });
});

it('has nothing to compare with in the first session', () => {
  expect(replayedPrice(seriesOf([1, 2], [0]))).toEqual({ price: 2, previousClose: null });
});

it('is none without bars', () => {
  expect(replayedPrice(seriesOf([], []))).toBeNull();
});
