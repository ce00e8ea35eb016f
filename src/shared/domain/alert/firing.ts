import type { InstrumentId } from '../instrument/instrument';
import type { MarketSource } from '../quote/quote';
import type { AlertRule } from './alert-rule';

/** A price as it was heard. */
export interface AlertTick {
  /** UTC milliseconds, the source's own stamp. */
  readonly at: number;
  /** UTC milliseconds at which it reached the app. */
  readonly heardAt: number;
  readonly price: number;
  /** Close of the session before; null where none is known. */
  readonly previousClose: number | null;
  /** Units traded in the session so far; null where the source gives none. */
  readonly volume: number | null;
}

/**
 * What became of telling the user. `pending`: nothing yet; `delivered`: shown; `held`: waits for the
 * end of the quiet hours; `muted`: not shown, since the user had muted alerts; `missed`: the app
 * ended or the system refused before it could be shown, and it was too old afterwards.
 */
export const DELIVERY_STATES = ['pending', 'delivered', 'held', 'muted', 'missed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** When the exchange traded: `closed` for a price out of hours, `unknown` without a calendar. */
export type FiringPhase = 'pre' | 'regular' | 'post' | 'closed' | 'unknown';

/** Values of one condition, before and at the firing; null where there was none. */
export interface ConditionReading {
  readonly before: number | null;
  readonly value: number;
  /** The level; of a channel its lower end; of a move the value that it is measured from. */
  readonly level: number;
  /** Upper end of a channel; else null. */
  readonly high: number | null;
}

/** One time that a rule fired. Stored before anything is shown. All times are UTC milliseconds. */
export interface Firing {
  readonly id: number;
  /**
   * What it is known by, unique: rule and crossing. The same crossing, met twice (after a restart, by
   * doubled resume events), has the same key and is one firing.
   */
  readonly key: string;
  readonly ruleId: number;
  /** The rule as it was. */
  readonly rule: AlertRule;
  /** Null for a rule about the record. */
  readonly instrument: InstrumentId | null;
  /** The announcement that matched; null for a rule about prices. */
  readonly announcementId: string | null;
  /** When it happened by the stamp of the price. */
  readonly at: number;
  /** When the app saw it. */
  readonly seenAt: number;
  /** Found afterwards, in the bars of a time in which the app slept or did not run. */
  readonly late: boolean;
  /** Happened in the simulated market. */
  readonly simulated: boolean;
  readonly before: AlertTick | null;
  readonly after: AlertTick | null;
  /** Age of the price when the app saw it, milliseconds, never negative. */
  readonly ageMs: number;
  readonly phase: FiringPhase;
  readonly source: MarketSource | null;
  /** One for each condition, in their order. */
  readonly readings: readonly ConditionReading[];
  readonly delivery: DeliveryState;
  readonly acknowledgedAt: number | null;
}

/** A firing that is not stored yet. */
export type NewFiring = Omit<Firing, 'id' | 'delivery' | 'acknowledgedAt'>;

/** Prices around a firing, oldest first, for `why did this fire?`. */
export interface FiringReplay {
  readonly firing: Firing;
  readonly ticks: readonly AlertTick[];
}

/** Until when alerts are muted (UTC milliseconds); null where they are not. */
export interface AlertMute {
  readonly until: number | null;
}
