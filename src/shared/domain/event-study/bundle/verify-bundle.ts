import { canonicalJson, type Json } from './canonical-json';
import type { EvidenceBundle } from './evidence-bundle';
import { type BundleFault, readBundle } from './read-bundle';
import { type BundleTools, makeBundle, writeBundle } from './write-bundle';

export type Verification =
  | { readonly ok: true; readonly bundle: EvidenceBundle }
  | ({ readonly ok: false } & (BundleFault | Mismatch));

export interface Mismatch {
  readonly fault:
    /** The bars are not those that the hash was made of. */
    | 'data-hash'
    /** A statistic is not what the bars and parameters give. */
    | 'statistics'
    /** The same values, written in another way. */
    | 'not-canonical';
  readonly message: string;
  /** Paths of the statistics that differ, at most {@link MOST_DIFFERENCES}. */
  readonly differences: readonly Difference[];
}

export interface Difference {
  readonly path: string;
  readonly stored: Json;
  readonly computed: Json;
}

const MOST_DIFFERENCES = 20;

/** Computes a bundle again from its own input and compares the two byte for byte. */
export function verifyBundle(text: string, tools: BundleTools): Verification {
  const stored = readBundle(text);
  if ('fault' in stored) return { ok: false, ...stored };
  const bundle = makeBundle(stored.input, stored, tools);
  if (bundle.dataHash !== stored.dataHash) {
    const message = `the bars have the hash ${bundle.dataHash}, the bundle says ${stored.dataHash}`;
    return { ok: false, fault: 'data-hash', message, differences: [] };
  }
  const differences: Difference[] = [];
  compare('statistics', asJson(stored.statistics), asJson(bundle.statistics), differences);
  if (differences.length > 0) {
    const message = `${differences[0]?.path} is not what the bars give`;
    return { ok: false, fault: 'statistics', message, differences };
  }
  if (writeBundle(bundle) !== text) {
    const message = 'the file is not written as a bundle is written';
    return { ok: false, fault: 'not-canonical', message, differences: [] };
  }
  return { ok: true, bundle };
}

function compare(path: string, stored: Json, computed: Json, differences: Difference[]): void {
  if (differences.length >= MOST_DIFFERENCES) return;
  const [one, other] = [membersOf(stored), membersOf(computed)];
  if (one === null || other === null) {
    if (canonicalJson(stored) !== canonicalJson(computed)) {
      differences.push({ path, stored, computed });
    }
    return;
  }
  for (const key of new Set([...one.keys(), ...other.keys()])) {
    compare(`${path}.${key}`, one.get(key) ?? null, other.get(key) ?? null, differences);
  }
}

/** Members of a list or an object by their key; null for a plain value. */
function membersOf(value: Json): ReadonlyMap<string, Json> | null {
  if (typeof value !== 'object' || value === null) return null;
  return new Map(
    Object.entries(value).map(([key, member]) => [key, (member ?? null) as Json] as const),
  );
}

function asJson(value: unknown): Json {
  return value as Json;
}
