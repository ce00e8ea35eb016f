import { IN_A_PANE, type Indicator, periodParameter } from './indicator';

/** Places in the state; the first two are sums until their first value. */
const [FAST, SLOW, SIGNAL] = [0, 1, 2];

/**
 * Moving average convergence / divergence: fast less slow exponential average of the close, its own
 * exponential average, and the difference of both; equal to TA-Lib's MACD. As there the fast average
 * starts together with the slow one, from the simple average of the bars just before; the line itself
 * is told from there on, and not only once the signal is there too.
 */
export const MACD: Indicator = {
  ...IN_A_PANE,
  id: 'macd',
  guides: [0],
  ascending: ['fast', 'slow'],
  parameters: [
    periodParameter(12, 'fast'),
    periodParameter(26, 'slow'),
    periodParameter(9, 'signal'),
  ],
  outputs: [
    { id: 'macd', shape: 'line', isLinear: true },
    { id: 'signal', shape: 'line', isLinear: true },
    { id: 'histogram', shape: 'histogram', isLinear: true },
  ],
  prepare: (params) => {
    const [fast, slow, signal] = [params['fast'], params['slow'], params['signal']] as [
      number,
      number,
      number,
    ];
    const [fastFactor, slowFactor, signalFactor] = [fast, slow, signal].map(
      (period) => 2 / (period + 1),
    ) as [number, number, number];
    const firstSignal = slow + signal - 2;
    return {
      stateSize: 3,
      workingColumns: 0,
      run({ bars: { close } }, from, to, state, columns) {
        const [line, signals, histogram] = columns as [Float64Array, Float64Array, Float64Array];
        const [fastShare, slowShare, signalShare] = [fastFactor, slowFactor, signalFactor];
        const seedAt = firstSignal;
        let fastValue = state[FAST] as number;
        let slowValue = state[SLOW] as number;
        let signalValue = state[SIGNAL] as number;
        let index = from;
        for (; index < Math.min(to, slow); index++) {
          const price = close[index] as number;
          slowValue += price;
          if (index >= slow - fast) fastValue += price;
          line[index] = signals[index] = histogram[index] = NaN;
          if (index < slow - 1) continue;
          fastValue /= fast;
          slowValue /= slow;
          line[index] = signalValue = fastValue - slowValue;
        }
        for (; index < to; index++) {
          const price = close[index] as number;
          fastValue = (price - fastValue) * fastShare + fastValue;
          slowValue = (price - slowValue) * slowShare + slowValue;
          const value = fastValue - slowValue;
          line[index] = value;
          if (index > seedAt) {
            signalValue = (value - signalValue) * signalShare + signalValue;
          } else {
            signalValue += value;
            if (index === seedAt) signalValue /= signal;
          }
          signals[index] = index < seedAt ? NaN : signalValue;
          histogram[index] = index < seedAt ? NaN : value - signalValue;
        }
        state[FAST] = fastValue;
        state[SLOW] = slowValue;
        state[SIGNAL] = signalValue;
      },
    };
  },
};
