import {
  type Indicator,
  nextRenewal,
  OVER_THE_PRICE,
  periodParameter,
  RENEWAL_BARS,
  sumOf,
} from './indicator';

/** Moving average of the close with weights that rise from 1 to the period; equal to TA-Lib's WMA. */
export const WMA: Indicator = {
  ...OVER_THE_PRICE,
  id: 'wma',
  parameters: [periodParameter(20)],
  outputs: [{ id: 'average', shape: 'line', isLinear: true }],
  prepare: (params) => {
    const period = params['period'] as number;
    const divisor = (period * (period + 1)) / 2;
    return {
      stateSize: 2,
      workingColumns: 0,
      run({ bars: { close } }, from, to, state, columns) {
        const average = columns[0] as Float64Array;
        const [count, weights] = [period, divisor];
        // Of the window that ends with the bar before.
        let sum = state[0] as number;
        let weighted = state[1] as number;
        let index = from;
        for (; index < Math.min(to, period); index++) {
          weighted += (index + 1) * (close[index] as number);
          sum += close[index] as number;
          average[index] = index < period - 1 ? NaN : weighted / divisor;
        }
        while (index < to) {
          if (index % RENEWAL_BARS === 0) {
            sum = sumOf(close, index - period, index);
            weighted = weightedSum(close, index - period, index);
          }
          const until = Math.min(to, nextRenewal(index));
          for (; index < until; index++) {
            const price = close[index] as number;
            weighted += count * price - sum;
            sum += price - (close[index - count] as number);
            average[index] = weighted / weights;
          }
        }
        state[0] = sum;
        state[1] = weighted;
      },
    };
  },
};

function weightedSum(column: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let index = from; index < to; index++) {
    sum += (index - from + 1) * (column[index] as number);
  }
  return sum;
}
