import type { AlertTick } from '../firing';
import { heardTick } from '../heard-tick';
import type { LiveBars } from './live-bars';
import { PriorPrice } from './prior-price';

/** Places in the row of a slot. */
const PRICE = 0;
const AT = 1;
const HEARD_AT = 2;
const PREVIOUS_CLOSE = 3;
const VOLUME = 4;
const SESSION = 5;
const QUIET_LOW = 6;
const QUIET_HIGH = 7;
const QUIET_VOLUME = 8;
const QUIET_UNTIL = 9;
const UNTOLD_LOW = 10;
const UNTOLD_HIGH = 11;
const TOLD_VOLUME = 12;
const LEVEL_BELOW = 13;
const LEVEL_ABOVE = 14;
const VOLUME_AHEAD = 15;
/** Two lines of the processor's cache. */
const ROW = 16;
const FIRST_ROWS = 64;

/** See {@link SlotTable.quiet}; NaN where every price has to be looked at. */
export interface QuietBounds {
  readonly low: number;
  readonly high: number;
  readonly volume: number;
}

/**
 * The last price of each slot, and the bounds within which the next one changes nothing. A slot is one
 * instrument for rules of one session filter: those that hear regular prices only have another price
 * before than those that hear all. Numbers lie in rows, because a price needs nearly all of its slot.
 */
export class SlotTable {
  private rows = new Float64Array(FIRST_ROWS * ROW);
  private length = 0;
  private readonly prior = new PriorPrice();

  add(): number {
    const slot = this.length;
    if ((slot + 1) * ROW > this.rows.length) {
      const grown = new Float64Array(this.rows.length * 2);
      grown.set(this.rows);
      this.rows = grown;
    }
    this.length += 1;
    this.rows.fill(NaN, slot * ROW, (slot + 1) * ROW);
    return slot;
  }

  priceOf(slot: number): number {
    return this.rows[slot * ROW + PRICE] as number;
  }

  /** UTC milliseconds; NaN before the first price. */
  atOf(slot: number): number {
    return this.rows[slot * ROW + AT] as number;
  }

  previousCloseOf(slot: number): number {
    return this.rows[slot * ROW + PREVIOUS_CLOSE] as number;
  }

  /** Units of the session so far; NaN where that is not known. */
  volumeOf(slot: number): number {
    return this.rows[slot * ROW + VOLUME] as number;
  }

  sessionOf(slot: number): number {
    return this.rows[slot * ROW + SESSION] as number;
  }

  /**
   * Takes in a price within the bounds of {@link quiet}.
   *
   * @returns false for one that has to be looked at: nothing has happened yet
   */
  hearQuietly(
    slot: number,
    at: number,
    price: number,
    previousClose: number,
    volume: number,
    session: number,
    heardAt: number,
  ): boolean {
    const { rows } = this;
    const row = slot * ROW;
    if (!(at < (rows[row + QUIET_UNTIL] as number) && at >= (rows[row + AT] as number)))
      return false;
    if (session !== rows[row + SESSION]) return false;
    if (!this.isQuiet(slot, price, previousClose, volume)) return false;
    rows[row + PRICE] = price;
    rows[row + AT] = at;
    rows[row + HEARD_AT] = heardAt;
    rows[row + VOLUME] = volume;
    if (price < (rows[row + UNTOLD_LOW] as number)) rows[row + UNTOLD_LOW] = price;
    if (price > (rows[row + UNTOLD_HIGH] as number)) rows[row + UNTOLD_HIGH] = price;
    return true;
  }

  /** True where a price is within the bounds of {@link quiet}, whatever the time. */
  isQuiet(slot: number, price: number, previousClose: number, volume: number): boolean {
    const { rows } = this;
    const row = slot * ROW;
    if (!(price > (rows[row + QUIET_LOW] as number))) return false;
    if (!(price < (rows[row + QUIET_HIGH] as number))) return false;
    if (!isSame(previousClose, rows[row + PREVIOUS_CLOSE] as number)) return false;
    return this.goesOn(slot, volume) && !(volume >= (rows[row + QUIET_VOLUME] as number));
  }

  /** True where a volume is one more of the same count: it has not fallen, and is known as before. */
  goesOn(slot: number, volume: number): boolean {
    const before = this.rows[slot * ROW + VOLUME] as number;
    return volume >= before || (volume !== volume && before !== before);
  }

  /**
   * From here on nothing can happen while the price stays strictly between `low` and `high` and the
   * volume below `volume` without falling, as long as {@link quietUntil} lasts.
   */
  quiet(slot: number, low: number, high: number, volume: number): void {
    const row = slot * ROW;
    this.rows[row + QUIET_LOW] = low;
    this.rows[row + QUIET_HIGH] = high;
    this.rows[row + QUIET_VOLUME] = volume;
  }

  /** Sets the fixed levels next to the last price, and the next volume of one. */
  setLevels(slot: number, below: number, above: number, volume: number): void {
    const row = slot * ROW;
    this.rows[row + LEVEL_BELOW] = below;
    this.rows[row + LEVEL_ABOVE] = above;
    this.rows[row + VOLUME_AHEAD] = volume;
  }

  /** True for a price and a volume that reach none of {@link setLevels}. */
  isBetweenLevels(slot: number, price: number, volume: number): boolean {
    const { rows } = this;
    const row = slot * ROW;
    if (!(price > (rows[row + LEVEL_BELOW] as number))) return false;
    if (!(price < (rows[row + LEVEL_ABOVE] as number))) return false;
    return this.goesOn(slot, volume) && !(volume >= (rows[row + VOLUME_AHEAD] as number));
  }

  /** Sets what {@link quiet} says to what lies between the levels and within the bands of some rules. */
  quietWithin(slot: number, bands: readonly { readonly band: QuietBounds }[]): void {
    const row = slot * ROW;
    let low = this.rows[row + LEVEL_BELOW] as number;
    let high = this.rows[row + LEVEL_ABOVE] as number;
    let volume = this.rows[row + VOLUME_AHEAD] as number;
    for (const { band } of bands) {
      // One that is closed has bounds that are no numbers, and so closes them all.
      low = Math.max(low, band.low);
      high = Math.min(high, band.high);
      volume = Math.min(volume, band.volume);
    }
    this.quiet(slot, low, high, volume);
  }

  /** @param at - UTC milliseconds; NaN where every price has to be looked at */
  quietUntil(slot: number, at: number): void {
    this.rows[slot * ROW + QUIET_UNTIL] = at;
  }

  /** The next price has to be looked at. */
  unsettle(slot: number): void {
    this.quiet(slot, NaN, NaN, NaN);
    this.quietUntil(slot, NaN);
  }

  /** Takes in a price that was looked at; bars have to be told of it by whoever did. */
  put(
    slot: number,
    at: number,
    price: number,
    previousClose: number,
    volume: number,
    session: number,
    heardAt: number,
  ): void {
    const { rows } = this;
    const row = slot * ROW;
    rows[row + PRICE] = price;
    rows[row + AT] = at;
    rows[row + HEARD_AT] = heardAt;
    rows[row + PREVIOUS_CLOSE] = previousClose;
    rows[row + VOLUME] = volume;
    rows[row + SESSION] = session;
    this.tell(slot);
  }

  /** Tells bars of the prices that went by without being looked at. */
  tellUntold(slot: number, bars: readonly LiveBars[]): void {
    const row = slot * ROW;
    const low = this.rows[row + UNTOLD_LOW] as number;
    const high = this.rows[row + UNTOLD_HIGH] as number;
    if (!(low <= high)) return;
    // Within quiet bounds it does not fall, so that the sum of its steps is the step from end to end.
    const traded = this.volumeOf(slot) - (this.rows[row + TOLD_VOLUME] as number);
    this.tell(slot);
    const last = this.priceOf(slot);
    for (const each of bars) each.hearMore(low, high, last, traded > 0 ? traded : 0);
  }

  /** Remembers the last price of a slot before the next is put. */
  keepPrior(slot: number): void {
    const { prior, rows } = this;
    const row = slot * ROW;
    prior.slot = slot;
    prior.at = rows[row + AT] as number;
    prior.heardAt = rows[row + HEARD_AT] as number;
    prior.price = rows[row + PRICE] as number;
    prior.previousClose = rows[row + PREVIOUS_CLOSE] as number;
    prior.volume = rows[row + VOLUME] as number;
  }

  /** What happens next happens without a price. */
  forgetPrior(): void {
    this.prior.forget();
  }

  /** The price before the last; of a slot that heard nothing just now its last. Null where there is none. */
  priorOf(slot: number): AlertTick | null {
    return this.prior.slot === slot ? this.prior.tick() : this.tickAt(slot);
  }

  /** The last price of a slot; null before the first. */
  tickAt(slot: number): AlertTick | null {
    const at = this.atOf(slot);
    if (Number.isNaN(at)) return null;
    return heardTick({
      at,
      heardAt: this.rows[slot * ROW + HEARD_AT] as number,
      price: this.priceOf(slot),
      previousClose: this.previousCloseOf(slot),
      volume: this.volumeOf(slot),
    });
  }

  /** Prices are multiplied, units divided. */
  scale(slot: number, factor: number): void {
    const { rows } = this;
    const row = slot * ROW;
    rows[row + PRICE] = this.priceOf(slot) * factor;
    rows[row + PREVIOUS_CLOSE] = this.previousCloseOf(slot) * factor;
    rows[row + VOLUME] = this.volumeOf(slot) / factor;
    this.tell(slot);
  }

  private tell(slot: number): void {
    const row = slot * ROW;
    this.rows[row + UNTOLD_LOW] = Infinity;
    this.rows[row + UNTOLD_HIGH] = -Infinity;
    this.rows[row + TOLD_VOLUME] = this.rows[row + VOLUME] as number;
  }
}

/** Two unknown numbers are the same. */
function isSame(one: number, other: number): boolean {
  return one === other || (one !== one && other !== other);
}
