import { type Indicator, OVER_THE_PRICE, periodParameter, RENEWAL_BARS, sumOf } from './indicator';

/** Moving average of the close with weights that rise from 1 to the period; equal to TA-Lib's WMA. */
export const WMA: Indicator = {
  ...OVER_THE_PRICE,
  id: 'wma',
  parameters: [periodParameter(20)],
  outputs: [{ id: 'average', shape: 'line' }],
  prepare: (params) => {
    const period = params['period'] as number;
    const divisor = (period * (period + 1)) / 2;
    return {
      stateSize: 2,
      workingColumns: 0,
      run({ bars: { close } }, from, to, state, columns) {
        const average = columns[0] as Float64Array;
        // Of the window that ends with the bar before.
        let sum = state[0] as number;
        let weighted = state[1] as number;
        for (let index = from; index < to; index++) {
          if (index % RENEWAL_BARS === 0) {
            sum = sumOf(close, index - period, index);
            weighted = weightedSum(close, index - period, index);
          }
          const price = close[index] as number;
          if (index < period) {
            weighted += (index + 1) * price;
            sum += price;
          } else {
            weighted += period * price - sum;
            sum += price - (close[index - period] as number);
          }
          average[index] = index < period - 1 ? NaN : weighted / divisor;
        }
        state[0] = sum;
        state[1] = weighted;
      },
    };
  },
};

function weightedSum(column: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let index = Math.max(0, from); index < to; index++) {
    sum += (index - Math.max(0, from) + 1) * (column[index] as number);
  }
  return sum;
}
