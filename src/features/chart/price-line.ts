import type { ChartPriceLine } from '../../chart/chart-types';
import type { Quote } from '../../shared/domain/quote/quote';

type Last = Pick<Quote, 'price' | 'previousClose'> & Partial<Pick<Quote, 'state'>>;

/** The line of the last price; null where none is known. A replayed price has no state. */
export function priceLineOf(last: Last | null): ChartPriceLine | null {
  if (last === null) return null;
  const change = last.price - (last.previousClose ?? last.price);
  return {
    price: last.price,
    direction: change > 0 ? 'up' : change < 0 ? 'down' : 'flat',
    tone: last.state === 'stale' || last.state === 'error' ? 'stale' : 'live',
  };
}
