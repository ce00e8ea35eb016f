import type { Bar } from '../../../src/shared/domain/candle/bar-columns';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { Quote } from '../../../src/shared/domain/quote/quote';

/** What is different from one set of quotes to the next. */
export interface QuoteChanges {
  /** Quotes that are new or say something new; a later time alone is nothing new. */
  readonly changed: readonly Quote[];
  /** Instruments whose open session has ended, so that their series has one more bar. */
  readonly finished: readonly InstrumentId[];
}

export function compareQuotes(
  before: ReadonlyMap<InstrumentId, Quote>,
  now: readonly Quote[],
): QuoteChanges {
  const changed = now.filter((quote) => !isSameQuote(before.get(quote.instrument), quote));
  const finished = changed.filter((quote) => hasFinished(before.get(quote.instrument), quote));
  return { changed, finished: finished.map(({ instrument }) => instrument) };
}

function hasFinished(before: Quote | undefined, now: Quote): boolean {
  if (before === undefined || now.openBar !== null) return false;
  return before.openBar !== null || before.session !== now.session;
}

function isSameQuote(one: Quote | undefined, other: Quote): boolean {
  return (
    one !== undefined &&
    one.price === other.price &&
    one.previousClose === other.previousClose &&
    one.session === other.session &&
    one.source === other.source &&
    one.state === other.state &&
    isSameBar(one.openBar, other.openBar)
  );
}

function isSameBar(one: Bar | null, other: Bar | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.time === other.time &&
    one.open === other.open &&
    one.high === other.high &&
    one.low === other.low &&
    one.close === other.close &&
    one.volume === other.volume
  );
}
