import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { LastPrice } from './alert-repository-port';

/**
 * The last price that rules heard of each instrument, whether it is theirs or one that a condition
 * names: what the next price is a step from.
 */
export class LastPrices {
  private readonly prices = new Map<InstrumentId, LastPrice>();

  /** Null before the first. */
  of(instrument: InstrumentId): LastPrice | null {
    return this.prices.get(instrument) ?? null;
  }

  /** One that is older than the last is left out. */
  hear(instrument: InstrumentId, price: LastPrice): void {
    const known = this.prices.get(instrument);
    if (known === undefined || price.at >= known.at) this.prices.set(instrument, price);
  }

  /** @param factor - what a price of before a split is multiplied by */
  scale(instrument: InstrumentId, factor: number): void {
    const known = this.prices.get(instrument);
    if (known) this.prices.set(instrument, scalePrice(known, factor));
  }

  forget(instrument: InstrumentId): void {
    this.prices.delete(instrument);
  }
}

/** The same price in the shares of after a split; units are divided. */
export function scalePrice(last: LastPrice, factor: number): LastPrice {
  const { price, previousClose, volume } = last;
  return {
    ...last,
    price: price * factor,
    previousClose: previousClose === null ? null : previousClose * factor,
    volume: volume === null ? null : volume / factor,
  };
}
