import {
  type Indicator,
  nextRenewal,
  OVER_THE_PRICE,
  periodParameter,
  RENEWAL_BARS,
  sumOf,
} from './indicator';

/** Simple moving average of the close; equal to TA-Lib's SMA. */
export const SMA: Indicator = {
  ...OVER_THE_PRICE,
  id: 'sma',
  parameters: [periodParameter(20)],
  outputs: [{ id: 'average', shape: 'line', isLinear: true }],
  prepare: (params) => {
    const period = params['period'] as number;
    return {
      stateSize: 1,
      workingColumns: 0,
      run({ bars: { close } }, from, to, state, columns) {
        const average = columns[0] as Float64Array;
        const count = period;
        // Of the bars before, one less than the period.
        let sum = state[0] as number;
        let index = from;
        for (; index < Math.min(to, period - 1); index++) {
          sum += close[index] as number;
          average[index] = NaN;
        }
        while (index < to) {
          if (index % RENEWAL_BARS === 0) sum = sumOf(close, index - period + 1, index);
          const until = Math.min(to, nextRenewal(index));
          for (; index < until; index++) {
            sum += close[index] as number;
            average[index] = sum / count;
            sum -= close[index - count + 1] as number;
          }
        }
        state[0] = sum;
      },
    };
  },
};
