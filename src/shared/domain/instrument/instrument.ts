import type { LocalizedText } from '../text/localized-text';

/**
 * Identity of an instrument: market identifier code (ISO 10383) and the exchange's own code,
 * `XHKG:02513`. The code is kept as the exchange writes it (Hong Kong: five digits). What has no MIC
 * stands under the venue that quotes it (`BINANCE:BTCUSDT`, `BITGET:AAPLUSDT`) or, quoted by no single
 * venue, under its kind: `CRYPTO:BTC-USD`, `FOREX:EURUSD`, `INDEX:^GSPC`.
 */
export type InstrumentId = `${string}:${string}`;

/** `unknown`: an instrument that is known by its code alone, as long as no source says what it is. */
export const INSTRUMENT_KINDS = [
  'share',
  'adr',
  'etf',
  'index',
  'fx',
  'crypto',
  'derivative',
  'unknown',
] as const;
export type InstrumentKind = (typeof INSTRUMENT_KINDS)[number];

/** One line of the instrument catalogue (`assets/instruments/catalogue.json`). */
export interface Instrument {
  readonly id: InstrumentId;
  readonly name: LocalizedText;
  readonly kind: InstrumentKind;
  /** ISO 4217, or a minor unit as the exchange quotes it (`GBp`). */
  readonly currency: string;
  /** Lines of one company share it (`alibaba` for XHKG:09988 and XNYS:BABA); announcements match by it. */
  readonly issuer: string;
  /** What users and file names call it besides `MIC:code`: `2513.HK`, `02513.HK`, `GOOG`. */
  readonly aliases: readonly string[];
  /** Decimals that a price is shown with. */
  readonly priceDecimals: number;
  /**
   * MIC of the exchange whose sessions apply, where it is not the first part of the id: an index
   * (`INDEX:^GSPC`) trades when its exchange does.
   */
  readonly calendar?: string;
  /** First trading day (`YYYY-MM-DD`), where the record knows it. */
  readonly listedOn: string | null;
}

const ID_PATTERN = /^[A-Z0-9]{4,10}:[A-Z0-9.^=-]{1,20}$/;

/** True for a well-formed `MIC:code`. Says nothing about whether the instrument exists. */
export function isInstrumentId(text: string): text is InstrumentId {
  return ID_PATTERN.test(text);
}

/** Splits an id at its first colon. */
export function splitInstrumentId(id: InstrumentId): {
  readonly mic: string;
  readonly code: string;
} {
  const colon = id.indexOf(':');
  return { mic: id.slice(0, colon), code: id.slice(colon + 1) };
}
