import type { CalendarDate } from '../calendar/calendar-date';
import { majorUnit, unitFactor } from '../instrument/currency-unit';
import type { InstrumentId } from '../instrument/instrument';
import type { Quote, QuoteState } from '../quote/quote';

/** By what an amount is multiplied to be in another currency, and what that rests on. */
export interface CurrencyRate {
  readonly factor: number;
  /** Of the oldest quote that it is made of; null where it is so by definition (pence and pounds). */
  readonly date: CalendarDate | null;
  /** Of the quotes that it is made of, none twice. */
  readonly states: readonly QuoteState[];
  /** Pairs that it is made of, in their own spelling (`FOREX:USDHKD`). */
  readonly pairs: readonly InstrumentId[];
}

export type QuoteLookup = (
  pair: InstrumentId,
) => Pick<Quote, 'price' | 'session' | 'state'> | undefined;

const BY_DEFINITION = { date: null, states: [], pairs: [] } as const;
/** Most currencies are quoted against it and against no other. */
const MIDDLE = 'USD';

/**
 * The rate from one currency to another out of the quotes of currency pairs that there are: the pair
 * itself, else the inverse one, else over the US dollar. Null where they do not reach: a rate is never
 * made up. A quote that cannot be a price (state `error`) is none.
 */
export function currencyRate(from: string, to: string, quoteOf: QuoteLookup): CurrencyRate | null {
  const inMajor = unitFactor(from, majorUnit(from)) ?? 1;
  const toMinor = unitFactor(majorUnit(to), to) ?? 1;
  const rate = majorRate(majorUnit(from), majorUnit(to), quoteOf);
  return rate && { ...rate, factor: inMajor * rate.factor * toMinor };
}

/** The pairs that would give every rate into the currency, as a price source knows them. */
export function pairsInto(to: string, currencies: readonly string[]): readonly InstrumentId[] {
  const all = [...new Set([...currencies, to].map(majorUnit))].filter((each) => each !== MIDDLE);
  const needed =
    all.some((each) => each !== majorUnit(to)) || currencies.map(majorUnit).includes(MIDDLE);
  return needed ? all.map((currency): InstrumentId => `FOREX:${MIDDLE}${currency}`) : [];
}

function majorRate(from: string, to: string, quoteOf: QuoteLookup): CurrencyRate | null {
  if (from === to) return { factor: 1, ...BY_DEFINITION };
  const direct = pairRate(from, to, quoteOf);
  if (direct || from === MIDDLE || to === MIDDLE) return direct;
  const first = pairRate(from, MIDDLE, quoteOf);
  const second = pairRate(MIDDLE, to, quoteOf);
  return first && second && joined(first, second);
}

function pairRate(from: string, to: string, quoteOf: QuoteLookup): CurrencyRate | null {
  return (
    quoted(`FOREX:${from}${to}`, false, quoteOf) ?? quoted(`FOREX:${to}${from}`, true, quoteOf)
  );
}

function quoted(pair: InstrumentId, inverse: boolean, quoteOf: QuoteLookup): CurrencyRate | null {
  const quote = quoteOf(pair);
  if (!quote || quote.state === 'error' || !(quote.price > 0)) return null;
  const { price, session, state } = quote;
  return { factor: inverse ? 1 / price : price, date: session, states: [state], pairs: [pair] };
}

function joined(first: CurrencyRate, second: CurrencyRate): CurrencyRate {
  const dates = [first.date, second.date].filter((date) => date !== null).sort();
  return {
    factor: first.factor * second.factor,
    date: dates[0] ?? null,
    states: [...new Set([...first.states, ...second.states])],
    pairs: [...first.pairs, ...second.pairs],
  };
}
