import { describe, expect, it } from 'vitest';
import ChartLegend from '../../../../src/features/chart/ChartLegend.svelte';
import { renderPane, type RenderedPane } from '../../../helpers/render-pane';

const HOVERED = {
  ...{ index: 3, sessions: 1, previousClose: 100 },
  bar: { time: 1_709_510_400, open: 100, high: 104, low: 99, close: 103, volume: 1_000_000 },
};

const legend = (widthPx: number): Promise<RenderedPane> =>
  renderPane(ChartLegend, { widthPx, props: { hovered: HOVERED, decimals: 2 } });

describe('the legend', () => {
  it('cuts no offer of a comparison through, and gives it up before its figures', async () => {
    for (const widthPx of [900, 620, 460]) {
      const { screen } = await legend(widthPx);
      const row = screen.container.querySelector('.legend') as HTMLElement;
      const box = row.getBoundingClientRect();
      const volume = row.textContent.indexOf('Vol');
      expect(volume).toBeGreaterThan(0);
      for (const offer of row.querySelectorAll('button')) {
        const { top, bottom, left, right, height } = offer.getBoundingClientRect();
        const isInRow = top >= box.top && bottom <= box.bottom;
        // One that does not fit stands in a row below, which is not seen.
        if (height > 0 && isInRow) {
          expect(left).toBeGreaterThanOrEqual(box.left);
          expect(right).toBeLessThanOrEqual(box.right);
        } else if (height > 0) expect(top).toBeGreaterThanOrEqual(box.bottom - 4);
      }
      await screen.unmount();
    }
  });
});
