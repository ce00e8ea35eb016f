import { DATE_FORMS, type DateForm } from './import-plan';
import { StampReader } from './stamp-reader';
import { utf8Bytes } from './utf8-text';

/** At least this share of the cells must be dates. */
const MOST = 0.5;
const EARLIEST = Date.UTC(1900, 0, 1) / 1000;
const LATEST = Date.UTC(2100, 0, 1) / 1000;
/** A moment before 1980 is more likely another number. */
const EARLIEST_EPOCH = Date.UTC(1980, 0, 1) / 1000;

export interface SniffedDates {
  /** The forms in which most cells are dates, the likeliest first; empty where there is none. */
  readonly forms: readonly DateForm[];
  /** Index of the first cell that is a date: what stands before it is no row. */
  readonly first: number;
}

/** Reads the date cells of the first rows in every form. */
export function sniffDateForms(cells: readonly string[]): SniffedDates {
  const scores = DATE_FORMS.map((form) => ({ form, ...countDates(cells, form) }));
  const best = Math.max(0, ...scores.map(({ count }) => count));
  if (best === 0 || best < cells.length * MOST) return { forms: [], first: 0 };
  const equal = scores.filter(({ count }) => count === best);
  return { forms: equal.map(({ form }) => form), first: equal[0]?.first ?? 0 };
}

function countDates(
  cells: readonly string[],
  form: DateForm,
): { readonly count: number; readonly first: number } {
  const reader = new StampReader(form);
  const earliest = form.startsWith('epoch') ? EARLIEST_EPOCH : EARLIEST;
  let count = 0;
  let first = -1;
  for (const [index, cell] of cells.entries()) {
    const bytes = utf8Bytes(cell);
    const isDate = reader.read(bytes, 0, bytes.length);
    if (!isDate || reader.wall < earliest || reader.wall >= LATEST) continue;
    count++;
    if (first < 0) first = index;
  }
  return { count, first: Math.max(0, first) };
}
