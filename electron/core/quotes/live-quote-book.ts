import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { Quote, QuoteDispute, QuoteState } from '../../../src/shared/domain/quote/quote';
import type { SourcedQuote } from '../market/market-data-port';
import { quoteState } from './quote-state';
import type { SessionPhase } from './session-phase';

/** What the state of a price follows from besides the price. */
export interface QuoteCircumstances {
  phaseOf(id: InstrumentId, nowMs: number): SessionPhase | null;
  /** True where the stamps of its exchange stand still though it is open. */
  isFrozen(id: InstrumentId, nowMs: number): boolean;
  /** How often sources are asked for it while its exchange is open. */
  openEveryMs(id: InstrumentId): number;
}

interface LiveEntry {
  readonly said: SourcedQuote;
  /** UTC milliseconds, as in `QuoteFacts`. */
  readonly lastAnswerAt: number;
  readonly refusedAt: number | null;
  readonly dispute: QuoteDispute | null;
  readonly quote: Quote;
}

/**
 * The last live price of each watched instrument, with its age and what it is worth. It is kept when
 * its source falls silent or talks nonsense; an instrument of which no price was ever heard has none.
 *
 * A quote with an older stamp is dropped, except that of another source in place of one that is
 * stale: rather a price that is late than one that nobody confirms. Every method that changes
 * something answers with the quotes that say something new.
 */
export class LiveQuoteBook {
  private readonly entries = new Map<InstrumentId, LiveEntry>();

  constructor(private readonly circumstances: QuoteCircumstances) {}

  get(id: InstrumentId): Quote | undefined {
    return this.entries.get(id)?.quote;
  }

  get size(): number {
    return this.entries.size;
  }

  take(heard: readonly SourcedQuote[], nowMs: number): readonly Quote[] {
    return heard.flatMap((said) => this.takeOne(said, nowMs));
  }

  /** A source answered with something that cannot be a price. */
  refuse(ids: Iterable<InstrumentId>, nowMs: number): readonly Quote[] {
    return [...ids].flatMap((id) => this.change(id, { refusedAt: nowMs }, nowMs));
  }

  /** No source answered. What was heard before stays, and grows older. */
  fail(ids: Iterable<InstrumentId>, nowMs: number): readonly Quote[] {
    return [...ids].flatMap((id) => this.change(id, { refusedAt: null }, nowMs));
  }

  /** Null where the sources agree. */
  setDispute(id: InstrumentId, dispute: QuoteDispute | null, nowMs: number): readonly Quote[] {
    return this.change(id, { dispute }, nowMs);
  }

  /** A healthy stream is an answer, even where the market is too quiet for a tick. */
  confirm(ids: Iterable<InstrumentId>, nowMs: number): readonly Quote[] {
    return [...ids].flatMap((id) => this.change(id, { lastAnswerAt: nowMs }, nowMs));
  }

  /** Time went by: without any answer, too, a price becomes stale. */
  reassess(nowMs: number): readonly Quote[] {
    const changed: Quote[] = [];
    for (const [id, entry] of this.entries) {
      const state = this.stateOf(id, entry, nowMs);
      if (state === entry.quote.state) continue;
      const quote = { ...entry.quote, state };
      this.entries.set(id, { ...entry, quote });
      changed.push(quote);
    }
    return changed;
  }

  /** @returns the instruments that were dropped */
  keepOnly(ids: ReadonlySet<InstrumentId>): readonly InstrumentId[] {
    const dropped = [...this.entries.keys()].filter((id) => !ids.has(id));
    for (const id of dropped) this.entries.delete(id);
    return dropped;
  }

  clear(): void {
    this.entries.clear();
  }

  private takeOne(said: SourcedQuote, nowMs: number): readonly Quote[] {
    const id = said.quote.instrument;
    const known = this.entries.get(id);
    if (known !== undefined && said.quote.asOf < known.said.quote.asOf) {
      if (said.source === known.said.source || known.quote.state !== 'stale') return [];
    }
    const dispute = known !== undefined && stillDisputes(known, said) ? known.dispute : null;
    const heard = { said, lastAnswerAt: nowMs, refusedAt: null, dispute };
    const state = this.stateOf(id, heard, nowMs);
    const quote: Quote = { ...said.quote, source: said.source, state, dispute };
    const isNews = known === undefined || !isSameQuote(known.quote, quote);
    this.entries.set(id, { ...heard, quote: isNews ? quote : known.quote });
    return isNews ? [quote] : [];
  }

  private change(
    id: InstrumentId,
    changes: Partial<Omit<LiveEntry, 'said' | 'quote'>>,
    nowMs: number,
  ): readonly Quote[] {
    const known = this.entries.get(id);
    if (known === undefined) return [];
    const entry = { ...known, ...changes };
    const state = this.stateOf(id, entry, nowMs);
    const { dispute } = entry;
    const isNews = state !== known.quote.state || dispute !== known.quote.dispute;
    const quote = isNews ? { ...known.quote, state, dispute } : known.quote;
    this.entries.set(id, { ...entry, quote });
    return isNews ? [quote] : [];
  }

  private stateOf(id: InstrumentId, entry: Omit<LiveEntry, 'quote'>, nowMs: number): QuoteState {
    const { source, quote } = entry.said;
    return quoteState({
      source,
      asOf: quote.asOf,
      session: quote.session,
      delayMinutes: quote.delayMinutes,
      lastAnswerAt: entry.lastAnswerAt,
      refusedAt: entry.refusedAt,
      askedEveryMs: this.circumstances.openEveryMs(id),
      phase: this.circumstances.phaseOf(id, nowMs),
      isFrozen: this.circumstances.isFrozen(id, nowMs),
      nowMs,
    });
  }
}

/** A contradiction is of one session, and ends where the contradicting source itself is shown. */
function stillDisputes({ said: known, dispute }: LiveEntry, said: SourcedQuote): boolean {
  return (
    dispute !== null &&
    dispute.source !== said.source &&
    known.source === said.source &&
    known.quote.session === said.quote.session
  );
}

function isSameQuote(one: Quote, other: Quote): boolean {
  return (
    one.price === other.price &&
    one.asOf === other.asOf &&
    one.state === other.state &&
    one.source === other.source &&
    one.session === other.session &&
    one.previousClose === other.previousClose &&
    one.delayMinutes === other.delayMinutes &&
    one.currency === other.currency &&
    one.dispute === other.dispute &&
    isSameBar(one.openBar, other.openBar)
  );
}

function isSameBar(one: Quote['openBar'], other: Quote['openBar']): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.time === other.time &&
    one.open === other.open &&
    one.high === other.high &&
    one.low === other.low &&
    one.close === other.close &&
    one.volume === other.volume
  );
}
