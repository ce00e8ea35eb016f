import { FRESH } from '../../../src/shared/domain/alert/advance-rule';
import type { EngineFiring } from '../../../src/shared/domain/alert/engine/engine-firing';
import type { MarketRule, RuleBinding } from '../../../src/shared/domain/alert/engine/rule-binding';
import type { AlertTick, Firing } from '../../../src/shared/domain/alert/firing';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { MarketSource } from '../../../src/shared/domain/quote/quote';
import type {
  AlertCommit,
  AlertRepository,
  LastPrice,
  PatchedRule,
  StoredProgress,
} from './alert-repository-port';

/** A firing as it came out of the engine, with what was known around it. */
export interface HeardFiring {
  readonly fired: EngineFiring;
  readonly source: MarketSource | null;
  readonly late: boolean;
  /** Prices around it, as they were then. */
  readonly ticks: readonly AlertTick[];
}

/** The last price of an instrument that a condition names: no progress, and none to lose. */
export interface NamedPrice {
  readonly rule: MarketRule;
  readonly instrument: InstrumentId;
  readonly last: LastPrice;
}

/** What rules heard of an instrument, in the shares of after its split. */
export interface SplitHeard {
  readonly bindings: readonly { readonly binding: RuleBinding; readonly last: LastPrice | null }[];
  readonly named: readonly NamedPrice[];
}

export interface FiringKeeperParts {
  readonly repository: Pick<AlertRepository, 'commit'>;
  readonly record: (heard: HeardFiring) => AlertCommit['firings'][number];
  readonly lastOf: (binding: RuleBinding) => LastPrice | null;
  /** What happens leaves the rules as they are. */
  readonly isSimulated: () => boolean;
  /** Firings that are on the disk, in the order in which they happened. */
  readonly onFired: (firings: readonly Firing[]) => void;
  /** Rules that are done. */
  readonly onEnded: () => void;
  readonly onError: (error: unknown) => void;
}

/**
 * Brings firings and what became of rules to the disk in one step, before anybody is told. What could
 * not be kept is tried again with the next price.
 */
export class FiringKeeper {
  private waiting: HeardFiring[] = [];
  private readonly touched = new Set<RuleBinding>();
  private readonly savedAt = new WeakMap<RuleBinding, number>();
  private named: readonly NamedPrice[] = [];

  constructor(private readonly parts: FiringKeeperParts) {}

  /** Rules of another market come: nothing of the ones before is to be kept any more. */
  clear(): void {
    this.touched.clear();
    this.named = [];
  }

  fired(heard: HeardFiring, binding: RuleBinding | undefined): void {
    this.waiting.push(heard);
    if (binding) this.touched.add(binding);
  }

  /** Something became of a rule that is to be kept. */
  touch(binding: RuleBinding): void {
    this.touched.add(binding);
  }

  /** Without what was first heard a run that ends now could miss what comes next. */
  heard(binding: RuleBinding): void {
    if (!this.savedAt.has(binding)) this.touched.add(binding);
  }

  /** The last prices, so that a later run knows what was before. */
  save(bindings: Iterable<RuleBinding>, named: Iterable<NamedPrice>): void {
    if (this.parts.isSimulated()) return;
    for (const binding of bindings) {
      const last = this.parts.lastOf(binding);
      if (last !== null && this.savedAt.get(binding) !== last.at) this.touched.add(binding);
    }
    this.named = [...named];
    this.commit();
  }

  /** Keeps what fired since the last time, and tells of it. */
  commit(): void {
    if (this.parts.isSimulated()) this.touched.clear();
    if (this.waiting.length + this.touched.size + this.named.length === 0) return;
    const heard = this.waiting.splice(0);
    const touched = [...this.touched];
    const { named } = this;
    this.clear();
    const commit: AlertCommit = {
      progress: [...touched.map((binding) => this.stored(binding)), ...named.map(storedName)],
      firings: heard.map((each) => this.parts.record(each)),
      ended: this.parts.isSimulated() ? [] : endedBy(heard),
    };
    try {
      const kept = this.parts.repository.commit(commit);
      if (kept.length > 0) this.parts.onFired(kept);
      if (commit.ended.length > 0) this.parts.onEnded();
    } catch (error) {
      this.waiting.unshift(...heard);
      for (const binding of touched) this.touched.add(binding);
      this.parts.onError(error);
    }
  }

  /**
   * Keeps levels and the prices before them in the shares of after a split, in one step: with one of the
   * two alone the next run would fire by the split, or scale twice.
   *
   * @returns whether it could be kept; nothing may be changed where not
   */
  keepSplit({ bindings, named }: SplitHeard, patches: readonly PatchedRule[]): boolean {
    this.commit();
    const own = bindings.map(({ binding, last }) => ({ ...this.stored(binding), last }));
    const progress = [...own, ...named.map(storedName)];
    try {
      this.parts.repository.commit({ progress, patches, firings: [], ended: [] });
      return true;
    } catch (error) {
      this.parts.onError(error);
      return false;
    }
  }

  private stored(binding: RuleBinding): StoredProgress {
    const { rule, instrument, progress } = binding;
    const last = this.parts.lastOf(binding);
    if (last !== null) this.savedAt.set(binding, last.at);
    return { ...progress, ruleId: rule.id, revision: rule.revision, instrument, last };
  }
}

function storedName({ rule, instrument, last }: NamedPrice): StoredProgress {
  return { ...FRESH, ruleId: rule.id, revision: rule.revision, instrument, last };
}

/** A rule that fires once on one instrument is over; on a list it may fire for the others. */
function endedBy(heard: readonly HeardFiring[]): AlertCommit['ended'] {
  return heard
    .filter(({ fired: { rule } }) => {
      const { trigger, target } = rule.watch;
      return trigger === 'once' && target.kind === 'instrument';
    })
    .map(({ fired }) => ({ ruleId: fired.rule.id, ended: 'fired' }));
}
