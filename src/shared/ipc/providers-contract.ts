import { z } from 'zod/mini';
import type { ProviderStatus } from '../domain/market/provider-status';
import { NETWORK_SOURCES } from '../domain/quote/quote';
import { invoke, push } from './build';

const id = z.enum(NETWORK_SOURCES);
const key = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));
const address = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(40)),
  /** Null goes back to the standard address. */
  own: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(200))),
});

/** The sources of the network, as the settings show them. Keys go in and never come out. */
export const providersContract = {
  list: invoke(z.undefined())<readonly ProviderStatus[]>(),
  update: invoke(
    z.strictObject({ id, enabled: z.optional(z.boolean()), address: z.optional(address) }),
  )<ProviderUpdateResult>(),
  /** `consent`: the user agreed that the key is stored without protection. */
  setKey: invoke(z.strictObject({ id, key, consent: z.boolean() }))<ProviderKeyResult>(),
  clearKey: invoke(z.strictObject({ id }))<void>(),
  /** Settings or health of a source changed; all sources, at most once a second. */
  onChanged: push<ProvidersChanged>(),
} as const;

export type ProviderUpdateResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'unknown-address-name' | 'refused-address' };

/** `needs-consent`: the key is held until the app ends, because the system cannot protect it. */
export type ProviderKeyResult = {
  readonly kept: 'stored' | 'stored-unprotected' | 'needs-consent';
};

export interface ProvidersChanged {
  readonly revision: number;
  readonly providers: readonly ProviderStatus[];
}
