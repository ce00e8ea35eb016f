import { expect } from 'vitest';
import type { IndustryView } from '../../../../src/state/industry-state.svelte';
import { renderPane, type RenderedPane } from '../../../helpers/render-pane';
import IndustryHost from './IndustryHost.svelte';

/** A day after the sample's newest announcement. */
const TODAY = Date.parse('2024-05-20T12:00:00Z');

/** The roadmap or the table over the window, on a desk of May 2024. */
export async function openIndustry(
  view: IndustryView,
  options: Parameters<typeof renderPane>[1] = {},
): Promise<RenderedPane> {
  const clockOffsetMs = TODAY - Date.now();
  const rendered = await renderPane(IndustryHost, {
    ...options,
    snapshot: { launch: { range: null, screenshot: false, clockOffsetMs } },
  });
  rendered.desk.industry.open(view);
  await expect.element(rendered.screen.getByRole('dialog')).toBeVisible();
  return rendered;
}

/** What a screen reader is told of the place where the keyboard is. */
export function toldPlace(): string {
  const list = document.querySelector('[role="listbox"]');
  const id = list?.getAttribute('aria-activedescendant') ?? '';
  return document.getElementById(id)?.textContent?.trim() ?? '';
}
