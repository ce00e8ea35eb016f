/**
 * The chart with its library, a chunk of its own. Asked for as soon as the shell is evaluated, so
 * that it loads beside the first paint and not after it.
 */
export const chartModule = import('./ChartCanvas.svelte');
