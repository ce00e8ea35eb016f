import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { SymbolResolver } from '../../../src/shared/domain/instrument/resolve-symbol';

const EXTENSION = /\.(csv|tsv|txt)(\.gz)?$/i;
/** What sources put behind the symbol: `AAPL_1d`, `AAPL-2010-2020`, `BATS_AAPL, 1D`, `EA-15m-fixed`. */
const BEHIND =
  /[ _,-]+(?:\d{1,4}(?:m|h|d|min|day|日|分钟)?|daily|intraday|historical|history|ohlcv?|data|日线|日k|k线).*$/i;
const VENUE_BEFORE = /^[A-Z]+_(?=[A-Z0-9.]+$)/i;

export interface GuessedInstrument {
  readonly instrument: InstrumentId | null;
  /** What it can be where that is not settled. */
  readonly candidates: readonly InstrumentId[];
}

const NOTHING: GuessedInstrument = { instrument: null, candidates: [] };

/** Which instrument a column of symbols means, else the name of the file. Never one of two. */
export function guessInstrument(
  resolver: SymbolResolver,
  fileName: string,
  symbol: string,
): GuessedInstrument {
  let open = NOTHING;
  for (const text of [symbol, ...spellingsOf(fileName)]) {
    const { candidates, ambiguous } = resolver.resolve(text);
    const ids = candidates.map(({ id }) => id);
    const [first] = ids;
    if (first !== undefined && !ambiguous) return { instrument: first, candidates: [] };
    if (open.candidates.length === 0) open = { instrument: null, candidates: ids };
  }
  return open;
}

/** The name as it is, with the marks that file systems refuse put back, and without what stands behind. */
function spellingsOf(fileName: string): readonly string[] {
  const name = fileName.replace(EXTENSION, '');
  const bare = name.replace(BEHIND, '');
  const venueless = bare.replace(VENUE_BEFORE, '');
  const spelled = [name, bare, venueless].flatMap((text) => [
    text,
    text.replace(/[_-]/, ':'),
    text.replace(/[_-]/, '.'),
  ]);
  return [...new Set(spelled)].filter((text) => text !== '');
}
