import type { AnnouncementFilter } from '../announcement-filter/announcement-filter';
import type { ChartInterval } from '../candle/interval';
import type { InstrumentId } from '../instrument/instrument';
import type { Condition, Measure } from './alert-condition';
import type { ShareSplit } from './share-split';

/**
 * How often a rule fires.
 *
 * - `once`: once, then it is done; on a list once for each instrument.
 * - `everyTime`: whenever it comes true, as soon as it is armed again.
 * - `oncePerBarClose`: looked at with the last value of each bar of {@link MarketWatch.barInterval} alone.
 * - `oncePerMinute`: as `everyTime`, at most once in a minute of the clock.
 */
export const TRIGGERS = ['once', 'everyTime', 'oncePerBarClose', 'oncePerMinute'] as const;
export type Trigger = (typeof TRIGGERS)[number];

/** `regular`: prices of continuous trading and its auctions alone; `extended`: before the open and after the close too. */
export const ALERT_SESSIONS = ['regular', 'extended'] as const;
export type AlertSession = (typeof ALERT_SESSIONS)[number];

/**
 * When a rule that has fired may fire again: once a watched value is clear of its level by the larger
 * of `percent` of the level and `ticks` smallest price steps, or after `minutes` in which prices came.
 * Time without prices does not count. See `rearmDistance`.
 */
export interface Rearm {
  /** 0 to 100. */
  readonly percent: number;
  /** 0 to 1000. */
  readonly ticks: number;
  /** 1 to 10080; null where time alone arms nothing. */
  readonly minutes: number | null;
}

export const USUAL_REARM: Rearm = { percent: 0.2, ticks: 5, minutes: null };

/** What a rule about prices is set on: one instrument, or each of a list as the list is at the time. */
export type AlertTarget =
  | { readonly kind: 'instrument'; readonly instrument: InstrumentId }
  | { readonly kind: 'list'; readonly listId: number };

/** A rule about prices. */
export interface MarketWatch {
  readonly kind: 'market';
  readonly target: AlertTarget;
  /** One to `MOST_CONDITIONS`; all have to hold. */
  readonly conditions: readonly Condition[];
  readonly trigger: Trigger;
  /** Bars at whose close `oncePerBarClose` looks. */
  readonly barInterval: ChartInterval;
  readonly session: AlertSession;
  readonly rearm: Rearm;
}

/** A rule about the record: fires once for each announcement that is new and matches. */
export interface AnnouncementWatch {
  readonly kind: 'announcement';
  /** The name under which the filter was saved; the filter itself stays with the rule. */
  readonly filterName: string;
  readonly filter: AnnouncementFilter;
}

export type AlertWatch = MarketWatch | AnnouncementWatch;

/** What the user decides about a rule. */
export interface RuleDraft {
  readonly watch: AlertWatch;
  /** UTC milliseconds from which on it fires no more; null for never. */
  readonly expiresAt: number | null;
  /** The user's words; may be empty. */
  readonly note: string;
}

/** A stored rule. */
export interface AlertRule extends RuleDraft {
  /** Never used twice. */
  readonly id: number;
  /** Rises when what is watched changes or the rule is switched on again: it starts afresh then. */
  readonly revision: number;
  readonly enabled: boolean;
  /** Why it is not enabled, where the user did not switch it off; else null. */
  readonly ended: 'fired' | 'split' | null;
  /** UTC milliseconds. */
  readonly createdAt: number;
  /** Splits by which its levels were scaled since they were written, oldest first. */
  readonly splits: readonly RuleSplit[];
  /**
   * Of a rule on a list: instruments on which it waits, because a split that nobody knows may have made
   * its levels void there. Left out where there are none.
   */
  readonly held?: readonly InstrumentId[];
}

/** A split, and when it was seen (UTC milliseconds). */
export interface RuleSplit extends ShareSplit {
  readonly seenAt: number;
  /**
   * Of a rule on a list, whose levels are for other instruments too: the one instrument for which they
   * are scaled, see `ruleOn`. Left out where the levels of the rule itself were.
   */
  readonly instrument?: InstrumentId;
}

export const LONGEST_RULE_NOTE = 500;
export const MOST_RULES = 10_000;

export type RuleStatus = 'active' | 'off' | 'done' | 'expired' | 'held';

/** What a rule is doing at a moment (UTC milliseconds). `held`: a split may have made its levels void. */
export function ruleStatus(
  rule: Pick<AlertRule, 'enabled' | 'ended' | 'expiresAt'>,
  nowMs: number,
): RuleStatus {
  if (rule.ended === 'fired') return 'done';
  if (rule.ended === 'split') return 'held';
  if (rule.expiresAt !== null && nowMs >= rule.expiresAt) return 'expired';
  return rule.enabled ? 'active' : 'off';
}

/** A rule on an instrument, everything but its conditions as usual. */
export function draftFor(instrument: InstrumentId, ...conditions: readonly Condition[]): RuleDraft {
  return draftOn({ kind: 'instrument', instrument }, ...conditions);
}

/** As {@link draftFor}, on whatever can be watched. */
export function draftOn(target: AlertTarget, ...conditions: readonly Condition[]): RuleDraft {
  return {
    watch: {
      kind: 'market',
      target,
      conditions,
      trigger: 'once',
      barInterval: 'D',
      session: 'extended',
      rearm: USUAL_REARM,
    },
    expiresAt: null,
    note: '',
  };
}

/** Every measure of a rule: what is watched, and what it is compared with. */
export function measuresOf({ conditions }: MarketWatch): readonly Measure[] {
  return conditions.flatMap(({ of, ...test }) => {
    const levels: readonly unknown[] = Object.values(test);
    return [of, ...levels.filter((level): level is Measure => typeof level === 'object')];
  });
}

/** Instruments that the conditions of a rule name, each once. */
export function namedBy(watch: MarketWatch): readonly InstrumentId[] {
  return [...new Set(measuresOf(watch).flatMap(({ instrument }) => instrument ?? []))];
}
