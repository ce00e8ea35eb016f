import type { ExchangeBook } from './exchange-book';
import type { Instrument, InstrumentId } from './instrument';

/** What one family of spellings takes a text for. */
export interface SymbolReading {
  /** What it can mean, the likeliest first; never empty. */
  readonly ids: readonly InstrumentId[];
  /**
   * `settled`: the spelling means one of {@link ids}, and where the catalogue knows some of them it
   * means those: boards that share one set of codes (Kospi and Kosdaq, the exchanges of the United
   * States). `ask`: the spelling does not say it, whatever the catalogue knows; even a single id is
   * then an offer.
   */
  readonly certainty: 'settled' | 'ask';
}

/** A text as the families look at it. */
export interface SymbolText {
  /** Full-width characters made narrow, blanks at the ends cut and the others made single. */
  readonly written: string;
  readonly upper: string;
}

/** What families may look up. */
export interface SymbolContext {
  readonly book: ExchangeBook;
  /** The catalogue. */
  readonly find: (id: string) => Instrument | undefined;
  /** Instruments of the catalogue that have this alias, capitals apart; empty where none has. */
  readonly aliased: (alias: string) => readonly InstrumentId[];
  /** Venue of a pair that names none (`BTCUSDT`). */
  readonly cryptoVenue: string;
}

/** @returns no reading where the text is not of the family */
export type SymbolFamily = (text: SymbolText, context: SymbolContext) => readonly SymbolReading[];

export function settled(ids: readonly InstrumentId[]): readonly SymbolReading[] {
  return ids.length === 0 ? [] : [{ ids, certainty: 'settled' }];
}

export function ask(ids: readonly InstrumentId[]): readonly SymbolReading[] {
  return ids.length === 0 ? [] : [{ ids, certainty: 'ask' }];
}
