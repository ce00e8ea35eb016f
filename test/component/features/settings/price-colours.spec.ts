import { describe, expect, it } from 'vitest';
import PriceColours from '../../../../src/features/settings/PriceColours.svelte';
import { renderPane } from '../../../helpers/render-pane';

const colourOf = (element: Element): string => getComputedStyle(element).color;

describe('the colours of prices', () => {
  it('are chosen for all prices, and shown at once', async () => {
    const { main, screen } = await renderPane(PriceColours);
    const rising = screen.getByText('▲ +1.25 %').element();
    const falling = screen.getByText('▼ −0.80 %').element();
    const [green, red] = [colourOf(rising), colourOf(falling)];
    expect(green).not.toBe(red);
    await screen.getByText('Red up, green down').click();
    await expect.poll(() => colourOf(rising)).toBe(red);
    expect(colourOf(falling)).toBe(green);
    expect(main.argsOf('app.updateSettings')).toEqual([{ upColour: 'red' }]);
  });

  it('show both ways where they follow the market', async () => {
    const { screen } = await renderPane(PriceColours);
    await screen.getByText('By market').click();
    await expect.element(screen.getByText('Shanghai, Taipei, Seoul, Tokyo')).toBeVisible();
    const [first, second] = screen.getByText('▲ +1.25 %').all();
    expect(colourOf(first?.element() as Element)).not.toBe(colourOf(second?.element() as Element));
  });
});
