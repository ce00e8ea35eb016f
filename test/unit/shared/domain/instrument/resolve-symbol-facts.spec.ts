import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSymbolResolver } from '../../../../../src/shared/domain/instrument/resolve-symbol';
import { catalogue } from '../../../../helpers/announcement-set';
import { EXCHANGES } from './symbol-context';

/** Recorded spellings beside the checkout. */
const FACTS = resolve(import.meta.dirname, '../../../../../../shared/facts/symbols.json');
const present = existsSync(FACTS);

interface Vector {
  readonly mic: string | null;
  readonly code: string;
  readonly kind?: string;
  readonly currency?: string;
  readonly yahoo: string | null;
  readonly inputs: readonly string[];
  readonly [provider: string]: unknown;
}
interface SymbolFacts {
  readonly vectors: readonly Vector[];
  readonly ambiguous: readonly { readonly input: string; readonly candidates: readonly string[] }[];
}
const { vectors, ambiguous }: SymbolFacts = present
  ? (JSON.parse(readFileSync(FACTS, 'utf8')) as SymbolFacts)
  : { vectors: [], ambiguous: [] };

const resolver = createSymbolResolver(EXCHANGES, catalogue);
const PROVIDERS = [
  'yahoo',
  'tradingview',
  'tencent',
  'sina',
  'eastmoney',
  'ric',
  'bloomberg',
  'mis',
];
const GROUPS: Readonly<Record<string, string>> = { crypto: 'CRYPTO', fx: 'FOREX', index: 'INDEX' };

const idOf = ({ mic, kind, code }: Vector): string => `${mic ?? GROUPS[kind ?? '']}:${code}`;
const spellings = vectors.flatMap((vector) =>
  [...vector.inputs, ...PROVIDERS.flatMap((name) => vector[name] ?? [])].map(
    (text) => [String(text), idOf(vector), vector] as const,
  ),
);

describe.skipIf(!present)('recorded spellings (skipped where they are absent)', () => {
  it('are many', () => {
    expect(spellings.length).toBeGreaterThan(140);
  });

  it.each(spellings)('%s is %s', (text, id, vector) => {
    const { candidates, ambiguous: asks } = resolver.resolve(text);
    const prefixOfBoth = text === 'KRX:247540' || text === 'EURONEXT:SOI';
    expect(candidates.map((candidate) => candidate.id)).toContain(id);
    expect({ asks, several: candidates.length > 1 }).toEqual({
      asks: prefixOfBoth,
      several: prefixOfBoth,
    });
    if (vector.currency) expect(candidates[0]?.currency).toBe(vector.currency);
  });

  it.each(ambiguous.map(({ input, candidates }) => [input, candidates] as const))(
    '%s asks among %j',
    (input, candidates) => {
      const ids = candidates.map((text) => resolver.resolve(text).candidates[0]?.id);
      const resolution = resolver.resolve(input);
      expect(resolution.ambiguous).toBe(true);
      expect(resolution.candidates.map(({ id }) => id).sort()).toEqual(ids.sort());
    },
  );
});
