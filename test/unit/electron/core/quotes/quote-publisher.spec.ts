import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { Signal } from '../../../../../electron/core/events/signal';
import {
  PUBLISH_INTERVAL_MS,
  QuotePublisher,
} from '../../../../../electron/core/quotes/quote-publisher';
import {
  QuoteService,
  type QuotesUpdated,
} from '../../../../../electron/core/quotes/quote-service';
import { ManualScheduler } from './manual-scheduler';
import { NVDA, tick, ZHIPU } from './quote-samples';

interface Push extends QuotesUpdated {
  readonly atMs: number;
}

let pushes: Push[];
let scheduler: ManualScheduler;
let quotes: QuoteService;
let publisher: QuotePublisher;

function build(): void {
  pushes = [];
  scheduler = new ManualScheduler();
  const updated = new Signal<QuotesUpdated>((error) => {
    throw error;
  });
  quotes = new QuoteService(updated);
  publisher = new QuotePublisher({
    quotes,
    updated,
    scheduler,
    publish: (push) => pushes.push({ ...push, atMs: scheduler.now }),
  });
  publisher.start();
}

/** Shows the page and lets the first push and its pause go by. */
function show(): void {
  publisher.setVisible(true);
  scheduler.advance(PUBLISH_INTERVAL_MS);
  pushes.length = 0;
}

beforeEach(build);

describe('QuotePublisher', () => {
  it('tells a change at once after a pause', () => {
    show();
    quotes.ingest([tick(NVDA, 1, 10)], false);
    expect(pushes).toEqual([{ quotes: [tick(NVDA, 1, 10)], replaces: false, atMs: 250 }]);
  });

  it('gathers the changes of an interval into one push with the last values', () => {
    show();
    quotes.ingest([tick(NVDA, 1, 10)], false);
    scheduler.advance(10);
    quotes.ingest([tick(NVDA, 2, 11), tick(ZHIPU, 2, 20)], false);
    scheduler.advance(10);
    quotes.ingest([tick(NVDA, 3, 12)], false);
    scheduler.advance(229);
    expect(pushes).toHaveLength(1);

    scheduler.advance(1);
    expect(pushes[1]).toEqual({
      quotes: [tick(NVDA, 3, 12), tick(ZHIPU, 2, 20)],
      replaces: false,
      atMs: 500,
    });
  });

  it('has no timer while nothing changes', () => {
    show();
    quotes.ingest([tick(NVDA, 1, 10)], false);
    scheduler.advance(PUBLISH_INTERVAL_MS);
    expect(scheduler.pending).toBe(0);
    expect(pushes).toHaveLength(1);
  });

  it('says nothing until the page is shown', () => {
    quotes.ingest([tick(NVDA, 1, 10)], false);
    scheduler.advance(1000);
    expect(pushes).toEqual([]);
    expect(scheduler.pending).toBe(0);
  });

  it('says nothing while hidden and everything once when shown again', () => {
    show();
    quotes.ingest([tick(NVDA, 1, 10), tick(ZHIPU, 1, 20)], false);
    scheduler.advance(1000);
    publisher.setVisible(false);
    quotes.ingest([tick(NVDA, 2, 11)], false);
    scheduler.advance(1000);
    expect(pushes).toHaveLength(1);
    expect(scheduler.pending).toBe(0);

    publisher.setVisible(true);
    expect(pushes.slice(1)).toEqual([
      { quotes: [tick(NVDA, 2, 11), tick(ZHIPU, 1, 20)], replaces: true, atMs: 2250 },
    ]);
    scheduler.advance(1000);
    expect(pushes).toHaveLength(2);
  });

  it('keeps to the interval when hidden and shown in a hurry', () => {
    show();
    quotes.ingest([tick(NVDA, 1, 10)], false);
    publisher.setVisible(false);
    publisher.setVisible(true);
    expect(pushes).toHaveLength(1);
    scheduler.advance(PUBLISH_INTERVAL_MS);
    expect(pushes[1]).toEqual({ quotes: [tick(NVDA, 1, 10)], replaces: true, atMs: 500 });
  });

  it('drops what was gathered when the page is hidden', () => {
    show();
    quotes.ingest([tick(NVDA, 1, 10)], false);
    quotes.ingest([tick(NVDA, 2, 11)], false);
    publisher.setVisible(false);
    scheduler.advance(1000);
    expect(pushes).toHaveLength(1);
  });

  it('does not repeat itself when it is told twice that the page is shown', () => {
    show();
    publisher.setVisible(true);
    scheduler.advance(1000);
    expect(pushes).toEqual([]);
  });

  it('tells everything where one of the gathered changes replaced the rest', () => {
    show();
    quotes.ingest([tick(NVDA, 1, 10)], false);
    quotes.ingest([tick(ZHIPU, 1, 20, 'csv-folder')], true);
    quotes.ingest([tick(NVDA, 0, 9, 'csv-folder')], false);
    scheduler.advance(PUBLISH_INTERVAL_MS);
    expect(pushes[1]).toMatchObject({
      quotes: [tick(ZHIPU, 1, 20, 'csv-folder'), tick(NVDA, 0, 9, 'csv-folder')],
      replaces: true,
    });
  });

  it('is silent after dispose and can be disposed twice', () => {
    show();
    quotes.ingest([tick(NVDA, 1, 10)], false);
    quotes.ingest([tick(NVDA, 2, 11)], false);
    publisher.dispose();
    publisher.dispose();
    quotes.ingest([tick(NVDA, 3, 12)], false);
    scheduler.advance(1000);
    expect(pushes).toHaveLength(1);
    expect(scheduler.pending).toBe(0);
  });

  it('leaves a page that applies the pushes with what the service has, never closer than 250 ms', () => {
    const steps = fc.array(
      fc.oneof(
        fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 400 }) }),
        fc.record({ kind: fc.constant('show' as const), visible: fc.boolean() }),
        fc.record({
          kind: fc.constant('tick' as const),
          instrument: fc.constantFrom(NVDA, ZHIPU),
          asOf: fc.integer({ min: 0, max: 9 }),
          replaces: fc.boolean(),
        }),
      ),
    );
    fc.assert(
      fc.property(steps, (script) => {
        build();
        for (const step of script) {
          if (step.kind === 'wait') scheduler.advance(step.ms);
          else if (step.kind === 'show') publisher.setVisible(step.visible);
          else quotes.ingest([tick(step.instrument, step.asOf, step.asOf)], step.replaces);
        }
        publisher.setVisible(true);
        scheduler.advance(PUBLISH_INTERVAL_MS * 2);

        const page = new Map<string, number>();
        for (const push of pushes) {
          if (push.replaces) page.clear();
          for (const quote of push.quotes) page.set(quote.instrument, quote.price);
        }
        expect(page).toEqual(new Map(quotes.all().map((each) => [each.instrument, each.price])));
        const gaps = pushes.slice(1).map((push, index) => push.atMs - (pushes[index]?.atMs ?? 0));
        for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(PUBLISH_INTERVAL_MS);
      }),
    );
  });
});
