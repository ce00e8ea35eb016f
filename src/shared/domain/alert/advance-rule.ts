import { isCrossing } from './alert-condition';
import type { MarketWatch, Trigger } from './alert-rule';

/** What has become of a rule on one instrument. */
export interface RuleProgress {
  /** May fire. */
  readonly armed: boolean;
  /** How often it fired; also names the next firing. */
  readonly fired: number;
  /** Milliseconds with prices since it fired; stands still while it is armed. */
  readonly watchedMs: number;
  /** Minute of the clock (UTC minutes since 1970) in which it last fired; -1 before that. */
  readonly minute: number;
  /** Fires no more. */
  readonly done: boolean;
}

export const FRESH: RuleProgress = {
  armed: true,
  fired: 0,
  watchedMs: 0,
  minute: -1,
  done: false,
};

/** What of a rule decides when it fires. */
export interface FiringPolicy {
  readonly trigger: Trigger;
  /**
   * True where it has to be armed again after it fired. A rule that only states where a value is, and
   * is limited to once a minute or a bar, repeats itself for as long as that is so.
   */
  readonly needsArming: boolean;
  /** Null where time alone arms nothing. */
  readonly rearmMs: number | null;
}

const MS_PER_MINUTE = 60_000;
/** A pause between two prices that is longer than this is a gap, and does not count as watched. */
export const LONGEST_WATCHED_PAUSE_MS = 5 * MS_PER_MINUTE;

export function firingPolicy({ trigger, conditions, rearm }: MarketWatch): FiringPolicy {
  const crosses = conditions.some(({ op }) => isCrossing(op));
  return {
    trigger,
    needsArming: trigger === 'everyTime' || crosses,
    rearmMs: rearm.minutes === null ? null : rearm.minutes * MS_PER_MINUTE,
  };
}

/** Milliseconds between two prices that count as watched: none over a gap, or where time ran backwards. */
export function watchedBetween(beforeAt: number, at: number): number {
  const elapsed = at - beforeAt;
  return elapsed > 0 && elapsed <= LONGEST_WATCHED_PAUSE_MS ? elapsed : 0;
}

/**
 * The next step of a rule: it has fired where `fired` rose. A sample that arms a rule does not fire
 * it. Nothing but a sample changes a rule, so that a gap in the data neither arms nor fires it.
 *
 * @param at - UTC milliseconds of the sample
 * @param watchedMs - see {@link watchedBetween}
 * @returns `before` itself where nothing changed
 */
export function advanceRule(
  { trigger, needsArming, rearmMs }: FiringPolicy,
  before: RuleProgress,
  outcome: { readonly holds: boolean; readonly clears: boolean },
  { at, watchedMs }: { readonly at: number; readonly watchedMs: number },
): RuleProgress {
  if (before.done) return before;
  const minute = Math.floor(at / MS_PER_MINUTE);
  const isLimited = trigger === 'oncePerMinute' && minute <= before.minute;
  if (outcome.holds && before.armed && !isLimited) {
    return {
      armed: !needsArming || outcome.clears,
      fired: before.fired + 1,
      watchedMs: 0,
      minute,
      done: trigger === 'once',
    };
  }
  if (before.armed) return before;
  const watched = rearmMs === null ? 0 : before.watchedMs + watchedMs;
  if (outcome.clears || (rearmMs !== null && watched >= rearmMs)) {
    return { ...before, armed: true, watchedMs: 0 };
  }
  return watched === before.watchedMs ? before : { ...before, watchedMs: watched };
}
