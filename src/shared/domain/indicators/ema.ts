import { type Indicator, OVER_THE_PRICE, periodParameter } from './indicator';

/**
 * Exponential moving average of the close with the factor 2 / (period + 1). Its first value is the
 * simple average of the first bars, as in TA-Lib's EMA.
 */
export const EMA: Indicator = {
  ...OVER_THE_PRICE,
  id: 'ema',
  parameters: [periodParameter(20)],
  outputs: [{ id: 'average', shape: 'line', isLinear: true }],
  prepare: (params) => {
    const period = params['period'] as number;
    const factor = 2 / (period + 1);
    return {
      stateSize: 1,
      workingColumns: 0,
      run({ bars: { close } }, from, to, state, columns) {
        const average = columns[0] as Float64Array;
        const share = factor;
        // The sum of closes until the first value, then the average.
        let value = state[0] as number;
        let index = from;
        for (; index < Math.min(to, period); index++) {
          value += close[index] as number;
          if (index === period - 1) value /= period;
          average[index] = index < period - 1 ? NaN : value;
        }
        for (; index < to; index++) {
          value = ((close[index] as number) - value) * share + value;
          average[index] = value;
        }
        state[0] = value;
      },
    };
  },
};
