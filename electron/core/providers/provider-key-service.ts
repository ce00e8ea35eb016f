import type { ProviderKeyState } from '../../../src/shared/domain/market/provider-status';
import type { NetworkSource } from '../../../src/shared/domain/quote/quote';
import type { ProviderKeyRow, ProviderRows } from './provider-rows-port';
import type { SecretBox } from './secret-box-port';

/** Backends that keep nothing from anybody. */
const UNPROTECTED: ReadonlySet<string> = new Set(['none', 'basic_text']);

export interface ProviderKeyParts {
  readonly box: SecretBox;
  readonly rows: Pick<ProviderRows, 'readKeys' | 'writeKey'>;
  /** Never hears a key. */
  readonly log: { error(message: string): void };
}

/** `needs-consent`: held until the app ends, because the system cannot protect it. */
export type KeyKept = 'stored' | 'stored-unprotected' | 'needs-consent';

type HeldKey =
  | { readonly state: 'session' | 'stored' | 'stored-unprotected'; readonly key: string }
  | { readonly state: 'missing' | 'unreadable'; readonly key: null };

const MISSING: HeldKey = { state: 'missing', key: null };
const UNREADABLE: HeldKey = { state: 'unreadable', key: null };

/**
 * The user's own keys for the sources that want one. A key leaves this service only towards its
 * source. It is opened when it is first needed, as the system may ask the user for a password then.
 * What another backend stored, or cannot be opened, is asked for again and not deleted: with the old
 * backend it can be read once more.
 */
export class ProviderKeyService {
  private rows: ReadonlyMap<NetworkSource, ProviderKeyRow> = new Map();
  private readonly held = new Map<NetworkSource, HeldKey>();

  constructor(private readonly parts: ProviderKeyParts) {}

  start(): void {
    this.rows = this.parts.rows.readKeys();
  }

  key(id: NetworkSource): string | null {
    return this.hold(id).key;
  }

  state(id: NetworkSource): Exclude<ProviderKeyState, 'not-needed'> {
    return this.hold(id).state;
  }

  /** @param consent - the user agreed that the key is stored without protection */
  set(id: NetworkSource, key: string, consent: boolean): KeyKept {
    const { box } = this.parts;
    if (isProtected(box)) return this.store(id, key, 'stored');
    if (consent) {
      box.allowPlainText();
      if (box.isAvailable()) return this.store(id, key, 'stored-unprotected');
    }
    return this.holdForSession(id, key);
  }

  clear(id: NetworkSource): void {
    this.parts.rows.writeKey(id, null);
    this.held.set(id, MISSING);
  }

  private store(id: NetworkSource, key: string, state: 'stored' | 'stored-unprotected'): KeyKept {
    const { box, rows } = this.parts;
    const ciphertext = this.encrypt(id, key);
    if (ciphertext === null) return this.holdForSession(id, key);
    rows.writeKey(id, { backend: box.backend(), ciphertext });
    this.held.set(id, { state, key });
    return state;
  }

  private holdForSession(id: NetworkSource, key: string): KeyKept {
    this.held.set(id, { state: 'session', key });
    return 'needs-consent';
  }

  private hold(id: NetworkSource): HeldKey {
    const known = this.held.get(id);
    if (known !== undefined) return known;
    const row = this.rows.get(id);
    const held = row === undefined ? MISSING : this.open(id, row);
    this.held.set(id, held);
    return held;
  }

  private open(id: NetworkSource, row: ProviderKeyRow): HeldKey {
    const { box, log } = this.parts;
    const isPlain = UNPROTECTED.has(row.backend);
    if (row.backend !== box.backend()) {
      log.error(`the key of ${id} was stored by ${row.backend}, and this is ${box.backend()}`);
      return UNREADABLE;
    }
    try {
      // The user agreed to it when the key was stored.
      if (isPlain) box.allowPlainText();
      const key = box.decrypt(Buffer.from(row.ciphertext, 'base64'));
      return { state: isPlain ? 'stored-unprotected' : 'stored', key };
    } catch {
      // The error may quote what it could not open.
      log.error(`the stored key of ${id} cannot be opened`);
      return UNREADABLE;
    }
  }

  private encrypt(id: NetworkSource, key: string): string | null {
    try {
      return Buffer.from(this.parts.box.encrypt(key)).toString('base64');
    } catch {
      // The error may quote the key.
      this.parts.log.error(`the key of ${id} cannot be protected now`);
      return null;
    }
  }
}

function isProtected(box: SecretBox): boolean {
  return box.isAvailable() && !UNPROTECTED.has(box.backend());
}
