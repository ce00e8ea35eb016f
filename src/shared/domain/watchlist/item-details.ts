import {
  FLAGS,
  type Flag,
  type ItemDetails,
  type Lot,
  NO_DETAILS,
  type TargetLevel,
} from './watchlist-document';

/** Each colour once, in the order of {@link FLAGS}. */
export function orderFlags(flags: readonly Flag[]): readonly Flag[] {
  if (flags.length === 0) return NO_DETAILS.flags;
  return FLAGS.filter((flag) => flags.includes(flag));
}

/** Only the details of something that has more. */
export function detailsOf({ note, flags, targets, lots }: ItemDetails): ItemDetails {
  return { note, flags, targets, lots };
}

export function hasDetails({ note, flags, targets, lots }: ItemDetails): boolean {
  return note !== '' || flags.length > 0 || targets.length > 0 || lots.length > 0;
}

export function isSameDetails(one: ItemDetails, other: ItemDetails): boolean {
  return one === other || detailsText(one) === detailsText(other);
}

/**
 * What two lines on one instrument say together; what both say stands once, so that a file can be
 * taken in again.
 */
export function mergeDetails(old: ItemDetails, more: ItemDetails): ItemDetails {
  return {
    note: mergeNotes(old.note, more.note),
    flags: orderFlags([...old.flags, ...more.flags]),
    targets: withNew(old.targets, more.targets, targetText),
    lots: withNew(old.lots, more.lots, lotText),
  };
}

function mergeNotes(old: string, more: string): string {
  const isThere = more === '' || `\n${old}\n`.includes(`\n${more}\n`);
  if (isThere) return old;
  return old === '' ? more : `${old}\n${more}`;
}

function withNew<Row>(
  old: readonly Row[],
  more: readonly Row[],
  textOf: (row: Row) => string,
): readonly Row[] {
  const known = new Set(old.map(textOf));
  const fresh = more.filter((row) => !known.has(textOf(row)));
  return fresh.length === 0 ? old : [...old, ...fresh];
}

const targetText = ({ price, label }: TargetLevel): string => JSON.stringify([price, label]);

const lotText = ({ quantity, price, currency, date, commission, comment }: Lot): string =>
  JSON.stringify([quantity, price, currency, date, commission, comment]);

function detailsText({ note, flags, targets, lots }: ItemDetails): string {
  return JSON.stringify([note, flags, targets.map(targetText), lots.map(lotText)]);
}
