import type { ChartPriceLine } from '../../chart/chart-types';
import type { Quote } from '../../shared/domain/quote/quote';

/** The line of the last price; null without a quote. */
export function priceLineOf(quote: Quote | undefined): ChartPriceLine | null {
  if (!quote) return null;
  const change = quote.price - (quote.previousClose ?? quote.price);
  return {
    price: quote.price,
    direction: change > 0 ? 'up' : change < 0 ? 'down' : 'flat',
    tone: quote.state === 'stale' || quote.state === 'error' ? 'stale' : 'live',
  };
}
