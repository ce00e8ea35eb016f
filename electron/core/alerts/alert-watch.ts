import type { AlertRule } from '../../../src/shared/domain/alert/alert-rule';
import { AlertEngine, type EngineTick } from '../../../src/shared/domain/alert/engine/alert-engine';
import type { MarketRule } from '../../../src/shared/domain/alert/engine/rule-binding';
import { heardTick } from '../../../src/shared/domain/alert/heard-tick';
import type { ChartInterval } from '../../../src/shared/domain/candle/interval';
import type { Instrument, InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { MarketMode } from '../../../src/shared/domain/market/market-status';
import type { MarketSource } from '../../../src/shared/domain/quote/quote';
import type { AlertHours } from './alert-hours-port';
import type { AlertLists } from './alert-lists-port';
import type { AlertCommit, AlertRepository, LastPrice, PatchedRule } from './alert-repository-port';
import { FiringKeeper, type FiringKeeperParts, type HeardFiring } from './firing-keeper';
import { firingWords, recordFiring } from './firing-record';
import { LastPrices } from './last-prices';
import { RecentTicks } from './recent-ticks';
import { RuleSet } from './rule-set';

export interface AlertWatchParts extends Pick<
  FiringKeeperParts,
  'onFired' | 'onEnded' | 'onError'
> {
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
}

const USUAL_DECIMALS = 2;

/**
 * Runs the rules over prices, those that are switched on as they are now, and has what comes of it kept.
 * What happens in the simulated market is kept as firings only, and leaves the rules as real prices left
 * them.
 */
export class AlertWatch {
  private readonly recent = new RecentTicks();
  private readonly keeper: FiringKeeper;
  private engine: AlertEngine;
  private lastPrices: LastPrices;
  private rules: RuleSet;
  private following: readonly AlertRule[] = [];
  private simulatedRun: string | null = null;
  private source: MarketSource | null = null;
  private isLate = false;

  constructor(private readonly parts: AlertWatchParts) {
    this.keeper = new FiringKeeper({
      ...parts,
      record: (heard) => this.record(heard),
      lastOf: (binding) => this.engine.lastOf(binding),
      isSimulated: () => this.simulatedRun !== null,
    });
    this.engine = this.newEngine();
    this.lastPrices = new LastPrices();
    this.rules = this.newRules(false);
  }

  /** Another market than before: its prices have nothing to do with those of the other. */
  restart(): void {
    this.save();
    const isSimulated = this.parts.mode() === 'simulated';
    this.simulatedRun = isSimulated ? `simulated ${this.parts.now()}` : null;
    this.recent.clear();
    this.keeper.clear();
    this.engine = this.newEngine();
    this.lastPrices = new LastPrices();
    this.rules = this.newRules(!isSimulated);
    this.rules.follow(this.following);
  }

  /** @returns true where another instrument is looked at, or one no more */
  follow(rules: readonly AlertRule[]): boolean {
    this.following = rules;
    return this.rules.follow(rules);
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
    return this.lastPrices.of(instrument);
  }

  hear(instrument: InstrumentId, tick: EngineTick, source: MarketSource): void {
    this.source = source;
    const heard = heardTick(tick);
    this.recent.hear(instrument, heard);
    this.lastPrices.hear(instrument, { ...heard, session: tick.session });
    this.engine.hear(instrument, tick);
    for (const binding of this.rules.on(instrument)) this.keeper.heard(binding);
  }

  /** Good enough to compare the next price with. */
  hearFirst(instrument: InstrumentId, tick: EngineTick): void {
    this.lastPrices.hear(instrument, { ...heardTick(tick), session: tick.session });
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

  /**
   * What was heard of an instrument is written in the shares of after its split, on the disk together
   * with the levels of its rules.
   *
   * @param factor - what a price of before is multiplied by
   * @returns whether it could be kept; nothing has changed where not
   */
  rebase(instrument: InstrumentId, factor: number, patches: readonly PatchedRule[]): boolean {
    const heard = this.rules.inNewShares(instrument, factor);
    if (!this.keeper.keepSplit(heard, patches)) return false;
    this.engine.rebase(instrument, factor);
    this.lastPrices.scale(instrument, factor);
    this.recent.forget(instrument);
    return true;
  }

  /** The next price of an instrument is a first one again, for this run and for later ones. */
  forgetLast(instrument: InstrumentId): void {
    this.rules.forgetLast(instrument);
    for (const binding of this.rules.on(instrument)) this.keeper.touch(binding);
    this.commit();
  }

  /** Keeps what fired since the last time, and tells of it. */
  commit(): void {
    this.keeper.commit();
  }

  /** Keeps the last prices, so that a later run knows what was before. */
  save(): void {
    this.keeper.save(this.engine.allBindings(), this.rules.namedPrices());
  }

  private newRules(withStored: boolean): RuleSet {
    const { lists, repository } = this.parts;
    const stored = withStored ? repository.progress() : [];
    return new RuleSet({ engine: this.engine, lists, lastPrices: this.lastPrices, stored });
  }

  private newEngine(): AlertEngine {
    const { hours, wantBars } = this.parts;
    return new AlertEngine({
      ...{ spans: hours.spans, wantBars },
      tickSize: (id) => 10 ** -(this.parts.instrument(id)?.priceDecimals ?? USUAL_DECIMALS),
      fired: (fired) => {
        const { source, isLate: late } = this;
        const heard = { fired, source, late, ticks: this.recent.of(fired.instrument) };
        this.keeper.fired(heard, this.rules.bindingOf(fired));
      },
      progressed: (binding) => this.keeper.touch(binding),
    });
  }

  private record({ fired, source, late, ticks }: HeardFiring): AlertCommit['firings'][number] {
    const { instrument, hours, now, isMuted } = this.parts;
    const phase = hours.phaseAt(fired.instrument, fired.at);
    const { simulatedRun } = this;
    const firing = recordFiring(fired, { seenAt: now(), late, source, simulatedRun, phase });
    const words = firingWords(instrument(fired.instrument), firing);
    return { firing, ticks, words, delivery: isMuted() ? 'muted' : 'pending' };
  }
}
