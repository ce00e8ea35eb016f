import type { Instrument, InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import { candidateInstrument } from '../../../src/shared/domain/instrument/candidate-instrument';
import type { Resolution } from '../../../src/shared/domain/instrument/resolve-symbol';
import {
  PROVIDER_FAILURES,
  type ProviderFailure,
} from '../../../src/shared/domain/market/provider-failure';
import { usualPriceDecimals } from '../../../src/shared/domain/instrument/price-decimals';
import type { MarketSource, Quote } from '../../../src/shared/domain/quote/quote';
import type { Signal } from '../events/signal';
import type { MarketData } from '../market/market-data-port';
import type { LearnedInstruments } from './learned-instruments-port';
import { matchInstruments } from './match-instruments';
import type { SymbolLookupService } from './symbol-lookup-service';

/** What was found or could be meant is offered for learning as long as it is among this many. */
const REMEMBERED_OFFERS = 500;
const LONGEST_ANSWER = 50;
/** The others take the currency from the instrument's code. */
const STATING_SOURCE: MarketSource = 'yahoo';

export interface InstrumentCatalogueParts {
  /** Those that come with the app. */
  readonly bundled: readonly Instrument[];
  readonly learned: LearnedInstruments;
  readonly market: Pick<MarketData, 'search'>;
  /** All instruments, told when one was learned. */
  readonly changed: Signal<readonly Instrument[]>;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly symbols: Pick<SymbolLookupService, 'resolve'>;
}

export interface InstrumentHits {
  readonly instruments: readonly Instrument[];
  /** Why no source answered; null where one did. */
  readonly failure: ProviderFailure | null;
}

/** All instruments that the app knows: those that came with it, and those that the user picked from a search. */
export class InstrumentCatalogueService {
  private known = new Map<InstrumentId, Instrument>();
  private list: readonly Instrument[] = [];
  private readonly bundledIds: ReadonlySet<InstrumentId>;
  /** The newest last. */
  private readonly offers = new Map<InstrumentId, Instrument>();

  constructor(private readonly parts: InstrumentCatalogueParts) {
    this.bundledIds = new Set(parts.bundled.map(({ id }) => id));
  }

  start(): void {
    this.adopt(this.parts.learned.readAll());
  }

  get(id: InstrumentId): Instrument | undefined {
    return this.known.get(id);
  }

  /** The bundled ones in their order, then the learned ones. The same array until one is learned. */
  all(): readonly Instrument[] {
    return this.list;
  }

  /** What a text means by its spelling or as a name. No source is asked. */
  async resolve(text: string): Promise<Resolution> {
    const resolution = await this.parts.symbols.resolve(text, this.list);
    for (const candidate of resolution.candidates) {
      const offer = candidateInstrument(candidate);
      // What a source found under the same id says more.
      if (offer && !this.known.has(offer.id) && !this.offers.has(offer.id)) this.offer(offer);
    }
    return resolution;
  }

  /** Instruments of the catalogue first, then those that only the sources know. */
  async search(text: string, signal?: AbortSignal): Promise<InstrumentHits> {
    const own = await this.findOwn(text);
    const result = await this.parts.market.search({ text, ...(signal && { signal }) });
    const found = result.ok ? result.instruments : [];
    for (const hit of found) this.hear(hit);
    const all = new Map(own.map((line) => [line.id, this.get(line.id) ?? line] as const));
    for (const hit of found) if (!all.has(hit.id)) all.set(hit.id, this.get(hit.id) ?? hit);
    return {
      instruments: [...all.values()].slice(0, LONGEST_ANSWER),
      failure: result.ok ? null : networkFailure(result.error.reason),
    };
  }

  /** Keeps what was found or could be meant. @returns false for what is neither known nor was offered lately */
  learnFound(id: InstrumentId): boolean {
    if (this.known.has(id)) return true;
    const offer = this.offers.get(id);
    if (offer === undefined) return false;
    this.learn(offer);
    return true;
  }

  /** Keeps an instrument for ever. One that comes with the app is left as it is. */
  learn(instrument: Instrument): void {
    if (this.bundledIds.has(instrument.id)) return;
    this.parts.learned.write(instrument, this.parts.now());
    this.adopt([...this.list.filter(({ id }) => id !== instrument.id), instrument]);
    this.offers.delete(instrument.id);
    this.parts.changed.emit(this.list);
  }

  /**
   * A source that quotes a learned instrument states its currency, which counts more than what was
   * taken from its exchange: London has lines in dollars.
   */
  hearCurrencies(quotes: readonly Quote[]): void {
    for (const { instrument, source, currency } of quotes) {
      const known = this.get(instrument);
      if (source !== STATING_SOURCE || currency === null || !known) continue;
      if (known.currency === currency || this.bundledIds.has(instrument)) continue;
      this.learn({ ...known, currency, priceDecimals: usualPriceDecimals(known.kind, currency) });
    }
  }

  private async findOwn(text: string): Promise<readonly Instrument[]> {
    const { candidates } = await this.parts.symbols.resolve(text, this.list);
    const meant = candidates.flatMap(({ id }) => this.get(id) ?? []);
    return [...new Set([...meant, ...matchInstruments(this.list, text)])];
  }

  /** A source says what was known by its code alone; anything else stays as it was learned. */
  private hear(hit: Instrument): void {
    const known = this.known.get(hit.id);
    if (!known) this.offer(hit);
    else if (known.kind === 'unknown') this.learn(hit);
  }

  private offer(instrument: Instrument): void {
    this.offers.delete(instrument.id);
    this.offers.set(instrument.id, instrument);
    for (const id of this.offers.keys()) {
      if (this.offers.size <= REMEMBERED_OFFERS) return;
      this.offers.delete(id);
    }
  }

  /** An id that comes with the app means what the app says. */
  private adopt(learned: readonly Instrument[]): void {
    const others = learned.filter(({ id }) => !this.bundledIds.has(id));
    this.list = [...this.parts.bundled, ...others];
    this.known = new Map(this.list.map((line) => [line.id, line]));
  }
}

function networkFailure(reason: string): ProviderFailure {
  return PROVIDER_FAILURES.find((failure) => failure === reason) ?? 'bad-answer';
}
