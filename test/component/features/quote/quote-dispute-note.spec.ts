import { describe, expect, it } from 'vitest';
import QuoteDisputeNote from '../../../../src/features/quote/QuoteDisputeNote.svelte';
import WatchlistPane from '../../../../src/features/watchlist/WatchlistPane.svelte';
import { ACME, quoteOf } from '../../../helpers/desk-sample';
import { renderPane } from '../../../helpers/render-pane';

const agreed = quoteOf(ACME, { price: 1401, source: 'yahoo', state: 'live' });
const disputed = quoteOf(ACME, {
  ...{ price: 1401, source: 'yahoo', state: 'live' },
  dispute: { source: 'sina', price: 1300.5, asOf: Date.UTC(2024, 2, 28, 20) },
});

describe('a price that another source contradicts', () => {
  it('is shown with what the other says, and never as something between the two', async () => {
    const { screen } = await renderPane(QuoteDisputeNote, {
      props: { quote: disputed, decimals: 2 },
    });
    await expect
      .element(screen.getByRole('note'))
      .toHaveTextContent('Sina: 1,300.50; Yahoo Finance is shown');
  });

  it('says so in Chinese', async () => {
    const { screen } = await renderPane(QuoteDisputeNote, {
      props: { quote: disputed, decimals: 2 },
      settings: { locale: 'zh-CN' },
    });
    await expect
      .element(screen.getByRole('note'))
      .toHaveTextContent('新浪报 1,300.50，当前显示Yahoo 财经');
  });

  it('has no note where the two agree', async () => {
    const { screen } = await renderPane(QuoteDisputeNote, {
      props: { quote: agreed, decimals: 2 },
    });
    await expect.element(screen.getByRole('note')).not.toBeInTheDocument();
  });

  it('is marked in the list for as long as it is contradicted', async () => {
    const { screen, main } = await renderPane(WatchlistPane, { widthPx: 276 });
    const row = screen.getByRole('row', { name: /ACME/ });
    main.publish.market.onQuotesChanged({ revision: 2, quotes: [disputed], replaces: false });
    await expect.element(row).toHaveTextContent('2 prices');
    await expect.element(row).toHaveTextContent('1,401.00');
    main.publish.market.onQuotesChanged({ revision: 3, quotes: [agreed], replaces: false });
    await expect.element(row).not.toHaveTextContent('2 prices');
  });
});
