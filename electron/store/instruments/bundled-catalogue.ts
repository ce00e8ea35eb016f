import catalogue from '../../../assets/instruments/catalogue.json';
import type { Instrument } from '../../../src/shared/domain/instrument/instrument';

/**
 * The catalogue, part of the bundle; off the path to the first paint as it is imported when it is
 * asked for. A test holds the file to its schema, which the compiler cannot read.
 */
export const BUNDLED_INSTRUMENTS =
  catalogue.instruments as readonly unknown[] as readonly Instrument[];
