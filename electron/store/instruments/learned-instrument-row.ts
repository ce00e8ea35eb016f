import {
  INSTRUMENT_KINDS,
  type Instrument,
  isInstrumentId,
} from '../../../src/shared/domain/instrument/instrument';

const MOST_DECIMALS = 12;

/** @returns null where the text is no instrument with that id */
export function readLearnedInstrument(id: string, json: string): Instrument | null {
  const value = parse(json);
  if (value === null || value['id'] !== id || !isInstrumentId(id)) return null;
  return hasRightParts(value) && hasRightName(value['name'])
    ? (value as object as Instrument)
    : null;
}

function hasRightParts(value: Record<string, unknown>): boolean {
  const { kind, currency, issuer, aliases, priceDecimals, calendar, listedOn } = value;
  return (
    INSTRUMENT_KINDS.some((known) => known === kind) &&
    typeof currency === 'string' &&
    typeof issuer === 'string' &&
    Array.isArray(aliases) &&
    aliases.every((alias) => typeof alias === 'string') &&
    isDecimals(priceDecimals) &&
    (calendar === undefined || typeof calendar === 'string') &&
    (listedOn === null || typeof listedOn === 'string')
  );
}

function isDecimals(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MOST_DECIMALS;
}

function hasRightName(name: unknown): boolean {
  return isRecord(name) && typeof name['en'] === 'string' && typeof name['zh'] === 'string';
}

function parse(json: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(json);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
