import type { Instrument } from '../../src/shared/domain/instrument/instrument';
import type { SymbolAnswer } from './launch-request';

/**
 * What a symbol on the command line means: an id of the catalogue, or an alias that leads to one
 * instrument only. Capitals do not matter. Never guesses between two.
 */
export function findSymbol(text: string, instruments: readonly Instrument[]): SymbolAnswer {
  const wanted = text.trim().toUpperCase();
  const named = instruments.find(({ id }) => id === wanted);
  if (named) return { kind: 'found', id: named.id };
  const known = instruments.filter(({ aliases }) =>
    aliases.some((alias) => alias.toUpperCase() === wanted),
  );
  const [first] = known;
  if (!first) return { kind: 'unknown' };
  return known.length === 1
    ? { kind: 'found', id: first.id }
    : { kind: 'ambiguous', candidates: known.map(({ id }) => id) };
}
