import type { CurrencyRate } from './currency-rate';
import type { Lot } from './watchlist-document';

/**
 * What the user holds of an instrument, in one currency. `cost` is what was paid less what sales
 * brought, commissions included, so that `gain` is the whole gain, kept and realised alike. What is
 * not known (a lot without a price, a currency without a rate) is null and never guessed.
 */
export interface Holding {
  readonly quantity: number;
  readonly cost: number | null;
  readonly value: number | null;
  readonly gain: number | null;
  /** `gain` against all that was paid for purchases. */
  readonly gainFraction: number | null;
  /** Rates that went in, apart from those by definition. */
  readonly rates: readonly CurrencyRate[];
  /** Currencies that no rate leads from. */
  readonly withoutRate: readonly string[];
}

export interface HoldingOptions {
  readonly lots: readonly Lot[];
  /** In {@link currency}; null where none is known. */
  readonly price: number | null;
  /** The instrument's own. */
  readonly currency: string;
  /** What all is expressed in. */
  readonly into: string;
  readonly rateOf: (from: string, to: string) => CurrencyRate | null;
}

/** Null where no lot is kept. */
export function holdingOf({ lots, price, currency, into, rateOf }: HoldingOptions): Holding | null {
  if (lots.length === 0) return null;
  const rates = new Map<string, CurrencyRate | null>();
  const convert = (amount: number | null, from: string): number | null => {
    if (!rates.has(from)) rates.set(from, rateOf(from, into));
    const rate = rates.get(from);
    return amount === null || !rate ? null : amount * rate.factor;
  };
  const quantity = sum(lots.map((lot) => lot.quantity)) ?? 0;
  const value = convert(price === null ? null : price * quantity, currency);
  const paid = lots.map((lot) => convert(paidFor(lot), lot.currency ?? currency));
  const cost = sum(paid);
  const spent = sum(paid.filter((_, index) => (lots[index]?.quantity ?? 0) > 0));
  const gain = value === null || cost === null ? null : value - cost;
  return {
    ...{ quantity, cost, value, gain },
    gainFraction: gain === null || !spent ? null : gain / spent,
    rates: [...rates.values()].flatMap((rate) => (rate && rate.date !== null ? [rate] : [])),
    withoutRate: [...rates].filter(([, rate]) => rate === null).map(([from]) => from),
  };
}

/** Together, as far as each is known; `partial` where one lacks. Null where nothing is held. */
export function sumHoldings(holdings: readonly (Holding | null)[]): {
  readonly value: number;
  readonly gain: number;
  readonly partial: boolean;
} | null {
  const held = holdings.filter((holding) => holding !== null);
  if (held.length === 0) return null;
  return {
    value: held.reduce((all, { value }) => all + (value ?? 0), 0),
    gain: held.reduce((all, { gain }) => all + (gain ?? 0), 0),
    partial: held.some(({ value, gain }) => value === null || gain === null),
  };
}

/** Negative for a sale. */
function paidFor({ quantity, price, commission }: Lot): number | null {
  return price === null ? null : quantity * price + (commission ?? 0);
}

function sum(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>(
    (all, value) => (all === null || value === null ? null : all + value),
    0,
  );
}
