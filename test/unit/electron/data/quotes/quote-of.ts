import type { Bar } from '../../../../../src/shared/domain/candle/bar-columns';
import type { Quote } from '../../../../../src/shared/domain/quote/quote';

export const OPEN_BAR: Bar = { time: 86_400, open: 10, high: 12, low: 9, close: 11, volume: 5 };

export function quoteOf(changes: Partial<Quote> = {}): Quote {
  return {
    instrument: 'XNAS:GOOGL',
    price: 11,
    previousClose: 10,
    asOf: 1000,
    session: '1970-01-02',
    source: 'simulated',
    state: 'simulated',
    currency: null,
    delayMinutes: null,
    openBar: null,
    dispute: null,
    ...changes,
  };
}
