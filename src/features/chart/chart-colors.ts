import type { ChartTheme } from '../../chart/chart-types';

/** The chart's colours out of the design tokens (`src/ui/tokens.css`) as they stand at its element. */
export function readChartTheme(host: HTMLElement): ChartTheme {
  const style = getComputedStyle(host);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    background: token('pane'),
    grid: token('line'),
    text: token('text'),
    mutedText: token('muted'),
    crosshair: token('faint'),
    up: token('up'),
    down: token('down'),
    accent: token('accent'),
    amber: token('amber'),
    violet: token('violet'),
    cyan: token('cyan'),
    green: token('green'),
    grey: token('faint'),
    red: token('red'),
    fontFamily: token('font'),
  };
}
