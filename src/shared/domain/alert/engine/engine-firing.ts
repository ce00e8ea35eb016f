import type { InstrumentId } from '../../instrument/instrument';
import type { RuleProgress } from '../advance-rule';
import type { Reading } from '../evaluate-rule';
import type { AlertTick } from '../firing';
import type { MarketRule } from './rule-binding';

/** A rule came true. */
export interface EngineFiring {
  readonly rule: MarketRule;
  readonly instrument: InstrumentId;
  /** After it fired. */
  readonly progress: RuleProgress;
  /** UTC milliseconds: the stamp of the price, or the end of the bar. */
  readonly at: number;
  readonly before: AlertTick | null;
  readonly after: AlertTick | null;
  readonly readings: readonly { readonly before: number; readonly now: Reading }[];
}
