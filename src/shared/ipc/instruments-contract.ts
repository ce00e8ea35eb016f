import { z } from 'zod/mini';
import {
  type Instrument,
  type InstrumentId,
  isInstrumentId,
} from '../domain/instrument/instrument';
import type { ProviderFailure } from '../domain/market/provider-failure';
import type { Resolution } from '../domain/instrument/resolve-symbol';
import { invoke, push } from './build';

const text = z.string().check(z.trim(), z.minLength(1), z.maxLength(64));
const id = z.custom<InstrumentId>((value) => typeof value === 'string' && isInstrumentId(value));

/** The catalogue: what ships with the app, and what was found by searching the sources. */
export const instrumentsContract = {
  /**
   * What the text means by its spelling or as a name, and whether it leaves that open: then ask. It
   * needs no source, so that its answer never waits for the network.
   */
  resolve: invoke(z.strictObject({ text }))<Resolution>(),
  /** What the text can mean by its spelling, and what the sources find by name. */
  search: invoke(z.strictObject({ text }))<InstrumentSearch>(),
  /**
   * Keeps an instrument that was found or could be meant lately in the catalogue. False where there
   * was none such, or where its currency is not known: it can be listed all the same.
   */
  learn: invoke(z.strictObject({ id }))<{ readonly learned: boolean }>(),
  onChanged: push<InstrumentsChanged>(),
} as const;

export interface InstrumentSearch {
  readonly instruments: readonly Instrument[];
  /** Why no source answered; null where one did. */
  readonly failure: ProviderFailure | null;
}

export interface InstrumentsChanged {
  readonly revision: number;
  readonly instruments: readonly Instrument[];
}
