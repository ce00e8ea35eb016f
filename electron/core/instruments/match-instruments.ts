import { fold } from '../../../src/shared/domain/text/text-search';
import type { Instrument } from '../../../src/shared/domain/instrument/instrument';

/**
 * Instruments whose name or any spelling of theirs holds a text, the closest first: the same, then
 * those that begin with it, then those that hold it somewhere. Capitals and width do not matter.
 */
export function matchInstruments(
  instruments: readonly Instrument[],
  text: string,
): readonly Instrument[] {
  const wanted = fold(text.trim());
  if (wanted === '') return [];
  return instruments
    .map((instrument) => ({ instrument, rank: rankOf(instrument, wanted) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((one, other) => one.rank - other.rank)
    .map(({ instrument }) => instrument);
}

const NO_MATCH = 3;

function rankOf({ id, name, aliases }: Instrument, wanted: string): number {
  const code = id.slice(id.indexOf(':') + 1);
  const ranks = [id, code, ...aliases, name.en, name.zh].map((spelling) => {
    const folded = fold(spelling);
    if (folded === wanted) return 0;
    if (folded.startsWith(wanted)) return 1;
    return folded.includes(wanted) ? 2 : NO_MATCH;
  });
  return Math.min(...ranks);
}
