import type { NetworkSource } from '../../../src/shared/domain/quote/quote';

/** What the user set for one source. */
export interface ProviderRow {
  /** Null where the user said nothing. */
  readonly enabled: boolean | null;
  /** By the name of the address. */
  readonly addresses: Readonly<Record<string, string>>;
}

/** A key as it is stored. */
export interface ProviderKeyRow {
  /** `SecretBox.backend` at the time. */
  readonly backend: string;
  /** Base64. */
  readonly ciphertext: string;
}

/** Keeps settings and keys of the sources. Each write is durable before it returns, or throws what the store throws. */
export interface ProviderRows {
  /** A row that cannot be read is left out, and left alone. */
  readSettings(): ReadonlyMap<NetworkSource, ProviderRow>;
  writeSettings(id: NetworkSource, row: ProviderRow): void;
  readKeys(): ReadonlyMap<NetworkSource, ProviderKeyRow>;
  /** @param row - null forgets the key */
  writeKey(id: NetworkSource, row: ProviderKeyRow | null): void;
}
