import { describe, expect, it, vi } from 'vitest';
import ChartPane from '../../../../src/features/chart/ChartPane.svelte';
import { renderPane, type RenderedPane } from '../../../helpers/render-pane';

describe('the countdown', () => {
  const at = (instant: string): number => Date.parse(instant) - Date.now();
  const show = (instant: string): Promise<RenderedPane> =>
    renderPane(ChartPane, {
      widthPx: 900,
      snapshot: { launch: { range: null, screenshot: false, clockOffsetMs: at(instant) } },
    });
  const countdown = ({ screen }: RenderedPane) => screen.getByTitle('Time until this bar closes');

  it('tells how long the bar under way lasts, and stops while nobody looks', async () => {
    // 11:00 in New York: the session closes in five hours.
    const open = await show('2026-05-28T15:00:00Z');
    await expect.element(countdown(open)).toHaveTextContent(/^(5:00:00|4:59:5\d)$/);
    const stopped = vi.spyOn(window, 'clearInterval');
    const started = vi.spyOn(window, 'setInterval');
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(stopped).toHaveBeenCalled();
    expect(started).not.toHaveBeenCalled();
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(started).toHaveBeenCalled();
    vi.restoreAllMocks();
  });

  it('is not there while the exchange is closed', async () => {
    const closed = await show('2026-05-30T15:00:00Z');
    await expect.element(closed.screen.getByRole('application')).toBeVisible();
    expect(countdown(closed).elements()).toHaveLength(0);
  });
});
