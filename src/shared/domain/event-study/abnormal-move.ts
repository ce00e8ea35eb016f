import type { CalendarDate } from '../calendar/calendar-date';
import { toSessionKey } from '../calendar/calendar-date';
import { lowerBound } from '../candle/bar-columns';
import type { InstrumentId } from '../instrument/instrument';
import type { Distributions } from './distributions';
import { type Benchmark, EVIDENCE_LIMITS, USUAL_EVIDENCE } from './evidence-question';
import { measureEvent } from './measure-event';
import { planStudy } from './plan-study';
import type { PairedReturns } from './study-spec';

/** How unusual the move of an instrument since an announcement is. */
export interface MoveSince {
  /** Cumulative abnormal return in standard errors, signed. */
  readonly z: number;
  /** Its standard error, as a fraction of the price (0.01 is 1 %). */
  readonly s: number;
}

/** A question of what watches prices. */
export interface MoveQuestion {
  readonly instrument: InstrumentId;
  readonly benchmark: Benchmark | null;
  /** The first session that could react. */
  readonly session: CalendarDate;
  /** The last session that counts; where it has no bar yet, the last one before it that has. */
  readonly last: CalendarDate;
}

/**
 * The abnormal return from the first session that could react to the last one that counts, in standard
 * errors of its forecast. What the whole market did is no part of it: on a day on which the benchmark
 * moved and the share moved with it, this hardly changes.
 *
 * @returns null with too little history for a standard error, without a bar on the first session, and
 * where both lie farther apart than an event window may be long
 */
export function moveSince(
  returns: PairedReturns,
  { session, last }: Pick<MoveQuestion, 'session' | 'last'>,
  distributions: Distributions,
): MoveSince | null {
  const from = rowFrom(returns, toSessionKey(session));
  const to = rowFrom(returns, toSessionKey(last) + 1) - 1;
  if (returns.keys[from] !== toSessionKey(session)) return null;
  if (to < from || to - from > EVIDENCE_LIMITS.window) return null;
  const { model, length, gap } = USUAL_EVIDENCE;
  const hasMarket = !Number.isNaN(returns.market[from]);
  const asked = {
    ...{ model: hasMarket ? model : ('mean' as const), estimation: { length, gap } },
    window: [0, to - from] as const,
  };
  const { step, parameters } = planStudy(returns, session, asked);
  if (step === 'nothing' || step === 'placebo-only') return null;
  const measure = measureEvent({ returns, date: session }, parameters, distributions);
  if (measure.kind === 'unmeasured' || measure.window === null) return null;
  const { scar, carVariance } = measure.window;
  return scar === null ? null : { z: scar, s: Math.sqrt(carVariance) };
}

/** The first row at or after a key. */
function rowFrom({ keys }: PairedReturns, key: number): number {
  return lowerBound({ time: keys, length: keys.length }, key);
}
