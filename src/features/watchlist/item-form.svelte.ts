import { isCalendarDate } from '../../shared/domain/calendar/calendar-date';
import {
  FLAGS,
  type Flag,
  type ItemDetails,
  type Lot,
  NO_DETAILS,
  type TargetLevel,
} from '../../shared/domain/watchlist/watchlist-document';

/** In the order in which they are written. */
export const LOT_FIELDS = [
  'quantity',
  'price',
  'currency',
  'date',
  'commission',
  'comment',
] as const;
export type LotField = (typeof LOT_FIELDS)[number];
type LotText = Record<LotField, string>;

export type ItemFault = 'targetPrice' | 'quantity' | 'price' | 'currency' | 'date' | 'commission';

export type ReadItem =
  | { readonly ok: true; readonly details: ItemDetails }
  /** `row` counts from 1. */
  | { readonly ok: false; readonly fault: ItemFault; readonly row: number };

const NO_LOT: LotText = {
  ...{ quantity: '', price: '', currency: '', date: '', commission: '', comment: '' },
};
const CURRENCY = /^[A-Za-z]{3}$/;

/** What the user writes about an instrument, as text until it is read. */
export class ItemForm {
  readonly #kept: ItemDetails;
  note = $state('');
  flags = $state.raw<readonly Flag[]>([]);
  targets = $state<{ price: string; label: string }[]>([]);
  lots = $state<LotText[]>([]);

  constructor(kept: ItemDetails | null) {
    this.#kept = kept ?? NO_DETAILS;
    this.note = this.#kept.note;
    this.flags = this.#kept.flags;
    this.targets = this.#kept.targets.map(({ price, label }) => ({ price: String(price), label }));
    this.lots = this.#kept.lots.map(written);
  }

  toggle(flag: Flag): void {
    this.flags = FLAGS.filter((each) => this.flags.includes(each) !== (each === flag));
  }

  addTarget(): void {
    this.targets.push({ price: '', label: '' });
  }

  dropTarget(index: number): void {
    this.targets.splice(index, 1);
  }

  addLot(): void {
    this.lots.push({ ...NO_LOT });
  }

  dropLot(index: number): void {
    this.lots.splice(index, 1);
  }

  /** Rows in which nothing is written are left out. The first fault counts. */
  read(): ReadItem {
    const targets: TargetLevel[] = [];
    for (const [index, { price, label }] of this.targets.entries()) {
      if (price.trim() === '' && label.trim() === '') continue;
      const amount = readNumber(price);
      if (amount === null || amount < 0) return { ok: false, fault: 'targetPrice', row: index + 1 };
      targets.push({ price: amount, label: label.trim() });
    }
    const lots: Lot[] = [];
    for (const [index, lot] of this.lots.entries()) {
      if (LOT_FIELDS.every((field) => lot[field].trim() === '')) continue;
      const fault = faultOf(lot);
      if (fault !== null) return { ok: false, fault, row: index + 1 };
      lots.push(readLot(lot));
    }
    const { note, flags } = this;
    return { ok: true, details: { note: note.trim(), flags, targets, lots } };
  }

  /** What differs from what is kept; null where nothing does. */
  changes(details: ItemDetails): Partial<ItemDetails> | null {
    const same = (name: keyof ItemDetails): boolean =>
      JSON.stringify(details[name]) === JSON.stringify(this.#kept[name]);
    const names = (Object.keys(details) as (keyof ItemDetails)[]).filter((name) => !same(name));
    if (names.length === 0) return null;
    return Object.fromEntries(names.map((name) => [name, details[name]]));
  }
}

function written(lot: Lot): LotText {
  const text = (value: number | string | null): string => (value === null ? '' : String(value));
  return {
    ...{ quantity: text(lot.quantity), price: text(lot.price), currency: text(lot.currency) },
    ...{ date: text(lot.date), commission: text(lot.commission), comment: lot.comment },
  };
}

function faultOf({ quantity, price, currency, date, commission }: LotText): ItemFault | null {
  const isAmount = (text: string): boolean => text.trim() === '' || readNumber(text) !== null;
  if (!readNumber(quantity)) return 'quantity';
  if (!isAmount(price) || (readNumber(price) ?? 0) < 0) return 'price';
  if (currency.trim() !== '' && !CURRENCY.test(currency.trim())) return 'currency';
  if (date.trim() !== '' && !isCalendarDate(date.trim())) return 'date';
  return isAmount(commission) ? null : 'commission';
}

function readLot(lot: LotText): Lot {
  const orNone = (text: string): string | null => (text.trim() === '' ? null : text.trim());
  const currency = orNone(lot.currency);
  return {
    quantity: readNumber(lot.quantity) ?? 0,
    price: readNumber(lot.price),
    // Pence and pounds differ by their small letter alone.
    currency: currency !== null && /^[a-z]+$/.test(currency) ? currency.toUpperCase() : currency,
    date: orNone(lot.date),
    commission: readNumber(lot.commission),
    comment: lot.comment.trim(),
  };
}

/** A point for decimals, commas and spaces between thousands. Null where it is none. */
function readNumber(text: string): number | null {
  const plain = text.trim().replace(/[\s\u00a0]/g, '');
  if (!/^[-+\u2212]?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?$/.test(plain) || !/\d/.test(plain)) return null;
  return Number(plain.replaceAll(',', '').replace('\u2212', '-'));
}
