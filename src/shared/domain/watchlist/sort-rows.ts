import type { SortDirection } from './list-column';

/** What a row is sorted by; null where it has nothing to be sorted by. */
export type SortValue = number | string | null;

const collators = new Map<string, Intl.Collator>();

/**
 * The rows in order. Rows without a value (null, NaN) stand last in both directions; rows of the same
 * value keep the order that they came in.
 *
 * @param locale - BCP 47, of the language whose alphabet counts
 */
export function sortRows<Row>(
  rows: readonly Row[],
  valueOf: (row: Row) => SortValue,
  direction: SortDirection,
  locale: string,
): readonly Row[] {
  const sign = direction === 'ascending' ? 1 : -1;
  const collator = collatorOf(locale);
  return rows
    .map((row, index) => ({ row, index, value: present(valueOf(row)) }))
    .sort((one, other) => {
      if (one.value === null || other.value === null) {
        const missing = Number(one.value === null) - Number(other.value === null);
        return missing || one.index - other.index;
      }
      return sign * compare(one.value, other.value, collator) || one.index - other.index;
    })
    .map(({ row }) => row);
}

function present(value: SortValue): SortValue {
  return value === '' || (typeof value === 'number' && Number.isNaN(value)) ? null : value;
}

/** Numbers before words, where a column has both. */
function compare(one: number | string, other: number | string, collator: Intl.Collator): number {
  if (typeof one === 'string' && typeof other === 'string') return collator.compare(one, other);
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return typeof one === 'number' ? -1 : 1;
}

function collatorOf(locale: string): Intl.Collator {
  const collator = collators.get(locale) ?? new Intl.Collator(locale, { numeric: true });
  collators.set(locale, collator);
  return collator;
}
