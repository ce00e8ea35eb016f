import { RANGE_TOLERANCE } from '../bars-csv-row';
import { allocateSpans, splitCells } from '../csv-cells';
import { parseDecimal } from '../csv-decimal';
import type { InvalidRow } from './import-faults';
import type { BarsPlan, ColumnRole } from './import-plan';
import { parseNumberText } from './number-text';
import { splitPlainCells } from './plain-cells';
import { StampReader } from './stamp-reader';
import { utf8Text } from './utf8-text';
import type { WallZone } from './wall-zone';

const SPACE = 0x20;
const QUOTE = 0x22;
const CARRIAGE_RETURN = 0x0d;
const SECONDS_PER_DAY = 86_400;
const LONGEST_NUMBER = 64;
/** How sources write that they have no number. */
const NO_NUMBER = /^[+-]?(null|nan|n\/a|na|none|inf|infinity|--?)?$/i;
const MOST_CELLS = 512;

type Places = Readonly<Record<Exclude<ColumnRole, 'ignored'>, number>>;

/**
 * Reads rows by a plan, one after another into the same fields, so that a million rows make no
 * million objects. Rows are taken as they are, or refused; never repaired.
 */
export class ImportRow {
  /** UTC seconds of the bar's start; of a daily bar its session key. */
  time = 0;
  open = 0;
  high = 0;
  low = 0;
  close = 0;
  /** 0 where the file says nothing. */
  volume = 0;
  /** NaN where the file says nothing or nothing usable. */
  adjustedClose = NaN;
  /** True where the adjusted close is written and is no price. */
  badAdjustedClose = false;
  /** The later moment of a time that the wall clock shows twice; NaN for all other rows. */
  laterTime = NaN;
  /** True where the row says the time of day, and no offset with it. */
  leavesZoneOpen = false;
  /** Empty where the file has no such column. */
  symbol = '';

  private readonly spans;
  private readonly stamp;
  private readonly places: Places;
  private readonly separator;
  private readonly neededCells;
  private readonly isDaily;
  private split: typeof splitCells = splitCells;
  private bytes: Uint8Array = new Uint8Array(0);
  private symbolBytes: Uint8Array = new Uint8Array(0);

  constructor(
    private readonly plan: BarsPlan,
    private readonly zone: WallZone,
  ) {
    const { columns } = plan;
    const place = (role: ColumnRole): number => columns.indexOf(role);
    this.places = {
      ...{ date: place('date'), time: place('time'), open: place('open'), high: place('high') },
      ...{ low: place('low'), close: place('close'), adjustedClose: place('adjustedClose') },
      ...{ volume: place('volume'), symbol: place('symbol') },
    };
    const { date, time, open, high, low, close, symbol } = this.places;
    this.neededCells = Math.max(date, time, open, high, low, close, symbol) + 1;
    this.spans = allocateSpans(Math.min(MOST_CELLS, columns.length));
    this.separator = plan.separator.charCodeAt(0);
    this.stamp = new StampReader(plan.dateForm);
    this.isDaily = plan.interval === 'D';
  }

  /** @returns what is wrong with the row in `[start, end)`; null where it is a bar */
  read(bytes: Uint8Array, start: number, end: number): InvalidRow | null {
    if (bytes !== this.bytes) {
      this.bytes = bytes;
      // Looked for once in a chunk and not in every line of it.
      this.split = bytes.includes(QUOTE) ? splitCells : splitPlainCells;
    }
    const count = this.split(bytes, start, end, this.separator, this.spans);
    if (count < this.neededCells) return 'missing-cells';
    const { length } = this.plan.columns;
    // A cell too many comes from a separator inside a number; which of the cells it was is a guess.
    if (count > length && !this.isEmptyFrom(length, end)) return 'extra-cells';
    this.count = count;
    return this.readTime() ?? this.readNumbers() ?? this.checkRange() ?? this.readSymbol();
  }

  private count = 0;

  private readTime(): InvalidRow | null {
    const { stamp } = this;
    const { date, time } = this.places;
    if (!stamp.read(this.bytes, this.startOf(date), this.endOf(date))) return 'bad-date';
    if (time >= 0 && !this.isEmpty(time)) {
      if (!stamp.addTime(this.bytes, this.startOf(time), this.endOf(time))) return 'bad-time';
    }
    this.leavesZoneOpen = stamp.hasTime && Number.isNaN(stamp.offset);
    this.laterTime = NaN;
    return this.isDaily ? this.setSession() : this.setMoment();
  }

  /** A date as written is the session's, whatever time stands behind it; a moment needs the zone. */
  private setSession(): null {
    const { wall } = this.stamp;
    const isEpoch = this.plan.dateForm === 'epoch-s' || this.plan.dateForm === 'epoch-ms';
    this.time = isEpoch
      ? this.zone.dayAt(wall)
      : Math.floor(wall / SECONDS_PER_DAY) * SECONDS_PER_DAY;
    return null;
  }

  private setMoment(): InvalidRow | null {
    const { wall, offset, hasTime } = this.stamp;
    if (!hasTime) return 'bad-time';
    if (!Number.isNaN(offset)) {
      this.time = wall - offset;
      return null;
    }
    this.time = this.zone.toUtc(wall);
    if (Number.isNaN(this.time)) return 'no-such-time';
    this.laterTime = this.zone.laterOf(wall);
    return null;
  }

  private readNumbers(): InvalidRow | null {
    const { places } = this;
    this.open = this.numberIn(places.open);
    this.high = this.numberIn(places.high);
    this.low = this.numberIn(places.low);
    this.close = this.numberIn(places.close);
    this.volume = this.volumeIn(places.volume);
    // The sum is finite only where all five are: prices near the limit of doubles are not meant.
    const sum = this.open + this.high + this.low + this.close + this.volume;
    if (!Number.isFinite(sum) || this.volume < 0) return 'bad-number';
    this.readAdjustedClose(places.adjustedClose);
    return null;
  }

  private volumeIn(cell: number): number {
    if (this.isEmpty(cell)) return 0;
    const value = this.numberIn(cell, true);
    if (Number.isNaN(value) && this.saysNoNumber(cell)) return 0;
    // A volume of `-0` is a volume of 0.
    return value + 0;
  }

  private readAdjustedClose(cell: number): void {
    this.adjustedClose = NaN;
    this.badAdjustedClose = false;
    if (this.isEmpty(cell)) return;
    const value = this.numberIn(cell);
    if (value > 0 && Number.isFinite(value)) this.adjustedClose = value;
    else this.badAdjustedClose = true;
  }

  private checkRange(): InvalidRow | null {
    const { open, high, low, close } = this;
    if (!(open > 0 && high > 0 && low > 0 && close > 0)) return 'not-positive';
    if (high < low) return 'high-below-low';
    const highest = high * (1 + RANGE_TOLERANCE);
    const lowest = low * (1 - RANGE_TOLERANCE);
    const inside = open <= highest && close <= highest && open >= lowest && close >= lowest;
    return inside ? null : 'outside-range';
  }

  /** A file is one series: the first bar says of what. */
  private readSymbol(): InvalidRow | null {
    const { symbol } = this.places;
    if (symbol < 0) return null;
    const cell = this.bytes.subarray(this.startOf(symbol), this.endOf(symbol));
    if (this.symbol === '') {
      this.symbolBytes = cell.slice();
      this.symbol = utf8Text(cell, 0, cell.length);
      return null;
    }
    const { symbolBytes } = this;
    const isSame =
      cell.length === symbolBytes.length && cell.every((byte, at) => byte === symbolBytes[at]);
    return isSame ? null : 'other-symbol';
  }

  private numberIn(cell: number, scaled = false): number {
    const start = this.startOf(cell);
    const end = this.endOf(cell);
    if (this.plan.decimalMark === '.') {
      const plain = parseDecimal(this.bytes, start, end);
      if (!Number.isNaN(plain)) return plain;
    }
    if (end - start > LONGEST_NUMBER) return NaN;
    return parseNumberText(utf8Text(this.bytes, start, end), this.plan.decimalMark, scaled);
  }

  private saysNoNumber(cell: number): boolean {
    const start = this.startOf(cell);
    const end = this.endOf(cell);
    return end - start <= LONGEST_NUMBER && NO_NUMBER.test(utf8Text(this.bytes, start, end));
  }

  private isEmpty(cell: number): boolean {
    return cell < 0 || cell >= this.count || this.startOf(cell) === this.endOf(cell);
  }

  private isEmptyFrom(cell: number, end: number): boolean {
    for (let index = this.endOf(cell - 1); index < end; index++) {
      const byte = this.bytes[index] as number;
      const isNothing =
        byte === this.separator || byte === SPACE || byte === QUOTE || byte === CARRIAGE_RETURN;
      if (!isNothing) return false;
    }
    return true;
  }

  private startOf(cell: number): number {
    return this.spans.starts[cell] as number;
  }

  private endOf(cell: number): number {
    return this.spans.ends[cell] as number;
  }
}
