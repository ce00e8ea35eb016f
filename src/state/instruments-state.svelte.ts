import {
  type Instrument,
  isInstrumentId,
  splitInstrumentId,
} from '../shared/domain/instrument/instrument';
import type { Locale } from '../shared/domain/settings/settings';

/** The instrument catalogue. */
export class InstrumentsState {
  #byId = $state.raw<ReadonlyMap<string, Instrument>>(new Map());

  receive(instruments: readonly Instrument[]): void {
    this.#byId = new Map(instruments.map((instrument) => [instrument.id, instrument]));
  }

  readonly all: readonly Instrument[] = $derived([...this.#byId.values()]);

  get(symbol: string): Instrument | undefined {
    return this.#byId.get(symbol);
  }

  /** The common name; the code where the catalogue does not know the instrument. */
  nameOf(symbol: string, locale: Locale): string {
    const name = this.#byId.get(symbol)?.name;
    if (!name) return this.codeOf(symbol);
    return locale === 'zh-CN' ? name.zh : name.en;
  }

  /** The exchange's own code, `02513`; what the user wrote where it is no `MIC:code`. */
  codeOf(symbol: string): string {
    return isInstrumentId(symbol) ? splitInstrumentId(symbol).code : symbol;
  }

  /** True where both are lines of one company. */
  isSameIssuer(symbol: string, other: string): boolean {
    if (symbol === other) return true;
    const issuer = this.#byId.get(symbol)?.issuer;
    return issuer !== undefined && issuer === this.#byId.get(other)?.issuer;
  }
}
