import type { AlertTick } from '../firing';

const FIRST_ROOM = 64;

type Column = Float64Array<ArrayBuffer>;

/**
 * The last price of each slot as columns. A slot is one instrument for rules of one session filter:
 * those that hear regular prices only have another price before than those that hear all.
 */
export class SlotTable {
  length = 0;
  price: Column = new Float64Array(FIRST_ROOM);
  /** UTC milliseconds; NaN before the first price. */
  at: Column = new Float64Array(FIRST_ROOM);
  heardAt: Column = new Float64Array(FIRST_ROOM);
  previousClose: Column = new Float64Array(FIRST_ROOM);
  /** Units of the session so far; NaN where that is not known. */
  volume: Column = new Float64Array(FIRST_ROOM);
  session: Column = new Float64Array(FIRST_ROOM);
  /** While the price stays strictly between the two, nothing that depends on levels can happen. */
  quietLow: Column = new Float64Array(FIRST_ROOM);
  quietHigh: Column = new Float64Array(FIRST_ROOM);
  /** What the engine has to look at besides the two; all bits set before it knows. */
  flags = new Uint8Array(FIRST_ROOM);
  /** The price before the last of the slot that was looked at last. */
  private readonly prior = { slot: -1, at: NaN, heardAt: NaN, price: NaN, close: NaN, volume: NaN };

  add(): number {
    if (this.length === this.price.length) this.grow();
    const slot = this.length;
    this.length += 1;
    for (const name of NAMES) this[name][slot] = NaN;
    this.flags[slot] = 255;
    return slot;
  }

  put(
    slot: number,
    at: number,
    price: number,
    previousClose: number,
    volume: number,
    session: number,
    heardAt: number,
  ): void {
    this.price[slot] = price;
    this.at[slot] = at;
    this.previousClose[slot] = previousClose;
    this.volume[slot] = volume;
    this.session[slot] = session;
    this.heardAt[slot] = heardAt;
  }

  /** Remembers the last price of a slot before the next is put. */
  keepPrior(slot: number): void {
    const { prior } = this;
    prior.slot = slot;
    prior.at = this.at[slot] as number;
    prior.heardAt = this.heardAt[slot] as number;
    prior.price = this.price[slot] as number;
    prior.close = this.previousClose[slot] as number;
    prior.volume = this.volume[slot] as number;
  }

  /** The price before the last; of a slot that heard nothing just now its last. Null where there is none. */
  priorOf(slot: number): AlertTick | null {
    const { prior } = this;
    if (prior.slot !== slot) return this.tickAt(slot);
    return tickOf(prior.at, prior.heardAt, prior.price, prior.close, prior.volume);
  }

  /** The last price of a slot; null before the first. */
  tickAt(slot: number): AlertTick | null {
    return tickOf(
      this.at[slot] as number,
      this.heardAt[slot] as number,
      this.price[slot] as number,
      this.previousClose[slot] as number,
      this.volume[slot] as number,
    );
  }

  /** Prices are multiplied, units divided. */
  scale(slot: number, factor: number): void {
    this.price[slot] = (this.price[slot] as number) * factor;
    this.previousClose[slot] = (this.previousClose[slot] as number) * factor;
    this.volume[slot] = (this.volume[slot] as number) / factor;
  }

  private grow(): void {
    for (const name of NAMES) {
      const grown = new Float64Array(this.length * 2);
      grown.set(this[name]);
      this[name] = grown;
    }
    const flags = new Uint8Array(this.length * 2);
    flags.set(this.flags);
    this.flags = flags;
  }
}

const NAMES = [
  'price',
  'at',
  'heardAt',
  'previousClose',
  'volume',
  'session',
  'quietLow',
  'quietHigh',
] as const;

function tickOf(
  at: number,
  heardAt: number,
  price: number,
  previousClose: number,
  volume: number,
): AlertTick | null {
  if (Number.isNaN(at)) return null;
  return { at, heardAt, price, previousClose: orNull(previousClose), volume: orNull(volume) };
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
