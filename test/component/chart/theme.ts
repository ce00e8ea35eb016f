import type { ChartTheme } from '../../../src/chart/chart-types';

/** Plain colours that no other part of the chart draws: a test finds them by their channels. */
export const DARK: ChartTheme = {
  background: '#101010',
  grid: '#202020',
  text: '#f0f0f0',
  mutedText: '#909090',
  crosshair: '#707070',
  up: '#00c800',
  down: '#c80000',
  accent: '#0000ff',
  amber: '#c8c800',
  violet: '#8000ff',
  cyan: '#00c8c8',
  green: '#008000',
  grey: '#808080',
  red: '#ff0080',
  fontFamily: 'sans-serif',
};

export const LIGHT: ChartTheme = {
  ...DARK,
  background: '#ffffff',
  grid: '#e0e0e0',
  text: '#181818',
  mutedText: '#606060',
  up: '#009600',
  down: '#960000',
};
