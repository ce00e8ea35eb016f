import type { ExchangeCalendar } from '../../../src/shared/domain/calendar/exchange-calendar';
import { calendarMicOf } from '../../../src/shared/domain/instrument/calendar-mic';
import {
  type Instrument,
  type InstrumentId,
  splitInstrumentId,
} from '../../../src/shared/domain/instrument/instrument';
import type { SourcedQuote } from '../market/market-data-port';
import type { ProviderError } from '../market/market-data-provider-port';
import type { PollPace } from './poll-pace';
import { CHARTED_MS, LISTED_MAX_MS, LISTED_MIN_MS, nextTurnAt, pauseMs } from './poll-times';
import type { SessionPhase } from './session-phase';
import type { SessionPhases } from './session-phases';
import { TradeFeeds } from './trade-feeds';

/** Beyond this a slow source is no excuse any more for a price that is not refreshed. */
const SLOWEST_TURN_MS = 5 * 60_000;
const HIDDEN_SLOWDOWN = 2;

export interface PollPlanParts {
  readonly phases: SessionPhases;
  readonly pace: PollPace;
  readonly instrument: (id: InstrumentId) => Instrument | undefined;
  /** By MIC or venue. */
  readonly calendar: (mic: string) => ExchangeCalendar | undefined;
  /** 0 to below 1. */
  readonly random: () => number;
}

/** Instruments of one exchange that are asked for together. */
export interface PollBatch {
  readonly exchange: string;
  readonly instruments: readonly InstrumentId[];
}

interface Poll {
  readonly instrument: InstrumentId;
  readonly exchange: string;
  askedAt: number | null;
  chance: number;
  pauseUntil: number | null;
  failures: number;
  /** What the source of the last price puts up with. */
  leastEveryMs: number;
}

/** Whose turn it is. Times are UTC milliseconds. */
export class PollPlan {
  /** In the order of the watching. */
  private polls = new Map<InstrumentId, Poll>();
  private readonly feeds = new TradeFeeds();
  private charted: InstrumentId | null = null;
  private slowdown = 1;
  private listedTurnMs = 0;

  constructor(private readonly parts: PollPlanParts) {}

  /** Turns of instruments that stay are kept. */
  watch(instruments: readonly InstrumentId[], charted: InstrumentId | null): void {
    const before = this.polls;
    this.polls = new Map(
      instruments.map((id) => [id, before.get(id) ?? this.createPoll(id)] as const),
    );
    this.charted = charted;
    const exchanges = new Set([...this.polls.values()].map(({ exchange }) => exchange));
    this.parts.pace.keepOnly(exchanges);
    this.feeds.keepOnly(exchanges);
  }

  setVisible(visible: boolean): void {
    this.slowdown = visible ? 1 : HIDDEN_SLOWDOWN;
  }

  get instruments(): readonly InstrumentId[] {
    return [...this.polls.keys()];
  }

  has(id: InstrumentId): boolean {
    return this.polls.has(id);
  }

  /** As the calendar has it, unless trades say otherwise. */
  phaseOf(id: InstrumentId, nowMs: number): SessionPhase | null {
    const exchange = this.exchangeOf(id);
    const calendar = this.parts.calendar(exchange);
    const phase = this.parts.phases.at(calendar, nowMs);
    return calendar && phase ? this.feeds.overrule(exchange, calendar, phase, nowMs) : null;
  }

  /** True where the exchange is open and the stamps of all its watched prices stand still. */
  isFrozen(id: InstrumentId, nowMs: number): boolean {
    return this.feeds.isFrozen(this.exchangeOf(id), this.phaseOf(id, nowMs), nowMs);
  }

  /** What prices say of the trading at their exchanges. */
  heard(said: readonly SourcedQuote[]): void {
    for (const { quote } of said) this.feeds.heard(this.exchangeOf(quote.instrument), quote);
  }

  /** How often it is asked for while its exchange is open, slow sources allowed for. */
  openEveryMs(id: InstrumentId): number {
    const listed = Math.min(SLOWEST_TURN_MS, Math.max(LISTED_MIN_MS, this.listedTurnMs));
    const wanted = id === this.charted ? CHARTED_MS : listed;
    return Math.max(wanted, this.polls.get(id)?.leastEveryMs ?? 0) * this.slowdown;
  }

  /** When the next turn is; null where nothing is watched but what is streamed. */
  nextAt(nowMs: number, streamed: ReadonlySet<InstrumentId>): number | null {
    let next = Infinity;
    for (const poll of this.polls.values()) {
      if (this.isPolled(poll, streamed)) next = Math.min(next, this.turnAt(poll, nowMs));
    }
    return next === Infinity ? null : next;
  }

  /**
   * Takes out those whose turn it is: the charted one by itself, else the exchange that waits longest
   * with as many as it answers for in a few seconds.
   */
  take(nowMs: number, streamed: ReadonlySet<InstrumentId>): PollBatch | null {
    const due = [...this.polls.values()]
      .filter((poll) => this.isPolled(poll, streamed))
      .map((poll) => ({ poll, at: this.turnAt(poll, nowMs) }))
      .filter(({ at }) => at <= nowMs)
      .sort((one, other) => (one.at === other.at ? 0 : one.at - other.at));
    const charted = due.find(({ poll }) => poll.instrument === this.charted);
    const first = charted ?? due[0];
    if (first === undefined) return null;
    const { exchange } = first.poll;
    const size = charted ? 1 : this.parts.pace.batchSize(exchange);
    const polls = charted
      ? [charted.poll]
      : due.filter(({ poll }) => poll.exchange === exchange).map(({ poll }) => poll);
    const taken = polls.slice(0, size);
    for (const poll of taken) this.begin(poll, nowMs);
    return { exchange, instruments: taken.map(({ instrument }) => instrument) };
  }

  /** @param leastEveryMs - how often the source that answered may be asked for it; 0 for as often as wanted */
  answered(id: InstrumentId, leastEveryMs = 0): void {
    const poll = this.polls.get(id);
    if (poll === undefined) return;
    poll.failures = 0;
    poll.pauseUntil = null;
    poll.leastEveryMs = leastEveryMs;
  }

  failed(id: InstrumentId, error: ProviderError | null, nowMs: number): void {
    const poll = this.polls.get(id);
    if (poll === undefined) return;
    poll.failures += 1;
    const charted = id === this.charted;
    const everyMs = this.openEveryMs(id);
    poll.pauseUntil =
      nowMs + pauseMs(poll.failures, everyMs, charted, error, poll.chance) * this.slowdown;
  }

  /** How long one turn of everything that is polled while open takes is measured anew. */
  measure(nowMs: number, streamed: ReadonlySet<InstrumentId>): void {
    const counts = new Map<string, number>();
    for (const poll of this.polls.values()) {
      if (!this.isPolled(poll, streamed)) continue;
      if (this.phaseOf(poll.instrument, nowMs)?.state === 'closed') continue;
      counts.set(poll.exchange, (counts.get(poll.exchange) ?? 0) + 1);
    }
    this.listedTurnMs = [...counts].reduce(
      (sum, [exchange, count]) => sum + this.parts.pace.turnMs(exchange, count),
      0,
    );
  }

  /** It is everybody's turn now, as after a network that came back. */
  restart(): void {
    for (const poll of this.polls.values()) {
      poll.askedAt = null;
      poll.pauseUntil = null;
      poll.failures = 0;
    }
  }

  private exchangeOf(id: InstrumentId): string {
    return this.polls.get(id)?.exchange ?? splitInstrumentId(id).mic;
  }

  /** What is streamed is asked for once all the same: its first tick may be far away. */
  private isPolled(poll: Poll, streamed: ReadonlySet<InstrumentId>): boolean {
    return poll.askedAt === null || poll.pauseUntil !== null || !streamed.has(poll.instrument);
  }

  private turnAt(poll: Poll, nowMs: number): number {
    const everyMs =
      poll.instrument === this.charted
        ? CHARTED_MS
        : Math.min(LISTED_MAX_MS, Math.max(LISTED_MIN_MS, this.listedTurnMs));
    const openEveryMs = Math.max(everyMs, poll.leastEveryMs);
    return nextTurnAt(poll, this.phaseOf(poll.instrument, nowMs), openEveryMs, this.slowdown);
  }

  private begin(poll: Poll, nowMs: number): void {
    poll.askedAt = nowMs;
    poll.pauseUntil = null;
    poll.chance = this.parts.random();
  }

  private createPoll(instrument: InstrumentId): Poll {
    const known = this.parts.instrument(instrument);
    return {
      instrument,
      exchange: known ? calendarMicOf(known) : splitInstrumentId(instrument).mic,
      askedAt: null,
      chance: this.parts.random(),
      pauseUntil: null,
      failures: 0,
      leastEveryMs: 0,
    };
  }
}
