import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { TickerContent } from '../../../../src/shared/ipc/ticker-contract';
import TickerView from '../../../../src/features/ticker/TickerView.svelte';
import { TickerState } from '../../../../src/state/ticker-state.svelte';
import { ACME, BOLT, quoteOf } from '../../../helpers/desk-sample';
import { FakeMain } from '../../../helpers/fake-client';

const CONTENT: TickerContent = {
  ...{ locale: 'en', theme: 'dark', upColour: 'by-language', directionPalette: 'standard' },
  lines: [
    {
      ...{ instrument: ACME, code: 'ACME', name: { en: 'Acme', zh: '极致' }, priceDecimals: 2 },
      quote: quoteOf(ACME, { price: 1372.6, previousClose: 1400, state: 'delayed' }),
    },
    { instrument: BOLT, code: 'BOLT', name: null, priceDecimals: 2, quote: null },
  ],
};

async function renderTicker(content: TickerContent = CONTENT) {
  const main = new FakeMain({ ticker: content });
  const ticker = new TickerState(main.client);
  const screen = await render(TickerView, { ticker });
  await ticker.start();
  return { main, ticker, screen };
}

describe('the mini ticker', () => {
  it('has a line for each instrument, with price, change and what the price is worth', async () => {
    const { screen } = await renderTicker();
    await expect.element(screen.getByText('1,372.60')).toBeVisible();
    await expect.element(screen.getByText('−1.96\u00a0%')).toBeVisible();
    await expect.element(screen.getByText('delayed')).toBeVisible();
    await expect.element(screen.getByText('no price')).toBeVisible();
    await expect.element(screen.getByTitle(/^Acme · .*delayed$/)).toBeVisible();
  });

  it('follows what main tells', async () => {
    const { main, screen } = await renderTicker();
    main.publish.ticker.onChanged({ ...CONTENT, lines: CONTENT.lines.slice(1), locale: 'zh-CN' });
    await expect.element(screen.getByText('暂无价格')).toBeVisible();
    expect(screen.getByText('ACME').elements()).toEqual([]);
  });

  it('keeps what was told while it asked', async () => {
    const main = new FakeMain({ ticker: CONTENT });
    const ticker = new TickerState(main.client);
    const started = ticker.start();
    main.publish.ticker.onChanged({ ...CONTENT, lines: [] });
    await started;
    expect(ticker.content?.lines).toEqual([]);
    ticker.dispose();
    main.publish.ticker.onChanged(CONTENT);
    expect(ticker.content?.lines).toEqual([]);
  });

  it('leads to the desk, and closes', async () => {
    const { main, screen } = await renderTicker();
    await screen.getByRole('button', { name: /BOLT/ }).click();
    await screen.getByRole('button', { name: 'Close the ticker' }).click();
    await expect.poll(() => main.argsOf('ticker.close')).toHaveLength(1);
    expect(main.argsOf('ticker.chart')).toEqual([{ instrument: BOLT }]);
  });

  it('says how to fill it where nothing is starred', async () => {
    const { screen } = await renderTicker({ ...CONTENT, lines: [] });
    await expect.element(screen.getByText(/Star instruments/)).toBeVisible();
  });
});
