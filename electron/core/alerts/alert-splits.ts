import { type AlertRule, namedBy } from '../../../src/shared/domain/alert/alert-rule';
import { type ShareSplit, splitFactor } from '../../../src/shared/domain/alert/share-split';
import { splitRule } from '../../../src/shared/domain/alert/split-rule';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { PatchedRule } from './alert-repository-port';
import type { AlertWatch } from './alert-watch';

export interface AlertSplitsParts {
  readonly rules: () => readonly AlertRule[];
  readonly watch: Pick<AlertWatch, 'rebase' | 'rulesOf' | 'forgetLast'>;
  /** Keeps changes of rules, and has them followed. */
  readonly patch: (patches: readonly PatchedRule[]) => void;
  /** The rules on the disk are others than before. */
  readonly reload: () => void;
  /** UTC milliseconds. */
  readonly now: () => number;
}

/** What splits do to rules: nothing fires by them. */
export class AlertSplits {
  constructor(private readonly parts: AlertSplitsParts) {}

  /**
   * Old prices and levels are written in the shares of today.
   *
   * @returns whether that could be kept; rules know nothing of the split where not
   */
  happened(instrument: InstrumentId, split: ShareSplit): boolean {
    const { watch, rules, reload, now } = this.parts;
    const set = this.idsOn(instrument);
    const patches = rules().flatMap((rule): PatchedRule[] => {
      const where = { instrument, isSet: set.has(rule.id) };
      const patch = splitRule(rule, where, split, now());
      return patch ? [{ id: rule.id, patch }] : [];
    });
    if (!watch.rebase(instrument, splitFactor(split), patches)) return false;
    if (patches.length > 0) reload();
    return true;
  }

  /**
   * Rules whose levels may be void wait until the user has looked at them; those on a list wait on this
   * instrument alone, as they are for others too.
   */
  suspected(instrument: InstrumentId): void {
    const { watch, rules, patch } = this.parts;
    const set = this.idsOn(instrument);
    watch.forgetLast(instrument);
    patch(
      rules().flatMap((rule): PatchedRule[] => {
        const { id, watch: its, held = [] } = rule;
        if (its.kind !== 'market' || !rule.enabled || rule.ended !== null) return [];
        const isNamed = namedBy(its).includes(instrument);
        const isOwn = its.target.kind === 'instrument' && set.has(id);
        if (isNamed || isOwn) return [{ id, patch: { ended: 'split' } }];
        return set.has(id) ? [{ id, patch: { held: [...held, instrument] } }] : [];
      }),
    );
  }

  private idsOn(instrument: InstrumentId): ReadonlySet<number> {
    return new Set(this.parts.watch.rulesOf(instrument).map(({ id }) => id));
  }
}
