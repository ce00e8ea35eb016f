import type { InstrumentId } from '../../instrument/instrument';
import {
  type AlertOperator,
  type Condition,
  isChannelTest,
  isLevelTest,
  type Measure,
} from '../alert-condition';
import {
  type FiringPolicy,
  firingPolicy,
  type RuleProgress,
  watchedBetween,
} from '../advance-rule';
import type { AlertRule, MarketWatch } from '../alert-rule';
import type { Reading } from '../evaluate-rule';
import { clearsCondition, rearmDistance, testCondition } from '../test-condition';
import type { LiveIndicator } from './live-indicator';
import type { MoveWindow } from './move-window';
import type { SlotTable } from './slot-table';

/** Where the numbers of a measure come from. `value`: a number that somebody else sets. */
export type ValueSource =
  | { readonly kind: 'price' | 'change' | 'volume'; readonly slot: number }
  | { readonly kind: 'indicator'; readonly slot: number; readonly indicator: LiveIndicator }
  | { readonly kind: 'value'; readonly slot: number; readonly cell: { value: number } };

export interface BoundCondition {
  readonly condition: Condition;
  readonly op: AlertOperator;
  readonly amount: number;
  readonly of: ValueSource;
  readonly low: number | ValueSource;
  readonly high: number | ValueSource;
  readonly window: MoveWindow | null;
}

/** How a rule is looked at: when a price passes one of its levels, with every price, or at the close of bars. */
export type BindingPace = 'levels' | 'every-price' | 'bar-close';

export type MarketRule = AlertRule & { readonly watch: MarketWatch };

const PER_CONDITION = 3;

export interface BindingParts {
  readonly rule: MarketRule;
  readonly instrument: InstrumentId;
  readonly slot: number;
  /** Smallest step of the price. */
  readonly tick: number;
  readonly conditions: readonly BoundCondition[];
  readonly progress: RuleProgress;
}

/** One rule on one instrument, ready to be looked at without making objects. */
export class RuleBinding {
  readonly rule: MarketRule;
  readonly instrument: InstrumentId;
  readonly slot: number;
  readonly policy: FiringPolicy;
  readonly pace: BindingPace;
  readonly conditions: readonly BoundCondition[];
  progress: RuleProgress;
  /** The price at which it was last looked at, so that several levels in one step count once. */
  seenStep = -1;
  /** UTC milliseconds at which it was last looked at; NaN before that. */
  lastAt = NaN;
  private readonly tick: number;
  private readonly before: Float64Array;
  private readonly now: Float64Array;

  constructor(parts: BindingParts) {
    this.rule = parts.rule;
    this.instrument = parts.instrument;
    this.slot = parts.slot;
    this.tick = parts.tick;
    this.conditions = parts.conditions;
    this.progress = parts.progress;
    this.policy = firingPolicy(this.rule.watch);
    this.pace = this.paceOf();
    this.before = new Float64Array(this.conditions.length * PER_CONDITION).fill(NaN);
    this.now = new Float64Array(this.conditions.length * PER_CONDITION).fill(NaN);
  }

  /** Reads what all conditions see now. */
  read(table: SlotTable): void {
    const { now, conditions } = this;
    for (let index = 0; index < conditions.length; index++) {
      const { of, low, high, window } = conditions[index] as BoundCondition;
      const place = index * PER_CONDITION;
      now[place] = valueOf(of, table);
      now[place + 1] = window ? window.lowest : levelOf(low, table);
      now[place + 2] = window ? window.highest : levelOf(high, table);
    }
  }

  /** What is seen now is what was seen before from here on. */
  settle(): void {
    this.before.set(this.now);
  }

  /** Milliseconds with prices since it was last looked at; a bar that closes is proof of its own time. */
  watchedUntil(at: number): number {
    const since = this.lastAt;
    this.lastAt = at;
    if (this.pace !== 'bar-close') return watchedBetween(since, at);
    return at > since ? at - since : 0;
  }

  /** What is counted by sessions has no value before in a new one. */
  forgetSession(slot: number): void {
    for (let index = 0; index < this.conditions.length; index++) {
      const { of } = this.conditions[index] as BoundCondition;
      const isCounted = of.kind === 'change' || of.kind === 'volume';
      if (isCounted && of.slot === slot) this.before[index * PER_CONDITION] = NaN;
    }
  }

  holds(): boolean {
    const { before, now, conditions } = this;
    for (let index = 0; index < conditions.length; index++) {
      const { op, amount } = conditions[index] as BoundCondition;
      const place = index * PER_CONDITION;
      const holds = testCondition(
        op,
        amount,
        before[place] as number,
        before[place + 1] as number,
        before[place + 2] as number,
        now[place] as number,
        now[place + 1] as number,
        now[place + 2] as number,
      );
      if (!holds) return false;
    }
    return true;
  }

  clears(): boolean {
    const { now, conditions } = this;
    for (let index = 0; index < conditions.length; index++) {
      const { op, amount, condition } = conditions[index] as BoundCondition;
      const place = index * PER_CONDITION;
      const low = now[place + 1] as number;
      const distance = rearmDistance(condition.of, this.rule.watch.rearm, low, this.tick);
      const value = now[place] as number;
      if (clearsCondition(op, amount, distance, value, low, now[place + 2] as number)) return true;
    }
    return false;
  }

  /** What the conditions saw; for the record of a firing. */
  readings(): readonly { readonly before: number; readonly now: Reading }[] {
    return this.conditions.map((_, index) => {
      const place = index * PER_CONDITION;
      return {
        before: this.before[place] as number,
        now: {
          value: this.now[place] as number,
          low: this.now[place + 1] as number,
          high: this.now[place + 2] as number,
        },
      };
    });
  }

  /**
   * Prices at which its outcome can change; only of a rule that is looked at by its levels.
   *
   * @param previousClose - NaN where none is known
   */
  levels(previousClose: number): readonly number[] {
    return this.conditions.flatMap(({ condition, low, high }) => {
      const ends = [low, high].filter((end) => typeof end === 'number' && !Number.isNaN(end));
      const { rearm, trigger } = this.rule.watch;
      const distance = rearmDistance(condition.of, rearm, low as number, this.tick);
      const middle = ((low as number) + (high as number)) / 2;
      // What fires once is never armed again, so that only its levels themselves count.
      const values = (ends as number[]).flatMap((end) =>
        trigger === 'once' ? [end] : [end, end - distance, end + distance],
      );
      if (trigger !== 'once' && !Number.isNaN(middle)) values.push(middle);
      return condition.of.kind === 'price' ? values : pricesOf(values, previousClose);
    });
  }

  private paceOf(): BindingPace {
    const { trigger } = this.rule.watch;
    if (trigger === 'oncePerBarClose') return 'bar-close';
    const repeats = trigger === 'oncePerMinute' && !this.policy.needsArming;
    if (repeats || this.policy.rearmMs !== null) return 'every-price';
    return this.conditions.every((bound) => this.isLevel(bound)) ? 'levels' : 'every-price';
  }

  private isLevel({ of, low, high, window }: BoundCondition): boolean {
    if (window || typeof low !== 'number' || typeof high !== 'number') return false;
    return (of.kind === 'price' || of.kind === 'change') && of.slot === this.slot;
  }
}

/** Levels of a condition: numbers, measures of their own, or NaN where it has none. */
export function levelsOf(condition: Condition): readonly [number | Measure, number | Measure] {
  if (isLevelTest(condition)) return [condition.value, NaN];
  return isChannelTest(condition) ? [condition.low, condition.high] : [NaN, NaN];
}

/** Change in percent of prices around which rounding may decide either way. */
function pricesOf(percents: readonly number[], previousClose: number): readonly number[] {
  if (!(previousClose > 0)) return [];
  return percents.flatMap((percent) => {
    const price = previousClose * (1 + percent / 100);
    return [price * (1 - ROUNDING), price, price * (1 + ROUNDING)];
  });
}

const ROUNDING = 1e-12;

function levelOf(level: number | ValueSource, table: SlotTable): number {
  return typeof level === 'number' ? level : valueOf(level, table);
}

/** What a measure has come to; NaN where that is not known. */
export function valueOf(source: ValueSource, table: SlotTable): number {
  switch (source.kind) {
    case 'price':
      return table.price[source.slot] as number;
    case 'change':
      return (
        ((table.price[source.slot] as number) / (table.previousClose[source.slot] as number) - 1) *
        100
      );
    case 'volume':
      return table.volume[source.slot] as number;
    case 'indicator':
      return source.indicator.value;
    case 'value':
      return source.cell.value;
  }
}
