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
export function judgeEvent({ measure, placeboOnly, doubts }: EventEvidence): Judgement {
  if (measure.kind === 'unmeasured') {
    return measure.reason === 'market-constant'
      ? doubtful([...doubts, 'no-movement'], null)
      : without(measure.reason, doubts);
  }
  const { window } = measure;
  if (window === null) return without('window-open', doubts);
  if (window.p === null) return doubtful([...doubts, 'no-movement'], null);
  const placebo = usablePlacebo(measure);
  if (placeboOnly && placebo === null) return without('too-few-placebos', doubts);
  const isPlacebo = placebo !== null && (placeboOnly || placebo >= window.p);
  const p = isPlacebo ? placebo : window.p;
  const test = isPlacebo ? 'placebo' : 't';
  if (doubts.length > 0) return doubtful(doubts, { test, p });
  return { verdict: p < SIGNIFICANCE ? 'unusual' : 'fits-chance', test, p, doubts, gap: null };
}

/** Doubts that an event's own numbers raise. */
export function doubtsOfReturns(returns: Float64Array): readonly DataDoubt[] {
  let zeros = 0;
  for (let index = 0; index < returns.length; index++) if (returns[index] === 0) zeros++;
  return zeros > THIN_SHARE * returns.length ? ['thin-trading'] : [];
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
