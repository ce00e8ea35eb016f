import { cleanLine, cleanText } from '../../../announcement/curation/clean-text';
import { isCalendarDate } from '../../../calendar/calendar-date';
import { FLAGS, type Lot, type TargetLevel } from '../../../watchlist/watchlist-document';
import { cutText } from '../cut-text';
import { LIST_LIMITS } from '../list-limits';
import type { RowField, RowWarning } from '../list-reading';
import type { RawDetails } from '../raw-list';
import { numberField, ownField, plainObject, type PlainObject } from './plain-value';

const CURRENCY = /^[A-Za-z]{3}$/;
const SHOWN_VALUE = 40;

/** Reads what an item of the app's own form keeps besides its symbol. */
export class ItemReader {
  readonly warnings: RowWarning[] = [];

  details(item: PlainObject): Partial<RawDetails> {
    return {
      note: this.text('note', ownField(item, 'note'), LIST_LIMITS.note, cleanText),
      flags: this.flags(ownField(item, 'flags')),
      targets: this.entries('targets', ownField(item, 'targets'), LIST_LIMITS.targets, (entry) =>
        this.target(entry),
      ),
      lots: this.entries('lots', ownField(item, 'lots'), LIST_LIMITS.lots, (entry) =>
        this.lot(entry),
      ),
    };
  }

  private flags(value: unknown): RawDetails['flags'] {
    const given: readonly unknown[] = Array.isArray(value) ? value : [];
    const others = given.filter((flag) => !FLAGS.some((known) => known === flag));
    if (others.length > 0 || (value !== undefined && !Array.isArray(value))) {
      this.leaveOut('flags', others[0] ?? value);
    }
    return FLAGS.filter((flag) => given.includes(flag));
  }

  private entries<Entry>(
    field: RowField,
    value: unknown,
    most: number,
    read: (entry: PlainObject) => Entry | null,
  ): readonly Entry[] {
    if (value === undefined) return [];
    if (!Array.isArray(value)) {
      this.leaveOut(field, value);
      return [];
    }
    if (value.length > most) this.warnings.push({ kind: 'entries-left-out', field, most });
    return value.slice(0, most).flatMap((each: unknown) => {
      const object = plainObject(each);
      const entry = object === null ? null : read(object);
      if (entry !== null) return [entry];
      this.leaveOut(field, each);
      return [];
    });
  }

  private target(entry: PlainObject): TargetLevel | null {
    const price = numberField(ownField(entry, 'price'));
    if (price === null || price <= 0) return null;
    const label = this.text('targets', ownField(entry, 'label'), LIST_LIMITS.label, cleanLine);
    return { price, label };
  }

  private lot(entry: PlainObject): Lot | null {
    const quantity = numberField(ownField(entry, 'quantity'));
    if (quantity === null || quantity === 0) return null;
    const date = ownField(entry, 'date') ?? null;
    const currency = ownField(entry, 'currency') ?? null;
    const isDate = typeof date === 'string' && isCalendarDate(date);
    const isCurrency = typeof currency === 'string' && CURRENCY.test(currency);
    if (date !== null && !isDate) this.leaveOut('date', date);
    if (currency !== null && !isCurrency) this.leaveOut('currency', currency);
    return {
      quantity,
      price: this.number('price', ownField(entry, 'price')),
      currency: isCurrency ? currency : null,
      date: isDate ? date : null,
      commission: this.number('commission', ownField(entry, 'commission')),
      comment: this.text('comment', ownField(entry, 'comment'), LIST_LIMITS.comment, cleanText),
    };
  }

  private number(field: 'price' | 'commission', value: unknown): number | null {
    const number = numberField(value);
    const isOdd = field === 'price' && number !== null && number < 0;
    if (value !== undefined && value !== null && (number === null || isOdd))
      this.leaveOut(field, value);
    return isOdd ? null : number;
  }

  private text(
    field: RowField,
    value: unknown,
    longest: number,
    clean: (text: string) => string,
  ): string {
    if (value === undefined || value === null) return '';
    if (typeof value !== 'string') {
      this.leaveOut(field, value);
      return '';
    }
    const text = clean(value);
    if (text.length <= longest) return text;
    this.warnings.push({ kind: 'text-cut', field, longest });
    return cutText(text, longest);
  }

  private leaveOut(field: RowField, value: unknown): void {
    const shown = cleanLine(JSON.stringify(value ?? null)).slice(0, SHOWN_VALUE);
    this.warnings.push({ kind: 'value-left-out', field, value: shown });
  }
}
