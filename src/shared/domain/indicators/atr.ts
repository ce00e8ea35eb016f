import { IN_A_PANE, type Indicator, periodParameter } from './indicator';

/**
 * Average true range with Wilder's smoothing, in the price's unit; equal to TA-Lib's ATR. The first
 * bar has no true range, because there is no close before it.
 */
export const ATR: Indicator = {
  ...IN_A_PANE,
  id: 'atr',
  parameters: [periodParameter(14, 'period', 1)],
  outputs: [{ id: 'atr', shape: 'line' }],
  prepare: (params) => {
    const period = params['period'] as number;
    return {
      stateSize: 1,
      workingColumns: 0,
      run({ bars: { high, low, close } }, from, to, state, columns) {
        const atr = columns[0] as Float64Array;
        const count = period;
        const others = count - 1;
        // The sum of true ranges until the first value, then the average.
        let value = state[0] as number;
        let index = from;
        for (; index < Math.min(to, period + 1); index++) {
          if (index > 0) value += trueRange(high, low, close, index);
          if (index === period) value /= period;
          atr[index] = index < period ? NaN : value;
        }
        for (; index < to; index++) {
          value = (value * others + trueRange(high, low, close, index)) / count;
          atr[index] = value;
        }
        state[0] = value;
      },
    };
  },
};

function trueRange(
  high: Float64Array,
  low: Float64Array,
  close: Float64Array,
  index: number,
): number {
  const before = close[index - 1] as number;
  const top = high[index] as number;
  const bottom = low[index] as number;
  return Math.max(top, before) - Math.min(bottom, before);
}
