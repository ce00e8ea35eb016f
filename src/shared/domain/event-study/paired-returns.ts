import { portableLog } from '../simulation/portable-math';
import type { PairedReturns } from './study-spec';

/** What a series holds: prices, or returns as fractions. */
export const SERIES_KINDS = ['prices', 'simple-returns', 'log-returns'] as const;
export type SeriesKind = (typeof SERIES_KINDS)[number];

/** How returns are made of prices: p1 / p0 - 1, or its logarithm ln(p1 / p0). */
export type ReturnForm = 'simple' | 'log';

/** Values by session key, keys strictly ascending; NaN where a value is missing. */
export interface DatedColumn {
  readonly keys: Float64Array;
  readonly values: Float64Array;
}

/**
 * The returns of two series on the sessions that both have.
 *
 * Prices are brought together before returns are made of them: where one of the two has no price, the
 * next return of both goes back to the last session that both had. Otherwise a security that was
 * suspended would be compared over a week with its market over a day.
 *
 * @param market - null for a model that needs none; the pair's market is then NaN
 * @param form - only for prices
 */
export function pairReturns(
  security: DatedColumn,
  market: DatedColumn | null,
  kind: SeriesKind,
  form: ReturnForm = 'simple',
): PairedReturns {
  const isKnown =
    kind === 'prices'
      ? (value: number) => value > 0 && value < Infinity
      : (value: number) => Number.isFinite(value);
  const pair = joinColumns(security, market, isKnown);
  if (kind !== 'prices') return pair;
  const length = Math.max(0, pair.keys.length - 1);
  const returnsOf = (prices: Float64Array): Float64Array =>
    Float64Array.from({ length }, (_, index) =>
      returnOf(prices[index] as number, prices[index + 1] as number, form),
    );
  return {
    keys: pair.keys.slice(1),
    security: returnsOf(pair.security),
    market: returnsOf(pair.market),
  };
}

function returnOf(before: number, after: number, form: ReturnForm): number {
  if (form === 'simple') return after / before - 1;
  return Number.isNaN(before) ? NaN : portableLog(after / before);
}

function joinColumns(
  security: DatedColumn,
  market: DatedColumn | null,
  isKnown: (value: number) => boolean,
): PairedReturns {
  const size = security.keys.length;
  const joined = {
    keys: new Float64Array(size),
    security: new Float64Array(size),
    market: new Float64Array(size).fill(NaN),
  };
  let length = 0;
  let other = 0;
  for (let index = 0; index < size; index++) {
    const key = security.keys[index] as number;
    const value = security.values[index] as number;
    if (!isKnown(value)) continue;
    if (market !== null) {
      while ((market.keys[other] as number) < key) other++;
      const beside = market.keys[other] === key ? (market.values[other] as number) : NaN;
      if (!isKnown(beside)) continue;
      joined.market[length] = beside;
    }
    joined.keys[length] = key;
    joined.security[length] = value;
    length++;
  }
  return {
    keys: joined.keys.slice(0, length),
    security: joined.security.slice(0, length),
    market: joined.market.slice(0, length),
  };
}
