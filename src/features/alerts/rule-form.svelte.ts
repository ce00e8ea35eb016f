import { MOST_CONDITIONS } from '../../shared/domain/alert/alert-condition';
import {
  type AlertSession,
  type AlertWatch,
  type MarketWatch,
  type RuleDraft,
  type Trigger,
  USUAL_REARM,
} from '../../shared/domain/alert/alert-rule';
import { readRuleDraft } from '../../shared/domain/alert/read-rule';
import type { RuleFault } from '../../shared/domain/alert/rule-fault';
import type { SavedFilter } from '../../shared/domain/announcement-filter/saved-filter';
import type { ChartInterval } from '../../shared/domain/candle/interval';
import type { InstrumentId } from '../../shared/domain/instrument/instrument';
import {
  type ConditionForm,
  conditionForm,
  conditionOf,
  NEW_CONDITION,
  numberOf,
} from './condition-form';

export const TARGET_KINDS = ['instrument', 'list', 'announcement'] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

const NO_MARKET = {
  conditions: [],
  trigger: 'once',
  barInterval: 'D',
  session: 'extended',
} as const;

/** A rule as the editor holds it, until it is whole. Times are those of the user's own clock. */
export class RuleForm {
  target = $state<TargetKind>('instrument');
  instrument = $state<InstrumentId | null>(null);
  listId = $state<number | null>(null);
  filterName = $state('');
  conditions = $state.raw<readonly ConditionForm[]>([]);
  trigger = $state<Trigger>('once');
  barInterval = $state<ChartInterval>('D');
  session = $state<AlertSession>('extended');
  percent = $state('');
  ticks = $state('');
  minutes = $state('');
  /** `2026-12-31T16:00`, or empty. */
  expires = $state('');
  note = $state('');
  readonly #filters: () => readonly SavedFilter[];
  /** The filter that the rule had, where none of its name is saved any more. */
  #formerFilter: SavedFilter | null = null;

  constructor(draft: RuleDraft, filters: () => readonly SavedFilter[]) {
    this.#filters = filters;
    const { watch } = draft;
    const market = watch.kind === 'market' ? watch : NO_MARKET;
    this.#readTarget(watch);
    this.conditions =
      market.conditions.length > 0 ? market.conditions.map(conditionForm) : [NEW_CONDITION];
    this.trigger = market.trigger;
    this.barInterval = market.barInterval;
    this.session = market.session;
    const rearm = watch.kind === 'market' ? watch.rearm : USUAL_REARM;
    this.percent = String(rearm.percent);
    this.ticks = String(rearm.ticks);
    this.minutes = rearm.minutes === null ? '' : String(rearm.minutes);
    this.expires = draft.expiresAt === null ? '' : toLocalField(draft.expiresAt);
    this.note = draft.note;
  }

  /** The rule, or what is to be corrected first. */
  readonly reading: { readonly draft: RuleDraft | null; readonly fault: RuleFault | null } =
    $derived.by(() => {
      const read = readRuleDraft({
        watch: this.#watch(),
        expiresAt: this.expires === '' ? null : new Date(this.expires).getTime(),
        note: this.note,
      });
      return read.ok ? { draft: read.draft, fault: null } : { draft: null, fault: read.fault };
    });

  get canAdd(): boolean {
    return this.conditions.length < MOST_CONDITIONS;
  }

  addCondition(): void {
    this.conditions = [...this.conditions, NEW_CONDITION];
  }

  setCondition(at: number, patch: Partial<ConditionForm>): void {
    this.conditions = this.conditions.map((form, index) =>
      index === at ? { ...form, ...patch } : form,
    );
  }

  removeCondition(at: number): void {
    this.conditions = this.conditions.filter((_, index) => index !== at);
  }

  #readTarget(watch: AlertWatch): void {
    if (watch.kind === 'announcement') {
      this.target = 'announcement';
      this.filterName = watch.filterName;
      this.#formerFilter = { name: watch.filterName, filter: watch.filter };
    } else if (watch.target.kind === 'list') {
      this.target = 'list';
      this.listId = watch.target.listId;
    } else this.instrument = watch.target.instrument;
  }

  #watch(): unknown {
    if (this.target === 'announcement') {
      const saved = [...this.#filters(), this.#formerFilter].find(
        (each) => each?.name === this.filterName,
      );
      return { kind: 'announcement', filterName: this.filterName, filter: saved?.filter };
    }
    const target =
      this.target === 'list'
        ? { kind: 'list', listId: this.listId }
        : { kind: 'instrument', instrument: this.instrument };
    const { trigger, barInterval, session } = this;
    return {
      ...{ kind: 'market', target, trigger, barInterval, session },
      conditions: this.conditions.map(conditionOf),
      rearm: this.#rearm(),
    };
  }

  #rearm(): MarketWatch['rearm'] {
    return {
      percent: numberOf(this.percent),
      ticks: numberOf(this.ticks),
      minutes: this.minutes.trim() === '' ? null : numberOf(this.minutes),
    };
  }
}

/** A moment as an input of kind `datetime-local` has it. */
function toLocalField(utcMs: number): string {
  const local = new Date(utcMs - new Date(utcMs).getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
