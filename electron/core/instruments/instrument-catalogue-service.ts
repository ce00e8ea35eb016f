import type { Instrument, InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import {
  PROVIDER_FAILURES,
  type ProviderFailure,
} from '../../../src/shared/domain/market/provider-failure';
import type { Signal } from '../events/signal';
import type { MarketData } from '../market/market-data-port';
import type { LearnedInstruments } from './learned-instruments-port';
import { matchInstruments } from './match-instruments';

/** What sources found is offered for learning as long as it is among this many. */
const REMEMBERED_HITS = 500;
const LONGEST_ANSWER = 50;

export interface InstrumentCatalogueParts {
  /** Those that come with the app. */
  readonly bundled: readonly Instrument[];
  readonly learned: LearnedInstruments;
  readonly market: Pick<MarketData, 'search'>;
  /** All instruments, told when one was learned. */
  readonly changed: Signal<readonly Instrument[]>;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** Instruments that a text means by its spelling, the likeliest first; none by default. */
  readonly spelled?: (text: string) => readonly InstrumentId[];
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
  private readonly hits = new Map<InstrumentId, Instrument>();

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

  /** Instruments of the catalogue first, then those that only the sources know. */
  async search(text: string, signal?: AbortSignal): Promise<InstrumentHits> {
    const own = this.findOwn(text);
    const result = await this.parts.market.search({ text, ...(signal && { signal }) });
    const found = result.ok ? result.instruments : [];
    for (const hit of found) this.remember(hit);
    const all = new Map(own.map((line) => [line.id, line] as const));
    for (const hit of found) if (!all.has(hit.id)) all.set(hit.id, this.get(hit.id) ?? hit);
    return {
      instruments: [...all.values()].slice(0, LONGEST_ANSWER),
      failure: result.ok ? null : networkFailure(result.error.reason),
    };
  }

  /** Keeps what a search found. @returns false for what is neither known nor was found lately */
  learnFound(id: InstrumentId): boolean {
    if (this.known.has(id)) return true;
    const hit = this.hits.get(id);
    if (hit === undefined) return false;
    this.learn(hit);
    return true;
  }

  /** Keeps an instrument for ever. One that comes with the app is left as it is. */
  learn(instrument: Instrument): void {
    if (this.bundledIds.has(instrument.id)) return;
    this.parts.learned.write(instrument, this.parts.now());
    this.adopt([...this.list.filter(({ id }) => id !== instrument.id), instrument]);
    this.hits.delete(instrument.id);
    this.parts.changed.emit(this.list);
  }

  private findOwn(text: string): readonly Instrument[] {
    const spelled = this.parts.spelled?.(text) ?? [];
    const meant = spelled.flatMap((id) => this.get(id) ?? []);
    return [...new Set([...meant, ...matchInstruments(this.list, text)])];
  }

  private remember(hit: Instrument): void {
    this.hits.delete(hit.id);
    this.hits.set(hit.id, hit);
    for (const id of this.hits.keys()) {
      if (this.hits.size <= REMEMBERED_HITS) return;
      this.hits.delete(id);
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
