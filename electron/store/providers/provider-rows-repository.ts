import { NETWORK_SOURCES, type NetworkSource } from '../../../src/shared/domain/quote/quote';
import type {
  ProviderKeyRow,
  ProviderRow,
  ProviderRows,
} from '../../core/providers/provider-rows-port';
import { KeyValueTable } from '../settings/key-value-table';
import type { UserDatabase } from '../user-database';

/** Settings and keys of the sources in `user.db`, one row for each source in a scope of its own. */
export class SqliteProviderRowsRepository implements ProviderRows {
  private readonly settings: KeyValueTable;
  private readonly keys: KeyValueTable;

  constructor(database: UserDatabase) {
    this.settings = new KeyValueTable(database, 'providers');
    this.keys = new KeyValueTable(database, 'provider-keys');
  }

  readSettings(): ReadonlyMap<NetworkSource, ProviderRow> {
    return readRows(this.settings, readSettingsRow);
  }

  writeSettings(id: NetworkSource, row: ProviderRow): void {
    this.settings.write(new Map([[id, row]]));
  }

  readKeys(): ReadonlyMap<NetworkSource, ProviderKeyRow> {
    return readRows(this.keys, readKeyRow);
  }

  writeKey(id: NetworkSource, row: ProviderKeyRow | null): void {
    this.keys.write(new Map([[id, row]]));
  }
}

function readRows<Row>(
  table: KeyValueTable,
  read: (value: Record<string, unknown>) => Row | null,
): ReadonlyMap<NetworkSource, Row> {
  const stored = table.readAll();
  const rows = new Map<NetworkSource, Row>();
  for (const id of NETWORK_SOURCES) {
    const value = stored.get(id);
    const row = isRecord(value) ? read(value) : null;
    if (row !== null) rows.set(id, row);
  }
  return rows;
}

function readSettingsRow({ enabled, addresses }: Record<string, unknown>): ProviderRow | null {
  if (!isRecord(addresses)) return null;
  const texts = Object.entries(addresses).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return {
    enabled: typeof enabled === 'boolean' ? enabled : null,
    addresses: Object.fromEntries(texts),
  };
}

function readKeyRow({ backend, ciphertext }: Record<string, unknown>): ProviderKeyRow | null {
  return typeof backend === 'string' && typeof ciphertext === 'string'
    ? { backend, ciphertext }
    : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
