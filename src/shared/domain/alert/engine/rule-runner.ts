import { advanceRule, type RuleProgress } from '../advance-rule';
import type { EngineFiring } from './engine-firing';
import type { RuleBinding } from './rule-binding';
import type { SlotTable } from './slot-table';

export interface RuleRunnerParts {
  readonly table: SlotTable;
  readonly fired: (firing: EngineFiring) => void;
  /** A rule was armed again, or time that counts towards it went by. */
  readonly progressed: (binding: RuleBinding) => void;
}

/** Looks at single rules, and keeps what becomes of them. */
export class RuleRunner {
  /** Rules that fired late in the catch-up that runs; null while none does. */
  private late: Set<RuleBinding> | null = null;

  constructor(private readonly parts: RuleRunnerParts) {}

  /** From here to {@link endLate} each rule fires at most once. */
  beginLate(): void {
    this.late = new Set();
  }

  /** @returns the rules that fired meanwhile: they may again from here on */
  endLate(): ReadonlySet<RuleBinding> {
    const late = this.late ?? new Set<RuleBinding>();
    this.late = null;
    return late;
  }

  /**
   * Looks at a rule with the values of now.
   *
   * @param at - UTC milliseconds
   * @param newSession - the slot whose session began with this price; -1 for none
   */
  look(binding: RuleBinding, at: number, newSession: number): void {
    if (newSession >= 0) binding.forgetSession(newSession);
    this.consider(binding, at);
    binding.settle();
  }

  private consider(binding: RuleBinding, at: number): void {
    const { progress, policy } = binding;
    if (binding.isOver(at)) return;
    binding.read(this.parts.table);
    const holds = binding.holds() && !this.late?.has(binding);
    const watchedMs = policy.rearmMs === null ? 0 : binding.watchedUntil(at);
    // Most prices change nothing, and are to cost nothing.
    if (!holds && progress.armed) return;
    const clears = binding.clears();
    if (!holds && !clears && policy.rearmMs === null) return;
    const next = advanceRule(policy, progress, { holds, clears }, { at, watchedMs });
    if (next !== progress) this.advance(binding, next, at);
  }

  private advance(binding: RuleBinding, next: RuleProgress, at: number): void {
    const { progress, rule, instrument, slot } = binding;
    const { table, fired, progressed } = this.parts;
    binding.progress = next;
    if (next.fired === progress.fired) return progressed(binding);
    this.late?.add(binding);
    fired({
      ...{ rule, instrument, progress: next, at },
      before: table.priorOf(slot),
      after: table.tickAt(slot),
      readings: binding.readings(),
    });
  }
}
