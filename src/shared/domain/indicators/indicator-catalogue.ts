import { ATR } from './atr';
import { BOLLINGER } from './bollinger';
import { EMA } from './ema';
import type { Indicator, IndicatorParameter, IndicatorParams } from './indicator';
import { MACD } from './macd';
import { OBV } from './obv';
import { RSI } from './rsi';
import { SMA } from './sma';
import { STOCHASTIC } from './stochastic';
import { ANCHORED_VWAP, VWAP } from './vwap';
import { WMA } from './wma';

/**
 * Every indicator with one value a bar, in the order in which they are offered. `VOLUME_PROFILE` is
 * apart: it has its values by price.
 */
export const INDICATORS: readonly Indicator[] = [
  SMA,
  EMA,
  WMA,
  BOLLINGER,
  VWAP,
  ANCHORED_VWAP,
  RSI,
  MACD,
  ATR,
  STOCHASTIC,
  OBV,
];

/** Why parameters were refused. */
export type ParameterFault =
  | { readonly fault: 'unknown'; readonly id: string }
  | { readonly fault: 'not-a-number' | 'not-whole'; readonly id: string }
  | {
      readonly fault: 'out-of-bounds';
      readonly id: string;
      readonly min: number;
      readonly max: number;
    }
  /** `id` must be less than `other`. */
  | { readonly fault: 'not-ascending'; readonly id: string; readonly other: string };

export type ReadParameters =
  | { readonly ok: true; readonly params: IndicatorParams }
  | { readonly ok: false; readonly faults: readonly ParameterFault[] };

/** The indicator with an id; undefined where there is none, as in settings of a newer version. */
export function findIndicator(id: string): Indicator | undefined {
  return INDICATORS.find((indicator) => indicator.id === id);
}

/** Checks parameters and fills in the defaults of those that are missing. Refuses, and never corrects. */
export function readParameters(
  { parameters, ascending }: Pick<Indicator, 'parameters' | 'ascending'>,
  given: Readonly<Record<string, unknown>>,
): ReadParameters {
  const known = new Set(parameters.map(({ id }) => id));
  const faults: ParameterFault[] = Object.keys(given)
    .filter((id) => !known.has(id))
    .map((id) => ({ fault: 'unknown', id }));
  const params: Record<string, number> = {};
  for (const parameter of parameters) {
    const value = given[parameter.id] ?? parameter.default;
    const fault = faultOf(parameter, value);
    if (fault) faults.push(fault);
    else params[parameter.id] = value as number;
  }
  if (ascending && faults.length === 0) {
    const [id, other] = ascending;
    const isAscending = (params[id] as number) < (params[other] as number);
    if (!isAscending) faults.push({ fault: 'not-ascending', id, other });
  }
  return faults.length === 0 ? { ok: true, params } : { ok: false, faults };
}

function faultOf(
  { id, kind, min, max }: IndicatorParameter,
  value: unknown,
): ParameterFault | null {
  if (typeof value !== 'number' || Number.isNaN(value)) return { fault: 'not-a-number', id };
  if (value < min || value > max) return { fault: 'out-of-bounds', id, min, max };
  return kind === 'whole' && !Number.isInteger(value) ? { fault: 'not-whole', id } : null;
}
