import type { Component } from 'svelte';
import type { SessionPlotProps } from './session-plot-props';

/** The line of a session, a chunk of its own: asked for when it is first shown. */
export async function loadSessionPlot(): Promise<Component<SessionPlotProps>> {
  const { default: plot } = await import('./SessionPlot.svelte');
  return plot;
}
