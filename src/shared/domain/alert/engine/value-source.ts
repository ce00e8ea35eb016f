import type { LiveIndicator } from './live-indicator';
import type { SlotTable } from './slot-table';

/** Where the numbers of a measure come from; all of one shape, because each look reads them. */
export interface ValueSource {
  /** `value`: a number that somebody else sets. */
  readonly kind: 'price' | 'change' | 'volume' | 'indicator' | 'value';
  readonly slot: number;
  readonly indicator: LiveIndicator | null;
  /** Of `value`, whose `value` counts; else null. */
  readonly cell: { readonly value: number } | null;
}

/** What a measure has come to; NaN where that is not known. */
export function valueOf({ kind, slot, indicator, cell }: ValueSource, table: SlotTable): number {
  if (indicator !== null) return indicator.value;
  if (cell !== null) return cell.value;
  if (kind === 'volume') return table.volumeOf(slot);
  const price = table.priceOf(slot);
  return kind === 'price' ? price : (price / table.previousCloseOf(slot) - 1) * 100;
}

/** True for a measure that is a straight line over the price while a bar lasts; see {@link valueAtZero}. */
export function isStraight({ kind, indicator }: ValueSource): boolean {
  return kind === 'price' || kind === 'change' || (indicator?.isLinear ?? false);
}

/** What a straight measure would be at a price of 0; NaN where it is not known. */
export function valueAtZero({ kind, slot, indicator }: ValueSource, table: SlotTable): number {
  if (indicator !== null) return indicator.valueAtZero;
  if (kind === 'price') return 0;
  return table.previousCloseOf(slot) > 0 ? -100 : NaN;
}
