import { lowerBound } from '../candle/bar-columns';
import { type Indicator, type IndicatorInput, OVER_THE_PRICE } from './indicator';

/** Places in the state; the last is used by the session's VWAP alone. */
const [TURNOVER, VOLUME, NEXT_SESSION] = [0, 1, 2];

/**
 * Average price since the start of each session: turnover / volume, as Chinese desks draw it over the
 * minutes of a day (分时均线). Where the turnover of a bar is not known, its typical price,
 * (high + low + close) / 3, times its volume stands for it; {@link averageBasis} tells which it is. NaN
 * until volume has traded.
 */
export const VWAP: Indicator = {
  ...OVER_THE_PRICE,
  id: 'vwap',
  needsSessions: true,
  parameters: [],
  outputs: [{ id: 'vwap', shape: 'line' }],
  prepare: () => ({
    stateSize: 3,
    workingColumns: 0,
    run(input, from, to, state, columns) {
      const { time } = input.bars;
      const { sessionStarts } = input;
      let next = state[NEXT_SESSION] as number;
      for (let index = from; index < to;) {
        const isStart = (sessionStarts[next] ?? Infinity) <= (time[index] as number);
        if (isStart) state[TURNOVER] = state[VOLUME] = 0;
        while ((sessionStarts[next] ?? Infinity) <= (time[index] as number)) next++;
        const nextStart = sessionStarts[next] ?? Infinity;
        const until = nextStart === Infinity ? to : Math.min(to, lowerBound(input.bars, nextStart));
        average(input, index, until, state, columns[0] as Float64Array);
        index = until;
      }
      state[NEXT_SESSION] = next;
    },
  }),
};

/**
 * Average price since a bar, that of an announcement for example; NaN before it. Calculated like
 * {@link VWAP}.
 */
export const ANCHORED_VWAP: Indicator = {
  ...OVER_THE_PRICE,
  id: 'anchored-vwap',
  parameters: [{ id: 'anchor', kind: 'time', min: -8.64e12, max: 8.64e12, default: 0 }],
  outputs: [{ id: 'vwap', shape: 'line' }],
  prepare: (params) => {
    const anchor = params['anchor'] as number;
    return {
      stateSize: 2,
      workingColumns: 0,
      run(input, from, to, state, columns) {
        const { time } = input.bars;
        const vwap = columns[0] as Float64Array;
        let index = from;
        for (; index < to && (time[index] as number) < anchor; index++) vwap[index] = NaN;
        average(input, index, to, state, vwap);
      },
    };
  },
};

/** What an average price rests on, to be said beside it; `mixed` where some turnover is not known. */
export type AverageBasis = 'turnover' | 'typical-price' | 'mixed';

export function averageBasis({ bars, turnover }: IndicatorInput): AverageBasis {
  const known = turnover?.subarray(0, bars.length).filter((money) => !Number.isNaN(money)).length;
  if (!known) return 'typical-price';
  return known === bars.length ? 'turnover' : 'mixed';
}

function average(
  { bars: { high, low, close, volume }, turnover: given }: IndicatorInput,
  from: number,
  to: number,
  state: Float64Array,
  vwap: Float64Array,
): void {
  let turnover = state[TURNOVER] as number;
  let traded = state[VOLUME] as number;
  for (let index = from; index < to; index++) {
    const units = volume[index] as number;
    const money = given?.[index] ?? NaN;
    const sum = (high[index] as number) + (low[index] as number) + (close[index] as number);
    turnover += Number.isNaN(money) ? (sum / 3) * units : money;
    traded += units;
    // 0 / 0 is NaN: nothing has traded yet.
    vwap[index] = turnover / traded;
  }
  state[TURNOVER] = turnover;
  state[VOLUME] = traded;
}
