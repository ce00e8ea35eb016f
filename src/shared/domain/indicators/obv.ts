import { IN_A_PANE, type Indicator } from './indicator';

/**
 * On-balance volume: volume added where the close rises and taken away where it falls. It starts with
 * the volume of the first bar, as TA-Lib's OBV does; only its changes mean something.
 */
export const OBV: Indicator = {
  ...IN_A_PANE,
  id: 'obv',
  parameters: [],
  outputs: [{ id: 'obv', shape: 'line' }],
  prepare: () => ({
    stateSize: 1,
    workingColumns: 0,
    run({ bars: { close, volume } }, from, to, state, columns) {
      const obv = columns[0] as Float64Array;
      let value = state[0] as number;
      let index = from;
      if (index === 0 && to > 0) {
        value = volume[0] as number;
        obv[0] = value;
        index = 1;
      }
      for (; index < to; index++) {
        const move = (close[index] as number) - (close[index - 1] as number);
        if (move > 0) value += volume[index] as number;
        else if (move < 0) value -= volume[index] as number;
        obv[index] = value;
      }
      state[0] = value;
    },
  }),
};
