import type { InstrumentId } from '../../shared/domain/instrument/instrument';
import type { Quote } from '../../shared/domain/quote/quote';
import type { Desk } from '../../state/desk.svelte';
import { stateWords, venueWords } from '../quote/quote-words';

/** What a price is, in lines: amount and venue, moment and state and source, the close before. */
export function priceHelp(quote: Quote, instrument: InstrumentId, desk: Desk): string {
  const listed = desk.instruments.get(instrument);
  const decimals = listed?.priceDecimals ?? 2;
  const zone = desk.calendars.of(instrument)?.timezone ?? 'UTC';
  const currency = quote.currency ?? listed?.currency ?? '';
  const before = quote.previousClose;
  return [
    `${desk.formats.price(quote.price, decimals)} ${currency} · ${venueWords(instrument, desk.t)}`,
    `${desk.formats.moment(quote.asOf, zone)} · ${stateWords(quote, desk.t)} · ${desk.t.chart.sources[quote.source]}`,
    before === null ? '' : desk.t.watchlist.previousClose(desk.formats.price(before, decimals)),
  ]
    .filter(Boolean)
    .join('\n');
}
