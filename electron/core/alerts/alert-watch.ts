import type { AlertRule } from '../../../src/shared/domain/alert/alert-rule';
import { AlertEngine, type EngineTick } from '../../../src/shared/domain/alert/engine/alert-engine';
import type { EngineFiring } from '../../../src/shared/domain/alert/engine/engine-firing';
import type { MarketRule, RuleBinding } from '../../../src/shared/domain/alert/engine/rule-binding';
import type { Firing } from '../../../src/shared/domain/alert/firing';
import type { ChartInterval } from '../../../src/shared/domain/candle/interval';
import type { Instrument, InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { MarketMode } from '../../../src/shared/domain/market/market-status';
import type { MarketSource } from '../../../src/shared/domain/quote/quote';
import type { AlertHours } from './alert-hours-port';
import type { AlertLists } from './alert-lists-port';
import type { AlertCommit, AlertRepository, LastPrice } from './alert-repository-port';
import { firingWords, recordFiring } from './firing-record';
import { RecentTicks } from './recent-ticks';
import { RuleSet } from './rule-set';

export interface AlertWatchParts {
  readonly repository: Pick<AlertRepository, 'commit' | 'progress'>;
  readonly lists: AlertLists;
  readonly hours: AlertHours;
  readonly instrument: (id: InstrumentId) => Instrument | undefined;
  readonly mode: () => MarketMode;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** Nothing is to be shown of what fires now. */
  readonly isMuted: () => boolean;
  /** Bars are wanted for an indicator. */
  readonly wantBars: (instrument: InstrumentId, interval: ChartInterval) => void;
  /** Firings that are on the disk, in the order in which they happened. */
  readonly onFired: (firings: readonly Firing[]) => void;
  /** Rules that are done. */
  readonly onEnded: () => void;
  readonly onError: (error: unknown) => void;
}

interface Heard {
  readonly fired: EngineFiring;
  readonly source: MarketSource | null;
  readonly late: boolean;
  /** Prices around it, as they were then. */
  readonly ticks: ReturnType<RecentTicks['of']>;
}

const USUAL_DECIMALS = 2;

/**
 * Runs the rules over prices and keeps what comes of it: the state of the rules and their firings go to
 * the disk in one step, before anybody is told. What happens in the simulated market is kept as firings
 * only, and leaves the rules as real prices left them.
 */
export class AlertWatch {
  private readonly recent = new RecentTicks();
  private engine: AlertEngine;
  private rules: RuleSet;
  private following: readonly AlertRule[] = [];
  private waiting: Heard[] = [];
  private readonly touched = new Set<RuleBinding>();
  private readonly savedAt = new WeakMap<RuleBinding, number>();
  private simulatedRun: string | null = null;
  private source: MarketSource | null = null;
  private isLate = false;

  constructor(private readonly parts: AlertWatchParts) {
    this.engine = this.newEngine();
    this.rules = new RuleSet(this.engine, parts.lists, []);
  }

  /** Another market than before: its prices have nothing to do with those of the other. */
  restart(): void {
    if (this.simulatedRun === null) this.save();
    const isSimulated = this.parts.mode() === 'simulated';
    this.simulatedRun = isSimulated ? `simulated ${this.parts.now()}` : null;
    this.recent.clear();
    this.touched.clear();
    this.engine = this.newEngine();
    const stored = isSimulated ? [] : this.parts.repository.progress();
    this.rules = new RuleSet(this.engine, this.parts.lists, stored);
    this.rules.follow(this.following);
  }

  /** @returns true where another instrument is looked at, or one no more */
  follow(rules: readonly AlertRule[]): boolean {
    this.following = rules;
    return this.rules.follow(rules);
  }

  get isSimulated(): boolean {
    return this.simulatedRun !== null;
  }

  instruments(): readonly InstrumentId[] {
    return this.rules.instruments();
  }

  isWatched(instrument: InstrumentId): boolean {
    return this.engine.indexOf(instrument) >= 0;
  }

  /** The rules that are set on an instrument, or on a list with it. */
  rulesOf(instrument: InstrumentId): readonly MarketRule[] {
    return this.rules.on(instrument).map(({ rule }) => rule);
  }

  /** The last price that some rule heard of an instrument; null before the first. */
  lastOf(instrument: InstrumentId): LastPrice | null {
    let newest: LastPrice | null = null;
    for (const binding of this.rules.on(instrument)) {
      const last = this.engine.lastOf(binding);
      if (last !== null && last.at > (newest?.at ?? -Infinity)) newest = last;
    }
    return newest;
  }

  hear(instrument: InstrumentId, tick: EngineTick, source: MarketSource): void {
    this.source = source;
    this.note(instrument, tick);
    this.engine.hear(instrument, tick);
    // Without what was first heard a run that ends now could miss what comes next.
    for (const binding of this.rules.on(instrument)) {
      if (!this.savedAt.has(binding)) this.touched.add(binding);
    }
  }

  /** Good enough to compare the next price with. */
  hearFirst(instrument: InstrumentId, tick: EngineTick): void {
    for (const binding of this.rules.on(instrument)) this.engine.restoreLast(binding, tick);
  }

  /** Prices of a time that was missed: each rule fires at most once, and late. */
  hearLate(instrument: InstrumentId, ticks: Iterable<EngineTick>, source: MarketSource): void {
    this.isLate = true;
    this.engine.beginLate();
    for (const tick of ticks) this.hear(instrument, tick, source);
    this.engine.endLate();
    this.commit();
    this.isLate = false;
  }

  /** @param at - UTC milliseconds up to which prices are known */
  closeBars(instrument: InstrumentId, at: number): void {
    this.engine.closeBars(instrument, at);
  }

  seed(...args: Parameters<AlertEngine['seed']>): void {
    this.engine.seed(...args);
  }

  setAbnormalMove(...args: Parameters<AlertEngine['setAbnormalMove']>): void {
    this.engine.setAbnormalMove(...args);
  }

  rebase(instrument: InstrumentId, factor: number): void {
    this.engine.rebase(instrument, factor);
    this.recent.clear();
  }

  forgetLast(instrument: InstrumentId): void {
    this.engine.forgetLast(instrument);
  }

  /** Keeps what fired since the last time, and tells of it. */
  commit(): void {
    if (this.isSimulated) this.touched.clear();
    if (this.waiting.length === 0 && this.touched.size === 0) return;
    const heard = this.waiting.splice(0);
    const touched = [...this.touched];
    this.touched.clear();
    const commit: AlertCommit = {
      progress: touched.map((binding) => this.stored(binding)),
      firings: heard.map((each) => this.record(each)),
      ended: this.isSimulated ? [] : this.endedBy(heard),
    };
    try {
      const kept = this.parts.repository.commit(commit);
      if (kept.length > 0) this.parts.onFired(kept);
      if (commit.ended.length > 0) this.parts.onEnded();
    } catch (error) {
      // What could not be kept is tried again with the next price, and not told before.
      this.waiting.unshift(...heard);
      for (const binding of touched) this.touched.add(binding);
      this.parts.onError(error);
    }
  }

  /** Keeps the last prices, so that a later run knows what was before. */
  save(): void {
    if (this.isSimulated) return;
    for (const binding of this.engine.allBindings()) {
      const last = this.engine.lastOf(binding);
      if (last !== null && this.savedAt.get(binding) !== last.at) this.touched.add(binding);
    }
    this.commit();
  }

  private note(instrument: InstrumentId, tick: EngineTick): void {
    const { at, heardAt, price, previousClose, volume } = tick;
    this.recent.hear(instrument, {
      ...{ at, heardAt, price },
      previousClose: Number.isNaN(previousClose) ? null : previousClose,
      volume: Number.isNaN(volume) ? null : volume,
    });
  }

  private newEngine(): AlertEngine {
    const { hours, wantBars } = this.parts;
    return new AlertEngine({
      ...{ spans: hours.spans, wantBars },
      tickSize: (id) => 10 ** -(this.parts.instrument(id)?.priceDecimals ?? USUAL_DECIMALS),
      fired: (fired) => {
        const ticks = this.recent.of(fired.instrument);
        this.waiting.push({ fired, source: this.source, late: this.isLate, ticks });
        const isIts = (each: RuleBinding): boolean => each.instrument === fired.instrument;
        const binding = this.engine.bindingsOf(fired.rule.id).find(isIts);
        if (binding) this.touched.add(binding);
      },
      progressed: (binding) => this.touched.add(binding),
    });
  }

  private record({ fired, source, late, ticks }: Heard): AlertCommit['firings'][number] {
    const { instrument, hours, now, isMuted } = this.parts;
    const firing = recordFiring(fired, {
      ...{ seenAt: now(), late, source, simulatedRun: this.simulatedRun },
      phase: hours.phaseAt(fired.instrument, fired.at),
    });
    const words = firingWords(instrument(fired.instrument), firing);
    return { firing, ticks, words, delivery: isMuted() ? 'muted' : 'pending' };
  }

  private stored(binding: RuleBinding): AlertCommit['progress'][number] {
    const { rule, instrument, progress } = binding;
    const last = this.engine.lastOf(binding);
    if (last !== null) this.savedAt.set(binding, last.at);
    return { ...progress, ruleId: rule.id, revision: rule.revision, instrument, last };
  }

  /** A rule that fires once on one instrument is over; on a list it may fire for the others. */
  private endedBy(heard: readonly Heard[]): AlertCommit['ended'] {
    return heard
      .filter(({ fired: { rule } }) => {
        const { trigger, target } = rule.watch;
        return trigger === 'once' && target.kind === 'instrument';
      })
      .map(({ fired }) => ({ ruleId: fired.rule.id, ended: 'fired' }));
  }
}
