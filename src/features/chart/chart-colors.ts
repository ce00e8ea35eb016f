import type { ChartTheme } from '../../chart/chart-types';

/** The chart's colours out of the design tokens (`src/ui/tokens.css`) as they stand on the page. */
export function readChartTheme(root: HTMLElement): ChartTheme {
  const style = getComputedStyle(root);
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
    green: token('up'),
    grey: token('faint'),
    red: token('down'),
    fontFamily: token('font'),
  };
}
