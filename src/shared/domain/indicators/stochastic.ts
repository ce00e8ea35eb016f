import { IN_A_PANE, type Indicator, periodParameter, RENEWAL_BARS, sumOf } from './indicator';

/** Places in the state. */
const [LOWEST_AT, HIGHEST_AT, K_SUM, D_SUM] = [0, 1, 2, 3];

/**
 * Slow stochastic, 0 to 100: where the close stands between the extremes of the last `k` bars,
 * smoothed by a simple average of `smooth` (%K), and the simple average of that over `d` (%D); equal to
 * TA-Lib's STOCH with simple averages. Like there it is 0 where the extremes are one.
 */
export const STOCHASTIC: Indicator = {
  ...IN_A_PANE,
  id: 'stochastic',
  range: { min: 0, max: 100 },
  guides: [20, 80],
  parameters: [
    periodParameter(14, 'k', 1),
    periodParameter(3, 'smooth', 1),
    periodParameter(3, 'd', 1),
  ],
  outputs: [
    { id: 'k', shape: 'line' },
    { id: 'd', shape: 'line' },
  ],
  prepare: (params) => {
    const [k, smooth, d] = [params['k'], params['smooth'], params['d']] as [number, number, number];
    const firstFast = k - 1;
    const firstSlow = firstFast + smooth - 1;
    const firstSignal = firstSlow + d - 1;
    return {
      stateSize: 4,
      workingColumns: 1,
      run({ bars: { high, low, close } }, from, to, state, columns) {
        const [slow, signal, fast] = columns as [Float64Array, Float64Array, Float64Array];
        let lowestAt = state[LOWEST_AT] as number;
        let highestAt = state[HIGHEST_AT] as number;
        let slowSum = state[K_SUM] as number;
        let signalSum = state[D_SUM] as number;
        for (let index = from; index < to; index++) {
          if (index % RENEWAL_BARS === 0) {
            slowSum = sumOf(fast, Math.max(firstFast, index - smooth + 1), index);
            signalSum = sumOf(slow, Math.max(firstSlow, index - d + 1), index);
          }
          const oldest = Math.max(0, index - firstFast);
          lowestAt = newLowest(low, lowestAt, oldest, index);
          highestAt = newHighest(high, highestAt, oldest, index);
          slow[index] = signal[index] = fast[index] = NaN;
          if (index < firstFast) continue;
          const lowest = low[lowestAt] as number;
          const unit = ((high[highestAt] as number) - lowest) / 100;
          fast[index] = unit === 0 ? 0 : ((close[index] as number) - lowest) / unit;
          slowSum += fast[index] as number;
          if (index < firstSlow) continue;
          slow[index] = slowSum / smooth;
          slowSum -= fast[index - smooth + 1] as number;
          signalSum += slow[index] as number;
          if (index < firstSignal) continue;
          signal[index] = signalSum / d;
          signalSum -= slow[index - d + 1] as number;
        }
        state[LOWEST_AT] = lowestAt;
        state[HIGHEST_AT] = highestAt;
        state[K_SUM] = slowSum;
        state[D_SUM] = signalSum;
      },
    };
  },
};

/** Index of the lowest from `oldest` to `index`, given that of the window before. */
function newLowest(low: Float64Array, known: number, oldest: number, index: number): number {
  if (known >= oldest) return (low[index] as number) <= (low[known] as number) ? index : known;
  let at = oldest;
  for (let place = oldest + 1; place <= index; place++) {
    if ((low[place] as number) <= (low[at] as number)) at = place;
  }
  return at;
}

function newHighest(high: Float64Array, known: number, oldest: number, index: number): number {
  if (known >= oldest) return (high[index] as number) >= (high[known] as number) ? index : known;
  let at = oldest;
  for (let place = oldest + 1; place <= index; place++) {
    if ((high[place] as number) >= (high[at] as number)) at = place;
  }
  return at;
}
