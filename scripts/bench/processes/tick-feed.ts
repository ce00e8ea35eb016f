import { Signal } from '../../../electron/core/events/signal';
import { QuotePublisher } from '../../../electron/core/quotes/quote-publisher';
import { type QuotesUpdated, QuoteService } from '../../../electron/core/quotes/quote-service';
import type { Quote } from '../../../src/shared/domain/quote/quote';

const INSTRUMENT = 'XNAS:NVDA';

/** The app's own way of last prices from a source to the page, for one instrument. */
export function createTickFeed(publish: (price: number) => void): {
  readonly tick: (price: number) => void;
  readonly dispose: () => void;
} {
  const updated = new Signal<QuotesUpdated>((error) => {
    throw error;
  });
  const quotes = new QuoteService(updated);
  const publisher = new QuotePublisher({
    ...{ quotes, updated },
    scheduler: {
      after(delayMs, task) {
        const timer = setTimeout(task, delayMs);
        return () => clearTimeout(timer);
      },
    },
    publish: (push) => {
      const last = push.quotes.at(-1);
      if (last) publish(last.price);
    },
  });
  publisher.start();
  publisher.setVisible(true);
  return {
    tick: (price) => quotes.ingestLive([quoteAt(price)]),
    dispose: () => publisher.dispose(),
  };
}

function quoteAt(price: number): Quote {
  return {
    ...{ instrument: INSTRUMENT, price, previousClose: 100, currency: 'USD' },
    ...{ asOf: Date.now(), session: '2026-05-28', source: 'yahoo', state: 'live' },
    ...{ delayMinutes: 0, openBar: null, dispute: null },
  };
}
