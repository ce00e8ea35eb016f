import type { EngineTick } from '../../../src/shared/domain/alert/engine/alert-engine';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { MarketSource } from '../../../src/shared/domain/quote/quote';
import {
  joinSplits,
  type ShareSplit,
  splitFactor,
} from '../../../src/shared/domain/alert/share-split';
import type { LastPrice } from './alert-repository-port';

/**
 * `take`: believed; `hold`: a step that nobody has confirmed yet, heard and not believed; `ask`: the
 * same, and whether there was a split is to be found out; `split`: there was one; `suspect`: it looks
 * like a split that nobody knows.
 */
export type StepVerdict =
  | { readonly kind: 'take' | 'hold' | 'ask' | 'suspect' }
  | { readonly kind: 'split'; readonly split: ShareSplit };

/** Larger steps need a second sample or source. */
const LARGEST_STEP = 0.2;
/** Ratios at which companies split. */
const RATIOS = [2, 3, 4, 5, 10, 15, 20, 25, 50] as const;
const TOLERANCE = 0.08;
/** A close that is older than this says nothing of the close before a session. */
const DAYS_APART_MS = 5 * 86_400_000;

interface Doubt {
  readonly price: number;
  readonly at: number;
  readonly source: MarketSource;
  /** Null while nobody has answered; an empty list where there was no split. */
  known: readonly ShareSplit[] | null;
}

/**
 * Keeps rules from a step in the price that is no move: a split, or a price that a source got wrong.
 * A step of more than a fifth is believed once a later sample or another source agrees and no split
 * explains it. Between two sessions a step like a usual split that nobody knows is never believed.
 */
export class PriceSteps {
  private readonly doubts = new Map<InstrumentId, Doubt>();

  judge(
    instrument: InstrumentId,
    tick: EngineTick,
    source: MarketSource,
    last: LastPrice | null,
  ): StepVerdict {
    if (last === null || isSmall(tick.price / last.price)) {
      this.doubts.delete(instrument);
      return { kind: 'take' };
    }
    const told = splitByClose(tick, last);
    if (told) return this.settle(instrument, { kind: 'split', split: told });
    const doubt = this.doubts.get(instrument);
    if (!doubt || !isSmall(tick.price / doubt.price)) {
      const { price, at } = tick;
      this.doubts.set(instrument, { price, at, source, known: doubt?.known ?? null });
      return { kind: doubt ? 'hold' : 'ask' };
    }
    const isSecond = tick.at > doubt.at || source !== doubt.source;
    if (!isSecond || doubt.known === null) return { kind: 'hold' };
    return this.settle(instrument, decide(tick, last, doubt.known));
  }

  /** What is known of splits since the last price; empty for none, also where nobody answered. */
  splitsKnown(instrument: InstrumentId, splits: readonly ShareSplit[]): void {
    const doubt = this.doubts.get(instrument);
    if (doubt) doubt.known = splits;
  }

  private settle(instrument: InstrumentId, verdict: StepVerdict): StepVerdict {
    this.doubts.delete(instrument);
    return verdict;
  }
}

function decide(tick: EngineTick, last: LastPrice, known: readonly ShareSplit[]): StepVerdict {
  const split = joinSplits(known);
  const [plain, scaled] = [tick.price / last.price, tick.price / (last.price * splitFactor(split))];
  // On its own day a price may also move by more than a fifth: the split explains what is nearer with it.
  if (known.length > 0 && Math.abs(Math.log(scaled)) < Math.abs(Math.log(plain))) {
    return { kind: 'split', split };
  }
  const isBetweenSessions = tick.session !== last.session;
  if (isBetweenSessions && likeSplit(plain)) return { kind: 'suspect' };
  return { kind: 'take' };
}

/** The source has already written the close of the session before in new shares. */
function splitByClose({ price, previousClose, session, at }: EngineTick, last: LastPrice) {
  const isNext = session !== last.session && at - last.at <= DAYS_APART_MS;
  if (!isNext || !isSmall(price / previousClose)) return null;
  return likeSplit(previousClose / last.price);
}

function likeSplit(ratio: number): ShareSplit | null {
  const isReverse = ratio > 1;
  const found = RATIOS.find(
    (each) => Math.abs((isReverse ? ratio : 1 / ratio) / each - 1) < TOLERANCE,
  );
  if (found === undefined) return null;
  return isReverse ? { numerator: 1, denominator: found } : { numerator: found, denominator: 1 };
}

function isSmall(ratio: number): boolean {
  return Math.abs(ratio - 1) <= LARGEST_STEP;
}
