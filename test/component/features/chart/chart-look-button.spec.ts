import { describe, expect, it } from 'vitest';
import ChartLookButton from '../../../../src/features/chart/ChartLookButton.svelte';
import { renderPane } from '../../../helpers/render-pane';

describe('the choice of bars and price axis', () => {
  it('says what is chosen, and remembers another choice', async () => {
    const { main, screen } = await renderPane(ChartLookButton);
    const button = screen.getByRole('button', { name: 'Bars and price axis: Candles' });
    await button.click();
    await screen.getByRole('menuitem', { name: 'Heikin-Ashi' }).click();
    await expect
      .poll(() => main.argsOf('app.updateSettings'))
      .toEqual([{ chartStyle: 'heikin-ashi' }]);
    await screen.getByRole('button', { name: /Heikin-Ashi/ }).click();
    await screen.getByRole('menuitem', { name: 'Logarithmic' }).click();
    await expect
      .element(
        screen.getByRole('button', { name: 'Bars and price axis: Heikin-Ashi · Logarithmic' }),
      )
      .toBeVisible();
  });

  it('fits the price axis to the bars alone, or to the studies too', async () => {
    const { main, screen } = await renderPane(ChartLookButton);
    for (const scalePriceOnly of [true, false]) {
      await screen.getByRole('button').click();
      await screen.getByRole('menuitem', { name: 'Fit price axis to the bars alone' }).click();
      await expect.poll(() => main.argsOf('app.updateSettings').at(-1)).toEqual({ scalePriceOnly });
    }
  });

  it('turns hollow rising bodies on and off', async () => {
    const { main, screen } = await renderPane(ChartLookButton);
    for (const bodies of ['hollow', 'filled']) {
      await screen.getByRole('button').click();
      await screen.getByRole('menuitem', { name: 'Rising bodies hollow' }).click();
      await expect
        .poll(() => main.argsOf('app.updateSettings').at(-1))
        .toEqual({ risingBodies: bodies });
    }
  });
});
