import { type BarColumns, lowerBound } from '../../../src/shared/domain/candle/bar-columns';
import { meets } from '../../../src/shared/domain/candle/join-whole';
import { mergeBars } from '../../../src/shared/domain/candle/merge-bars';
import { unexplainedSplits, unitErrors } from '../../../src/shared/domain/candle/suspect-bars';
import type { MarketSource } from '../../../src/shared/domain/quote/quote';
import type { FetchedBars, StoreOutcome } from '../../core/history/bars-store-port';

/** Beyond this share of bars in another unit the whole answer is not to be trusted. */
const MOST_UNIT_ERRORS = 0.1;
/** A smaller difference between two adjusted closes is one of rounding; the smallest dividend is more. */
const SAME_ADJUSTMENT = 1e-5;
/** Sources write adjusted closes with six decimals. */
const ADJUSTED_STEP = 2e-6;

/** Bars of an answer, in the unit of the stored ones, and what is stored. */
export interface BarsToJudge {
  readonly fetched: FetchedBars;
  readonly bars: BarColumns;
  readonly stored: BarColumns;
  /** Where the stored bars came from. */
  readonly storedSource: MarketSource;
  /** False where the answer is in another currency than the stored bars. */
  readonly isSameCurrency: boolean;
  /** Those of some bars that are checked for what cannot be: trading outside the session has prices of its own. */
  readonly judged: (bars: BarColumns) => BarColumns;
  /** The answer reports a split that was not known when the stored bars came. */
  readonly hasNewSplit: boolean;
}

/**
 * Sources adjust for dividends or do not. What another source has therefore stands beside what is stored
 * only where both agree, and takes its place only where it has all of its sessions or a split made it void.
 */
export function judgeBars(all: BarsToJudge): StoreOutcome {
  const { fetched, bars, stored } = all;
  const judged = all.judged(bars);
  if (unitErrors(judged).length > judged.length * MOST_UNIT_ERRORS) return 'refused';
  // The end of a series of which the beginning is lost.
  if (stored.length === 0 && !fetched.isWhole) return 'void';
  if (stored.length === 0 || bars.length === 0) return 'stored';
  return fetched.isWhole ? judgeWhole(all) : judgeTail(all);
}

function judgeWhole({ fetched, bars, stored, ...rest }: BarsToJudge): StoreOutcome {
  if (fetched.source === rest.storedSource) return 'stored';
  // Two currencies never stand in one series; the source that it came from may know of a change.
  if (!rest.isSameCurrency) return 'refused';
  const fits = rest.hasNewSplit || meets(stored, bars) || covers(bars, stored);
  return fits ? 'stored' : 'refused';
}

function judgeTail({ fetched, bars, stored, ...rest }: BarsToJudge): StoreOutcome {
  const isForeign = fetched.source !== rest.storedSource;
  if (!rest.isSameCurrency) return isForeign ? 'refused' : 'void';
  if (rest.hasNewSplit) return 'void';
  if (!meets(stored, bars)) return isForeign ? 'refused' : 'void';
  if (!isForeign && isReadjusted(bars, stored)) return 'void';
  return jumpsAtSeam(fetched, rest.judged(mergeBars(stored, bars)), stored) ? 'void' : 'stored';
}

/** True where every stored bar has one of its time. */
function covers(bars: BarColumns, stored: BarColumns): boolean {
  return stored.time.every((time) => bars.time[lowerBound(bars, time)] === time);
}

/** After a dividend all older closes are adjusted anew: those that are stored, and not asked for, too. */
function isReadjusted(bars: BarColumns, stored: BarColumns): boolean {
  return bars.time.some((time, index) => {
    const at = lowerBound(stored, time);
    if (stored.time[at] !== time) return false;
    const [fresh, old] = [bars.close[index] as number, stored.close[at] as number];
    const now = (bars.adjustedClose[index] as number) / fresh;
    const before = (stored.adjustedClose[at] as number) / old;
    // Not a number where one of them has none: that is no change.
    return Math.abs(now / before - 1) > SAME_ADJUSTMENT + ADJUSTED_STEP / fresh;
  });
}

function jumpsAtSeam({ splits }: FetchedBars, bars: BarColumns, stored: BarColumns): boolean {
  const lastStored = stored.time[stored.length - 1] as number;
  const times = splits.map(({ time }) => time);
  return unexplainedSplits(bars, times).some((index) => (bars.time[index] as number) > lastStored);
}
