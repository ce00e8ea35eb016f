import catalogue from '../../../../assets/instruments/catalogue.json';
import type { Instrument } from '../../../../src/shared/domain/instrument/instrument';

/** The instruments that ship with the app. */
export const CATALOGUE = catalogue.instruments as readonly unknown[] as readonly Instrument[];
