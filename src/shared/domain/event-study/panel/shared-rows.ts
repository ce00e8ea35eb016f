import { lowerBound } from '../../candle/bar-columns';
import { isSameRun } from './residual-groups';

/**
 * The rows of two columns of keys that stand for the same sessions, one beside the other: a stretch
 * without holes on either side, by its first rows, or a list.
 */
export type SharedRows =
  | { readonly kind: 'stretch'; readonly length: number; readonly from: readonly [number, number] }
  | {
      readonly kind: 'list';
      readonly length: number;
      readonly rows: readonly [Uint32Array, Uint32Array];
    };

/** @param one - ascending keys, as are `other` */
export function sharedRows(one: Float64Array, other: Float64Array): SharedRows {
  const start = Math.max(one[0] as number, other[0] as number);
  const end = Math.min(one[one.length - 1] as number, other[other.length - 1] as number);
  const oneFrom = rowAt(one, start);
  const otherFrom = rowAt(other, start);
  const length = rowAt(one, end + 1) - oneFrom;
  const otherLength = rowAt(other, end + 1) - otherFrom;
  if (length <= 0 || otherLength <= 0) return { kind: 'stretch', length: 0, from: [0, 0] };
  if (length === otherLength && isSameRun(one, oneFrom, other, otherFrom, length)) {
    return { kind: 'stretch', length, from: [oneFrom, otherFrom] };
  }
  return listRows(one, oneFrom, other, otherFrom, Math.min(length, otherLength));
}

function listRows(
  one: Float64Array,
  oneFrom: number,
  other: Float64Array,
  otherFrom: number,
  most: number,
): SharedRows {
  const rows = [new Uint32Array(most), new Uint32Array(most)] as const;
  let length = 0;
  for (let left = oneFrom, right = otherFrom; left < one.length && right < other.length;) {
    const difference = (one[left] as number) - (other[right] as number);
    if (difference === 0) {
      rows[0][length] = left;
      rows[1][length] = right;
      length++;
    }
    if (difference <= 0) left++;
    if (difference >= 0) right++;
  }
  return {
    kind: 'list',
    length,
    rows: [rows[0].subarray(0, length), rows[1].subarray(0, length)],
  };
}

function rowAt(keys: Float64Array, key: number): number {
  return lowerBound({ time: keys, length: keys.length }, key);
}
