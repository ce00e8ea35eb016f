import type { ChartPriceLine } from '../../chart/chart-types';
import type { Quote, QuoteState } from '../../shared/domain/quote/quote';

type Last = Pick<Quote, 'price' | 'previousClose'> & Partial<Pick<Quote, 'state'>>;

const TONES: Readonly<Record<QuoteState, ChartPriceLine['tone']>> = {
  ...{ live: 'live', delayed: 'delayed', closed: 'closed', simulated: 'simulated' },
  ...{ stale: 'stale', error: 'stale' },
};

/**
 * The line of the last price; null where none is known. A replayed price has no state.
 *
 * @param note - a second line in its label; null for none
 */
export function priceLineOf(last: Last | null, note: string | null = null): ChartPriceLine | null {
  if (last === null) return null;
  const change = last.price - (last.previousClose ?? last.price);
  return {
    price: last.price,
    direction: change > 0 ? 'up' : change < 0 ? 'down' : 'flat',
    tone: last.state === undefined ? 'live' : TONES[last.state],
    ...(note !== null && { note }),
  };
}

const UNDER_WAY: ReadonlySet<QuoteState> = new Set(['live', 'delayed', 'simulated']);

/** Whether a price belongs to a bar that still runs, so that the time until its close says something. */
export function isUnderWay({ state }: Pick<Quote, 'state'>): boolean {
  return UNDER_WAY.has(state);
}
