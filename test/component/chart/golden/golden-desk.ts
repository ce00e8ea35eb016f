import type { ChartFormats, ChartTheme } from '../../../../src/chart/chart-types';
import { allocateBars, type BarColumns } from '../../../../src/shared/domain/candle/bar-columns';
import { DAY, type Desk, mountChart, put, settled } from '../chart-desk';

/** The colours of the desk, written out: a golden picture must not change with the tokens. */
export const DESK_DARK: ChartTheme = {
  background: '#11151c',
  grid: '#222936',
  text: '#e7ebf3',
  mutedText: '#8b95a8',
  crosshair: '#5f697c',
  up: '#2fbf8a',
  down: '#f15770',
  accent: '#6ea0ff',
  amber: '#e6a94a',
  violet: '#a58bff',
  cyan: '#43c6db',
  green: '#2fbf8a',
  grey: '#8b95a8',
  red: '#f15770',
  fontFamily: 'sans-serif',
};

/** No text at all: fonts differ from machine to machine. */
export const SILENT: ChartFormats = {
  priceDecimals: 2,
  price: () => '',
  percent: () => '',
  date: () => '',
  tick: () => '',
  measure: () => [],
  wallClock: null,
};

export const BARS = 60;

/** A walk that is the same on every machine; about 100, with bodies, wicks and gaps of all kinds. */
export function walk(count: number, seed = 7): BarColumns {
  let state = seed;
  const random = (): number => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const columns = allocateBars(count);
  let close = 100;
  for (let i = 0; i < count; i++) {
    const open = close + (random() - 0.5) * 3;
    close = open + (random() - 0.48) * 5;
    const high = Math.max(open, close) + random() * 2;
    const low = Math.min(open, close) - random() * 2;
    put(columns, i, { time: i * DAY, open, high, low, close, volume: 400 + random() * 600 });
  }
  return columns;
}

/** A chart of the size of a golden picture with a series in view. */
export async function goldenDesk(bars: BarColumns = walk(BARS)): Promise<Desk> {
  const desk = mountChart({ width: 480, height: 280, theme: DESK_DARK, formats: SILENT });
  desk.chart.setSeries(bars, { fromKey: 0, toKey: (bars.length - 1) * DAY });
  await settled(desk);
  return desk;
}
