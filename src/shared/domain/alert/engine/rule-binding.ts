import type { InstrumentId } from '../../instrument/instrument';
import {
  type FiringPolicy,
  firingPolicy,
  type RuleProgress,
  watchedBetween,
} from '../advance-rule';
import type { AlertRule, MarketWatch, Rearm } from '../alert-rule';
import type { Reading } from '../evaluate-rule';
import { clearsCondition, rearmDistance, testCondition } from '../test-condition';
import { type BoundCondition, isFixed, isForeseeable, levelValue } from './bound-condition';
import { type PriceLine, QuietBand } from './quiet-band';
import type { SlotTable } from './slot-table';
import { type ValueSource, valueAtZero, valueOf } from './value-source';

/**
 * How a rule is looked at: when a price or volume reaches one of its fixed levels (`levels`), when it
 * leaves what was foreseen from the last look (`band`), with every price, or at the close of bars.
 */
export type BindingPace = 'levels' | 'band' | 'every-price' | 'bar-close';

export type MarketRule = AlertRule & { readonly watch: MarketWatch };

const PER_CONDITION = 3;
const NO_LINE: PriceLine = { zero: 0, slope: 0 };

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
  readonly band = new QuietBand();
  progress: RuleProgress;
  /** The price at which it was last looked at, so that several levels in one step count once. */
  seenStep = -1;
  /** UTC milliseconds at which it was last looked at; NaN before that. */
  lastAt = NaN;
  /** UTC milliseconds; Infinity for never. */
  private readonly expiresAt: number;
  private readonly rearm: Rearm;
  private readonly tick: number;
  /** What the conditions see now, three numbers each, then what they saw before. */
  private readonly seen: Float64Array;
  /** Where in {@link seen} begins what they saw before. */
  private readonly earlier: number;

  constructor(parts: BindingParts) {
    this.rule = parts.rule;
    this.instrument = parts.instrument;
    this.slot = parts.slot;
    this.tick = parts.tick;
    this.expiresAt = parts.rule.expiresAt ?? Infinity;
    this.rearm = parts.rule.watch.rearm;
    this.conditions = parts.conditions;
    this.progress = parts.progress;
    this.policy = firingPolicy(this.rule.watch);
    this.pace = this.paceOf();
    this.earlier = this.conditions.length * PER_CONDITION;
    this.seen = new Float64Array(2 * this.earlier).fill(NaN);
  }

  /** Fires no more. @param at - UTC milliseconds */
  isOver(at: number): boolean {
    return this.progress.done || at >= this.expiresAt;
  }

  /** What could be seen now is what was seen before from here on. */
  note(table: SlotTable): void {
    this.read(table);
    this.settle();
  }

  /** Reads what all conditions see now. */
  read(table: SlotTable): void {
    const { seen, conditions } = this;
    for (let index = 0; index < conditions.length; index++) {
      const { of, low, high, window } = conditions[index] as BoundCondition;
      const place = index * PER_CONDITION;
      seen[place] = valueOf(of, table);
      seen[place + 1] = window ? window.lowest : levelValue(low, table);
      seen[place + 2] = window ? window.highest : levelValue(high, table);
    }
  }

  /** What is seen now is what was seen before from here on. */
  settle(): void {
    const { seen, earlier } = this;
    for (let place = 0; place < earlier; place++) seen[earlier + place] = seen[place] as number;
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
      if (isCounted && of.slot === slot) this.seen[this.earlier + index * PER_CONDITION] = NaN;
    }
  }

  holds(): boolean {
    const { seen, earlier, conditions } = this;
    for (let index = 0; index < conditions.length; index++) {
      const { op, amount } = conditions[index] as BoundCondition;
      const place = index * PER_CONDITION;
      const holds = testCondition(
        op,
        amount,
        seen[earlier + place] as number,
        seen[earlier + place + 1] as number,
        seen[earlier + place + 2] as number,
        seen[place] as number,
        seen[place + 1] as number,
        seen[place + 2] as number,
      );
      if (!holds) return false;
    }
    return true;
  }

  clears(): boolean {
    const { seen, conditions } = this;
    for (let index = 0; index < conditions.length; index++) {
      const { op, amount, condition } = conditions[index] as BoundCondition;
      const place = index * PER_CONDITION;
      const low = seen[place + 1] as number;
      const distance = rearmDistance(condition.of, this.rearm, low, this.tick);
      const value = seen[place] as number;
      if (clearsCondition(op, amount, distance, value, low, seen[place + 2] as number)) return true;
    }
    return false;
  }

  /** What the conditions saw; for the record of a firing. */
  readings(): readonly { readonly before: number; readonly now: Reading }[] {
    const { seen, earlier } = this;
    return this.conditions.map((_, index) => {
      const place = index * PER_CONDITION;
      return {
        before: seen[earlier + place] as number,
        now: {
          value: seen[place] as number,
          low: seen[place + 1] as number,
          high: seen[place + 2] as number,
        },
      };
    });
  }

  /**
   * Sets {@link band} from what it saw with the last price, which has to be settled. An armed rule waits
   * for one of its conditions to change, another for being clear of them; one that holds and may not
   * fire yet, or that waits for time to pass, has to be looked at with every price.
   *
   * @param at - UTC milliseconds of the last price
   */
  foresee(table: SlotTable, at: number): void {
    const { band, policy, conditions } = this;
    const { armed } = this.progress;
    band.open();
    if (this.isOver(at)) return;
    if (armed ? this.holds() : policy.rearmMs !== null) return band.close();
    for (let index = 0; index < conditions.length; index++) this.foreseeOne(index, armed, table);
  }

  private foreseeOne(index: number, armed: boolean, table: SlotTable): void {
    const { band, seen, slot } = this;
    const { of, low, marks } = this.conditions[index] as BoundCondition;
    const { holds, clears } = marks;
    const value = seen[index * PER_CONDITION] as number;
    const level = seen[index * PER_CONDITION + 1] as number;
    // What is not known stays so for as long as the bar lasts.
    if (Number.isNaN(value) || Number.isNaN(level)) return;
    if (of.kind === 'volume') {
      const ahead = armed ? holds : clears.flatMap((way) => way.marks);
      for (const { offset } of ahead) band.narrowToVolume(offset, value);
      return;
    }
    const price = table.priceOf(slot);
    const line = lineThrough(of, value, price, table);
    const levelLine = typeof low === 'number' ? NO_LINE : lineThrough(low, level, price, table);
    if (armed) for (const mark of holds) band.narrowToMark(line, levelLine, mark, price);
    else for (const way of clears) band.narrowToAll(line, levelLine, way, price);
  }

  private paceOf(): BindingPace {
    const { trigger } = this.rule.watch;
    const { conditions, policy, slot } = this;
    if (trigger === 'oncePerBarClose') return 'bar-close';
    if (!conditions.every((bound) => isForeseeable(bound, slot))) return 'every-price';
    const needsTime =
      policy.rearmMs !== null || (trigger === 'oncePerMinute' && !policy.needsArming);
    return !needsTime && conditions.every((bound) => isFixed(bound, slot)) ? 'levels' : 'band';
  }
}

function lineThrough(
  source: ValueSource,
  value: number,
  price: number,
  table: SlotTable,
): PriceLine {
  const zero = valueAtZero(source, table);
  return { zero, slope: (value - zero) / price };
}
