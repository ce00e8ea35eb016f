import type { CalendarDate } from '../../shared/domain/calendar/calendar-date';
import { toDate } from '../../shared/domain/calendar/calendar-date';
import type { Bar } from '../../shared/domain/candle/bar-columns';
import { changeFraction, type Quote } from '../../shared/domain/quote/quote';
import type { ListFacts } from '../../shared/ipc/data-port';

/** Between which prices something moved, and where the price stands now. */
export interface PriceSpan {
  readonly low: number;
  readonly high: number;
  readonly price: number;
  /** The session of a day's span; the first session of a year's. */
  readonly date: CalendarDate;
}

export interface SessionVolume {
  /** Units of the instrument. */
  readonly volume: number;
  readonly date: CalendarDate;
}

type Facts = Pick<ListFacts, 'price'> | undefined;

/** The session that the quote is of, as far as it has come; null where nobody told it. */
export function dayRange(quote: Quote | undefined, facts: Facts): PriceSpan | null {
  const bar = sessionBar(quote, facts);
  if (!quote || !bar) return null;
  const { price, session } = quote;
  return { low: Math.min(bar.low, price), high: Math.max(bar.high, price), price, date: session };
}

/** 52 weeks, the price of now among them. */
export function yearRange(quote: Quote | undefined, facts: Facts): PriceSpan | null {
  const known = facts?.price;
  if (!quote || !known) return null;
  const { price } = quote;
  const [low, high] = [Math.min(known.yearLow, price), Math.max(known.yearHigh, price)];
  return { low, high, price, date: known.yearFrom };
}

/** Null where no source counts it. */
export function sessionVolume(quote: Quote | undefined, facts: Facts): SessionVolume | null {
  const bar = sessionBar(quote, facts);
  return quote && bar && bar.volume > 0 ? { volume: bar.volume, date: quote.session } : null;
}

/** Money that changed hands, about: volume times price, in the quoted currency. */
export function turnover(quote: Quote | undefined, facts: Facts): number | null {
  const traded = sessionVolume(quote, facts);
  return quote && traded ? traded.volume * quote.price : null;
}

/** Where the price stands within its span, from 0 to 1; the middle where the span is a point. */
export function placeInSpan({ low, high, price }: PriceSpan): number {
  return high > low ? (price - low) / (high - low) : 0.5;
}

/** The change of the session in the quoted currency. */
export function changeOf(quote: Quote | undefined): number | null {
  return quote?.previousClose ? quote.price - quote.previousClose : null;
}

/** The change of the session as a fraction; null for a price of an older session, which says nothing of today. */
export function freshChange(quote: Quote | undefined): number | null {
  if (!quote || quote.state === 'stale' || quote.state === 'error') return null;
  return changeFraction(quote);
}

/** The bar under way, else the stored one of the quote's own session. */
function sessionBar(quote: Quote | undefined, facts: Facts): Bar | null {
  if (!quote) return null;
  if (quote.openBar) return quote.openBar;
  const stored = facts?.price?.lastBar;
  return stored && toDate(stored.time) === quote.session ? stored : null;
}
