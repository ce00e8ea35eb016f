import { toSessionKey } from '../calendar/calendar-date';
import { portableExp, portableLog } from './portable-math';
import {
  createNormalSource,
  createRandomSource,
  hashText,
  type RandomSource,
} from './random-source';
import { SIMULATION_EPOCH, type SimulatedInstrument } from './simulated-market';

/** How one instrument moves. Variances are those of daily log returns. */
export interface PriceModel {
  /** Log price at the epoch. */
  readonly startLogPrice: number;
  /** Answer of the instrument to the market's return. */
  readonly beta: number;
  readonly meanOwnVariance: number;
  /** Price steps in one unit of the currency: 100 for two decimals. */
  readonly priceScale: number;
  /** Shares that change hands on a quiet day. */
  readonly baseVolume: number;
  readonly seedWords: readonly [number, number];
  readonly marketSeedWords: readonly [number, number];
}

/** Weights of a GARCH(1,1) recursion. */
interface GarchWeights {
  readonly shock: number;
  readonly memory: number;
}

/** Lowest and highest. */
type PriceRange = readonly [number, number];

export const SESSIONS_PER_YEAR = 252;
const MARKET_GARCH: GarchWeights = { shock: 0.09, memory: 0.88 };
const OWN_GARCH: GarchWeights = { shock: 0.1, memory: 0.87 };
/** Standard deviation of the log of a day's intensity. Its square taken off keeps the variance. */
const INTENSITY_SPREAD = 0.25;
const SECONDS_PER_DAY = 86_400;
const SECONDS_PER_YEAR = 365.25 * SECONDS_PER_DAY;
const EPOCH_KEY = toSessionKey(SIMULATION_EPOCH);

export const MEAN_MARKET_VARIANCE = dailyVariance(0.16);
const ANNUAL_GROWTH = 0.06;
/** Half of a distance from the anchor is gone after two years: ln 2 / 2. */
const ANNUAL_PULL = 0.3466;

const USUAL_PRICES: PriceRange = [8, 150];
/** Plausible prices at the epoch by currency or minor unit; the anchor trebles them in twenty years. */
const PRICES_BY_CURRENCY: ReadonlyMap<string, PriceRange> = new Map([
  ['USD', [12, 150]],
  ['HKD', [4, 150]],
  ['CNY', [6, 100]],
  ['TWD', [25, 500]],
  ['KRW', [9000, 120_000]],
  ['JPY', [400, 8000]],
  ['GBp', [60, 1500]],
  ['GBP', [2, 40]],
  ['INR', [80, 1500]],
  ['AUD', [2, 60]],
  ['SGD', [1, 20]],
]);

/** Draws the traits of an instrument from its id and the seed. */
export function createPriceModel(
  instrument: SimulatedInstrument,
  market: string,
  seed: string,
): PriceModel {
  const seedWords = wordsOf(`${seed}|instrument|${instrument.id}`);
  const random = createRandomSource([...seedWords, -1]);
  const [lowest, highest] = PRICES_BY_CURRENCY.get(instrument.currency) ?? USUAL_PRICES;
  return {
    startLogPrice: between(random, portableLog(lowest), portableLog(highest)),
    beta: between(random, 0.7, 1.4),
    meanOwnVariance: dailyVariance(between(random, 0.18, 0.42)),
    priceScale: Number(`1e${instrument.priceDecimals}`),
    baseVolume: portableExp(between(random, portableLog(1e6), portableLog(3e7))),
    seedWords,
    marketSeedWords: wordsOf(`${seed}|market|${market}`),
  };
}

/** Standard normal numbers of one session of one instrument (or market). */
export function sessionNormals(
  [first, second]: readonly [number, number],
  sessionKey: number,
): () => number {
  return createNormalSource(createRandomSource([first, second, sessionKey / SECONDS_PER_DAY]));
}

/**
 * A return with fat tails and the given variance: normal, with a log-normal intensity of the day
 * (the subordinated process of P. Clark, Econometrica 41, 1973).
 */
export function drawShock(normal: () => number, variance: number): number {
  const intensity = portableExp(INTENSITY_SPREAD * normal() - INTENSITY_SPREAD * INTENSITY_SPREAD);
  return Math.sqrt(variance) * intensity * normal();
}

/** Log return of the market in a session. */
export function marketReturn(model: PriceModel, sessionKey: number, variance: number): number {
  return drawShock(sessionNormals(model.marketSeedWords, sessionKey), variance);
}

/**
 * Variance of the market's next return: GARCH(1,1), h' = w + a r^2 + b h with w = (1 - a - b) times
 * the long-run variance (T. Bollerslev, Journal of Econometrics 31, 1986).
 */
export function nextMarketVariance(variance: number, logReturn: number): number {
  return garch(MARKET_GARCH, MEAN_MARKET_VARIANCE, variance, logReturn);
}

/** Variance of the instrument's own next return, like {@link nextMarketVariance}. */
export function nextOwnVariance(model: PriceModel, variance: number, logReturn: number): number {
  return garch(OWN_GARCH, model.meanOwnVariance, variance, logReturn);
}

/**
 * Expected log return of a session: the pull towards a slowly growing anchor that keeps prices of
 * twenty years plausible (one-factor model of E. Schwartz, Journal of Finance 52, 1997).
 */
export function expectedReturn(model: PriceModel, sessionKey: number, close: number): number {
  const distance = anchorLogPrice(model, sessionKey) - portableLog(close);
  return (ANNUAL_PULL * distance + ANNUAL_GROWTH) / SESSIONS_PER_YEAR;
}

/** Log of the price that the instrument tends to in a session. */
export function anchorLogPrice(model: PriceModel, sessionKey: number): number {
  return model.startLogPrice + (ANNUAL_GROWTH * (sessionKey - EPOCH_KEY)) / SECONDS_PER_YEAR;
}

function garch(weights: GarchWeights, mean: number, variance: number, logReturn: number): number {
  const { shock, memory } = weights;
  return (1 - shock - memory) * mean + shock * logReturn * logReturn + memory * variance;
}

function between(random: RandomSource, lowest: number, highest: number): number {
  return lowest + (highest - lowest) * random();
}

/** Of a volatility per year. */
function dailyVariance(annualVolatility: number): number {
  return (annualVolatility * annualVolatility) / SESSIONS_PER_YEAR;
}

function wordsOf(text: string): readonly [number, number] {
  return [hashText(text), hashText(text, 0x9e3779b9)];
}
