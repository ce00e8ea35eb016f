import { IN_A_PANE, type Indicator, periodParameter } from './indicator';

/** Below it TA-Lib takes a sum of moves for none. */
const NO_MOVE = 1e-14;

/**
 * Relative strength index with Wilder's smoothing, 0 to 100; equal to TA-Lib's RSI. Like there it is
 * 0 where the price has not moved at all.
 */
export const RSI: Indicator = {
  ...IN_A_PANE,
  id: 'rsi',
  range: { min: 0, max: 100 },
  guides: [30, 70],
  parameters: [periodParameter(14)],
  outputs: [{ id: 'rsi', shape: 'line' }],
  prepare: (params) => {
    const period = params['period'] as number;
    return {
      stateSize: 2,
      workingColumns: 0,
      run({ bars: { close } }, from, to, state, columns) {
        const rsi = columns[0] as Float64Array;
        const count = period;
        const others = count - 1;
        // Sums of moves until the first value, then their smoothed averages.
        let gain = state[0] as number;
        let loss = state[1] as number;
        let index = from;
        for (; index < Math.min(to, period + 1); index++) {
          const move = index === 0 ? 0 : (close[index] as number) - (close[index - 1] as number);
          gain += Math.max(0, move);
          loss += Math.max(0, -move);
          if (index === period) {
            gain /= period;
            loss /= period;
          }
          rsi[index] = index < period ? NaN : strength(gain, loss);
        }
        for (; index < to; index++) {
          const move = (close[index] as number) - (close[index - 1] as number);
          gain *= others;
          loss *= others;
          if (move < 0) loss -= move;
          else gain += move;
          gain /= count;
          loss /= count;
          rsi[index] = strength(gain, loss);
        }
        state[0] = gain;
        state[1] = loss;
      },
    };
  },
};

function strength(gain: number, loss: number): number {
  const sum = gain + loss;
  return sum < NO_MOVE ? 0 : 100 * (gain / sum);
}
