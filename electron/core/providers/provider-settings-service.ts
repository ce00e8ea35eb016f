import type { ProviderKeyState } from '../../../src/shared/domain/market/provider-status';
import type { NetworkSource } from '../../../src/shared/domain/quote/quote';
import type { Signal } from '../events/signal';
import { readOwnAddress } from './own-address';
import type { KeyKept, ProviderKeyService } from './provider-key-service';
import type { ProviderRow, ProviderRows } from './provider-rows-port';

/** What is known of a source before it is asked anything. */
export interface ProviderFacts {
  readonly id: NetworkSource;
  /** Standard addresses by name. */
  readonly addresses: Readonly<Record<string, string>>;
  readonly needsKey: boolean;
}

export interface ProviderSettingsParts {
  readonly providers: readonly ProviderFacts[];
  readonly rows: Pick<ProviderRows, 'readSettings' | 'writeSettings'>;
  readonly keys: Pick<ProviderKeyService, 'key' | 'state' | 'set' | 'clear'>;
  /** Tells whose settings or key are others now. */
  readonly changed: Signal<NetworkSource>;
}

export interface ProviderUpdate {
  readonly id: NetworkSource;
  readonly enabled?: boolean | undefined;
  /** `own`: null goes back to the standard address. */
  readonly address?: { readonly name: string; readonly own: string | null } | undefined;
}

export type ProviderUpdateOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'unknown-address-name' | 'refused-address' };

const UNSET: ProviderRow = { enabled: null, addresses: {} };

/** What the user set for the sources of the network. Asked anew for each request, so that it holds at once. */
export class ProviderSettingsService {
  private rows = new Map<NetworkSource, ProviderRow>();
  private readonly providers: ReadonlyMap<NetworkSource, ProviderFacts>;

  constructor(private readonly parts: ProviderSettingsParts) {
    this.providers = new Map(parts.providers.map((provider) => [provider.id, provider]));
  }

  start(): void {
    this.rows = new Map(this.parts.rows.readSettings());
  }

  /** A source that needs a key is off until there is one. */
  isEnabled(id: NetworkSource): boolean {
    const provider = this.providers.get(id);
    if (provider === undefined || this.row(id).enabled === false) return false;
    return !provider.needsKey || this.parts.keys.key(id) !== null;
  }

  ownAddress(id: NetworkSource, name: string): string | null {
    const standard = this.standardAddress(id, name);
    const own = this.row(id).addresses[name];
    // Read again, as the file may have been written by hand.
    return own === undefined || standard === null ? null : readOwnAddress(own, standard);
  }

  key(id: NetworkSource): string | null {
    return this.providers.get(id)?.needsKey ? this.parts.keys.key(id) : null;
  }

  keyState(id: NetworkSource): ProviderKeyState {
    return this.providers.get(id)?.needsKey ? this.parts.keys.state(id) : 'not-needed';
  }

  /** All of it or nothing. */
  update({ id, enabled, address }: ProviderUpdate): ProviderUpdateOutcome {
    let row = this.row(id);
    if (address !== undefined) {
      const standard = this.standardAddress(id, address.name);
      if (standard === null) return { ok: false, reason: 'unknown-address-name' };
      const own = address.own === null ? null : readOwnAddress(address.own, standard);
      if (own === null && address.own !== null) return { ok: false, reason: 'refused-address' };
      row = { ...row, addresses: withAddress(row.addresses, address.name, own) };
    }
    if (enabled !== undefined) row = { ...row, enabled };
    this.parts.rows.writeSettings(id, row);
    this.rows.set(id, row);
    this.parts.changed.emit(id);
    return { ok: true };
  }

  setKey(id: NetworkSource, key: string, consent: boolean): KeyKept {
    const kept = this.parts.keys.set(id, key, consent);
    this.parts.changed.emit(id);
    return kept;
  }

  clearKey(id: NetworkSource): void {
    this.parts.keys.clear(id);
    this.parts.changed.emit(id);
  }

  private row(id: NetworkSource): ProviderRow {
    return this.rows.get(id) ?? UNSET;
  }

  private standardAddress(id: NetworkSource, name: string): string | null {
    const addresses = this.providers.get(id)?.addresses;
    return addresses !== undefined && Object.hasOwn(addresses, name)
      ? (addresses[name] ?? null)
      : null;
  }
}

function withAddress(
  addresses: ProviderRow['addresses'],
  name: string,
  own: string | null,
): ProviderRow['addresses'] {
  const others = Object.entries(addresses).filter(([each]) => each !== name);
  return Object.fromEntries(own === null ? others : [...others, [name, own]]);
}
