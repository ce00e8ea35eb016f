import type { Distributions } from '../distributions';
import { canonicalJson, type Json } from './canonical-json';
import { computeStatistics } from './compute-statistics';
import {
  BUNDLE_FORMAT,
  BUNDLE_VERSION,
  type BundleInput,
  type EvidenceBundle,
} from './evidence-bundle';

export interface BundleTools {
  readonly distributions: Distributions;
  /** SHA-256 of the UTF-8 bytes of a text, in hexadecimal. */
  readonly sha256: (text: string) => string;
}

/** Where and when a bundle was made. */
export type BundleOrigin = Pick<EvidenceBundle, 'appVersion' | 'made'>;

export function makeBundle(
  input: BundleInput,
  { appVersion, made }: BundleOrigin,
  { distributions, sha256 }: BundleTools,
): EvidenceBundle {
  return {
    format: BUNDLE_FORMAT,
    version: BUNDLE_VERSION,
    appVersion,
    made,
    input,
    dataHash: sha256(canonicalJson(asJson(input.series))),
    statistics: computeStatistics(input, distributions),
  };
}

/** The file of a bundle: canonical JSON and a line feed. */
export function writeBundle(bundle: EvidenceBundle): string {
  return `${canonicalJson(asJson(bundle))}\n`;
}

/** Interfaces have no index signature; a bundle is JSON by its making. */
function asJson(value: unknown): Json {
  return value as Json;
}
