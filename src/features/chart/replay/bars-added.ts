import { type Bar, barAt, type BarColumns } from '../../../shared/domain/candle/bar-columns';

/** More at once are quicker shown as another series. */
const MOST_ADDED = 8;

/**
 * The bars that a replay has gone on by: those of `next` behind the last of `before`, where both are
 * views of the same columns; null where it is another series, a shorter one or much longer.
 */
export function barsAdded(before: BarColumns | null, next: BarColumns): readonly Bar[] | null {
  if (before === null || before.time.buffer !== next.time.buffer) return null;
  if (before.time.byteOffset !== next.time.byteOffset || before.length === 0) return null;
  const added = next.length - before.length;
  if (added <= 0 || added > MOST_ADDED) return null;
  return Array.from({ length: added }, (_, i) => barAt(next, before.length + i) as Bar);
}
