import type { InstrumentId } from '../../instrument/instrument';
import type { SymbolCandidate, SymbolResolver } from '../../instrument/resolve-symbol';
import type { RowWarning } from './list-reading';
import type { RawRow } from './raw-list';

/** What the symbol of a row comes to. */
export interface SettledSymbol {
  /** Null: as it is written. */
  readonly id: InstrumentId | null;
  readonly warning: RowWarning | null;
}

const FUTURE = /\d!$/;
/** Symbols in a formula: `NASDAQ:SMH/AMEX:SPY`, `(A+B)/2`, `NYSE:A-NYSE:B`. */
const SPREAD = /^[^,]*[/*+()][^,]*$|:[^,]*-[^,]*:/;

/**
 * The instrument that the spellings of a row mean. Where a spelling means several, the name or the
 * currency beside it may leave one; nothing else is taken for an answer.
 */
export function settleSymbol(
  { spellings, name, currency }: Pick<RawRow, 'spellings' | 'name' | 'currency'>,
  resolver: SymbolResolver,
): SettledSymbol {
  for (const spelling of spellings) {
    const { candidates, ambiguous } = resolver.resolve(spelling);
    const [first] = candidates;
    if (first === undefined) continue;
    if (!ambiguous) return { id: first.id, warning: null };
    const left = byCurrency(byName(candidates, name, resolver), currency);
    const [only] = left;
    if (candidates.length > 1 && left.length === 1 && only) return { id: only.id, warning: null };
    return { id: null, warning: { kind: 'ambiguous', candidates } };
  }
  return { id: null, warning: unknownSymbol(spellings[0] ?? '') };
}

function byName(
  candidates: readonly SymbolCandidate[],
  name: string | null,
  resolver: SymbolResolver,
): readonly SymbolCandidate[] {
  if (name === null) return candidates;
  const named = new Set(resolver.resolve(name).candidates.map(({ id }) => id));
  return narrowed(candidates, ({ id }) => named.has(id));
}

function byCurrency(
  candidates: readonly SymbolCandidate[],
  currency: string | null,
): readonly SymbolCandidate[] {
  if (currency === null) return candidates;
  const wanted = currency.toUpperCase();
  return narrowed(candidates, (candidate) => candidate.currency?.toUpperCase() === wanted);
}

/** Those that fit; all of them where none does. */
function narrowed(
  candidates: readonly SymbolCandidate[],
  fits: (candidate: SymbolCandidate) => boolean,
): readonly SymbolCandidate[] {
  const left = candidates.filter(fits);
  return left.length > 0 ? left : candidates;
}

function unknownSymbol(text: string): RowWarning {
  if (FUTURE.test(text)) return { kind: 'future' };
  return { kind: SPREAD.test(text) ? 'spread' : 'unknown-symbol' };
}
