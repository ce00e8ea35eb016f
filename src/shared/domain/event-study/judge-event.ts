import type { EventMeasure, MeasuredEvent } from './event-measure';
import { type DataDoubt, type Judgement, SIGNIFICANCE, type VerdictGap } from './verdict';

/** From here on the returns that are exactly 0 make a series thinly traded. */
const THIN_SHARE = 0.1;

export interface EventEvidence {
  readonly measure: EventMeasure;
  /** The history is too short for a standard error: only the rank among the placebo days counts. */
  readonly placeboOnly: boolean;
  /** What is known against the data besides what its numbers show. */
  readonly doubts: readonly DataDoubt[];
}

/**
 * The verdict on one event, by its cumulative abnormal return over the event window.
 *
 * A move is unusual only if both Student's t and the rank among the placebo windows say so: returns
 * have fatter tails than t allows for, and ranks do not know how far out the largest one is.
 */
export function judgeEvent({ measure, placeboOnly, doubts: known }: EventEvidence): Judgement {
  if (measure.kind === 'unmeasured') {
    return measure.reason === 'market-constant'
      ? doubtful([...known, 'no-movement'], null)
      : without(measure.reason, known);
  }
  const doubts: readonly DataDoubt[] = isThin(measure) ? [...known, 'thin-trading'] : known;
  if (measure.window === null) return without('window-open', doubts);
  if (measure.window.p === null) return doubtful([...doubts, 'no-movement'], null);
  const found = strictest(measure.window.p, usablePlacebo(measure), placeboOnly);
  if (found === null) return without('too-few-placebos', doubts);
  if (doubts.length > 0) return doubtful(doubts, found);
  const verdict = found.p < SIGNIFICANCE ? 'unusual' : 'fits-chance';
  return { verdict, ...found, doubts, gap: null };
}

/** The larger of both p values; null where only the placebo counts and there is none. */
function strictest(
  t: number,
  placebo: number | null,
  placeboOnly: boolean,
): { readonly test: 't' | 'placebo'; readonly p: number } | null {
  if (placebo === null) return placeboOnly ? null : { test: 't', p: t };
  return placeboOnly || placebo >= t ? { test: 'placebo', p: placebo } : { test: 't', p: t };
}

/** More than a tenth of the returns that the model stands on are exactly 0. */
function isThin({ zeroReturns, length }: MeasuredEvent): boolean {
  return zeroReturns > THIN_SHARE * length;
}

/** The rank of the window, unless there are too few placebos for it to be called unusual at all. */
function usablePlacebo({ window, residuals, ar }: MeasuredEvent): number | null {
  const runs = residuals.length - ar.length + 1;
  return 1 / (runs + 1) < SIGNIFICANCE ? (window?.placeboP ?? null) : null;
}

function without(gap: VerdictGap, doubts: readonly DataDoubt[]): Judgement {
  return { verdict: 'not-enough-history', test: null, p: null, doubts, gap };
}

function doubtful(
  doubts: readonly DataDoubt[],
  found: Pick<Judgement, 'test' | 'p'> | null,
): Judgement {
  return { verdict: 'data-in-doubt', test: null, p: null, ...found, doubts, gap: null };
}
