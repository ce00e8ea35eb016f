import {
  type Indicator,
  nextRenewal,
  OVER_THE_PRICE,
  periodParameter,
  RENEWAL_BARS,
} from './indicator';

/**
 * Bollinger bands: simple average of the close, and so many population deviations above and below;
 * equal to TA-Lib's BBANDS. The sums are taken of distances to a price of the series, because squares
 * of large prices would leave no digits for their small differences.
 */
export const BOLLINGER: Indicator = {
  ...OVER_THE_PRICE,
  id: 'bollinger',
  parameters: [
    periodParameter(20),
    { id: 'deviations', kind: 'decimal', min: 0.1, max: 10, default: 2 },
  ],
  outputs: [
    { id: 'middle', shape: 'line', isLinear: true },
    { id: 'upper', shape: 'line' },
    { id: 'lower', shape: 'line' },
  ],
  prepare: (params) => {
    const period = params['period'] as number;
    const deviations = params['deviations'] as number;
    return {
      stateSize: 3,
      workingColumns: 0,
      run({ bars: { close } }, from, to, state, columns) {
        const [middle, upper, lower] = columns as [Float64Array, Float64Array, Float64Array];
        const [count, widths] = [period, deviations];
        for (let index = from; index < to;) {
          if (index % RENEWAL_BARS === 0) renewSums(close, index - period + 1, index, state);
          const until = Math.min(to, nextRenewal(index));
          const origin = state[0] as number;
          let sum = state[1] as number;
          let squares = state[2] as number;
          for (; index < until; index++) {
            const distance = (close[index] as number) - origin;
            sum += distance;
            squares += distance * distance;
            if (index < count - 1) {
              middle[index] = upper[index] = lower[index] = NaN;
              continue;
            }
            const mean = sum / count;
            const width = widths * Math.sqrt(Math.max(0, squares / count - mean * mean));
            middle[index] = origin + mean;
            upper[index] = origin + mean + width;
            lower[index] = origin + mean - width;
            const oldest = (close[index - count + 1] as number) - origin;
            sum -= oldest;
            squares -= oldest * oldest;
          }
          state[1] = sum;
          state[2] = squares;
        }
      },
    };
  },
};

/** Origin, sum of distances and sum of their squares of the bars `from` to `to` (excluded). */
function renewSums(close: Float64Array, from: number, to: number, state: Float64Array): void {
  const origin = close[to] as number;
  let sum = 0;
  let squares = 0;
  for (let index = Math.max(0, from); index < to; index++) {
    const distance = (close[index] as number) - origin;
    sum += distance;
    squares += distance * distance;
  }
  state[0] = origin;
  state[1] = sum;
  state[2] = squares;
}
