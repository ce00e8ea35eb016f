import type { Component } from 'svelte';
import { render } from 'vitest-browser-svelte';
import DeskHarness from './DeskHarness.svelte';
import { type DeskUnderTest, type DeskUnderTestOptions, makeDesk } from './desk-under-test';

export type RenderedPane = DeskUnderTest & { readonly screen: Awaited<ReturnType<typeof render>> };

/** Draws a pane in its room on a desk that has not asked main for anything yet. */
export async function renderUnstarted(
  pane: Component<never>,
  options: DeskUnderTestOptions & { readonly widthPx?: number; readonly props?: object } = {},
): Promise<RenderedPane> {
  const made = makeDesk(options);
  const { widthPx = 364, props = {} } = options;
  const screen = await render(DeskHarness, {
    desk: made.desk,
    pane: pane as Component<Record<string, unknown>>,
    paneProps: { ...props },
    widthPx,
  });
  return { ...made, screen };
}

/** Draws a pane on a desk with all its data. */
export async function renderPane(
  pane: Component<never>,
  options?: Parameters<typeof renderUnstarted>[1],
): Promise<RenderedPane> {
  const rendered = await renderUnstarted(pane, options);
  await rendered.desk.start();
  await rendered.desk.loadRest();
  return rendered;
}
