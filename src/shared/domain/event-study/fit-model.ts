import type { UnmeasuredReason } from './event-measure';
import type { PairedReturns, StudyModel } from './study-spec';

/**
 * A model fitted on an estimation window. Formulas: A. MacKinlay, Journal of Economic Literature 35,
 * 1997, and J. Campbell, A. Lo and A. MacKinlay, The Econometrics of Financial Markets, chapter 4.
 */
export interface FittedModel {
  readonly alpha: number;
  readonly beta: number;
  /** Returns of the window, L. */
  readonly length: number;
  /** L less the parameters that were estimated. */
  readonly degrees: number;
  /** Sum of squared residuals / degrees; 0 where the model leaves nothing but rounding. */
  readonly variance: number;
  readonly residuals: Float64Array;
  /** Returns of the security that are exactly 0. */
  readonly zeroReturns: number;
  /** What a forecast's error adds to the error of the return itself. */
  readonly forecast: ForecastTerms;
}

/** Terms of C = 1 + mean + (Rm - centre)^2 spread, and of its sum over a window. */
export interface ForecastTerms {
  /** 1 / L where a mean was estimated, else 0. */
  readonly mean: number;
  readonly centre: number;
  /** 1 / Sxx where a slope was estimated, else 0. */
  readonly spread: number;
}

/** Parameters that each model estimates; a market-adjusted return has none. */
export const ESTIMATED: Readonly<Record<StudyModel, number>> = {
  market: 2,
  mean: 1,
  'market-adjusted': 0,
};

/** Sums of squares below this part of what they are taken from are rounding. */
const ROUNDING = 1e-24;

/**
 * Fits a model on the rows `from` (included) to `to` (excluded).
 *
 * The market-adjusted model takes 0 and 1 as given, so that its residuals are Rm-adjusted returns as
 * they are and their variance is their mean square, with L degrees of freedom.
 */
export function fitModel(
  model: StudyModel,
  { security, market }: PairedReturns,
  from: number,
  to: number,
): FittedModel | UnmeasuredReason {
  const length = to - from;
  const degrees = length - ESTIMATED[model];
  if (length < 1 || degrees < 1) return 'too-few-returns';
  if (model !== 'mean' && Number.isNaN(market[from])) return 'no-market';
  const own = security.subarray(from, to);
  const others = market.subarray(from, to);
  if (model === 'market') return fitMarket(own, others, degrees);
  const alpha = model === 'mean' ? meanOf(own) : 0;
  const beta = model === 'mean' ? 0 : 1;
  return {
    alpha,
    beta,
    length,
    degrees,
    ...residualsOf(own, others, alpha, beta, degrees),
    forecast: { mean: model === 'mean' ? 1 / length : 0, centre: 0, spread: 0 },
  };
}

function fitMarket(
  own: Float64Array,
  market: Float64Array,
  degrees: number,
): FittedModel | UnmeasuredReason {
  const length = own.length;
  const ownMean = meanOf(own);
  const centre = meanOf(market);
  let sxx = 0;
  let sxy = 0;
  let squares = 0;
  for (let index = 0; index < length; index++) {
    const value = market[index] as number;
    const distance = value - centre;
    sxx += distance * distance;
    sxy += distance * ((own[index] as number) - ownMean);
    squares += value * value;
  }
  if (!(sxx > ROUNDING * squares)) return 'market-constant';
  const beta = sxy / sxx;
  const alpha = ownMean - beta * centre;
  return {
    alpha,
    beta,
    length,
    degrees,
    ...residualsOf(own, market, alpha, beta, degrees),
    forecast: { mean: 1 / length, centre, spread: 1 / sxx },
  };
}

function residualsOf(
  own: Float64Array,
  market: Float64Array,
  alpha: number,
  beta: number,
  degrees: number,
): Pick<FittedModel, 'residuals' | 'variance' | 'zeroReturns'> {
  const residuals = new Float64Array(own.length);
  let sum = 0;
  let squares = 0;
  let zeroReturns = 0;
  for (let index = 0; index < own.length; index++) {
    const value = own[index] as number;
    if (value === 0) zeroReturns++;
    const residual = value - expectedReturn(alpha, beta, market[index] as number);
    residuals[index] = residual;
    sum += residual * residual;
    squares += value * value;
  }
  return { residuals, zeroReturns, variance: sum > ROUNDING * squares ? sum / degrees : 0 };
}

/** alpha + beta Rm; a model that needs no market has none to multiply. */
export function expectedReturn(alpha: number, beta: number, market: number): number {
  return beta === 0 ? alpha : alpha + beta * market;
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += values[index] as number;
  return sum / values.length;
}
