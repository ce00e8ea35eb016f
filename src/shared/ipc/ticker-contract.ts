import { z } from 'zod/mini';
import { type InstrumentId, isInstrumentId } from '../domain/instrument/instrument';
import type { Quote } from '../domain/quote/quote';
import type { Locale, Settings } from '../domain/settings/settings';
import type { LocalizedText } from '../domain/text/localized-text';
import { invoke, push } from './build';

const nothing = z.undefined();
const instrument = z.custom<InstrumentId>(
  (value) => typeof value === 'string' && isInstrumentId(value),
);

/** The small window above all others. Its page asks for nothing else. */
export const tickerContract = {
  /** Subscribe to `onChanged` first, then ask. */
  get: invoke(nothing)<TickerContent>(),
  /** Charts an instrument on the desk and brings that to the front. */
  chart: invoke(z.strictObject({ instrument }))<void>(),
  close: invoke(nothing)<void>(),
  /** All of it, at most once a second. */
  onChanged: push<TickerContent>(),
} as const;

/** Everything that the ticker shows. */
export interface TickerContent {
  readonly lines: readonly TickerLine[];
  readonly locale: Locale;
  readonly theme: Settings['theme'];
  readonly upColour: Settings['upColour'];
  readonly directionPalette: Settings['directionPalette'];
}

export interface TickerLine {
  readonly instrument: InstrumentId;
  readonly code: string;
  /** Null where the catalogue does not know it. */
  readonly name: LocalizedText | null;
  /** Decimals that its price is shown with. */
  readonly priceDecimals: number;
  /** Null where there is no price so far. */
  readonly quote: Quote | null;
}
