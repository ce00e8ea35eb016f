import { NETWORK_PROFILES } from '../../../electron/market/registry/network-profiles';
import { openUserDatabase } from '../../../electron/store/open-user-database';
import { SqliteProviderRowsRepository } from '../../../electron/store/providers/provider-rows-repository';
import { giveToAppUser } from '../app-user';

/**
 * Sets every address of every source to a replay server, in the `user.db` of a desk that was not started
 * yet: one that is set later may have asked real hosts before.
 *
 * @param address - `http://127.0.0.1:PORT`
 */
export function useReplay(userData: string, address: string): void {
  const opening = openUserDatabase({ folder: userData, now: Date.now });
  if (!opening.ok) throw new Error(opening.failure.detail);
  const rows = new SqliteProviderRowsRepository(opening.database);
  for (const { id, addresses } of NETWORK_PROFILES) {
    const own = Object.entries(addresses).map(([name, standard]) => [
      name,
      standard.startsWith('ws') ? address.replace('http', 'ws') : address,
    ]);
    rows.writeSettings(id, {
      enabled: null,
      addresses: Object.fromEntries(own) as Record<string, string>,
    });
  }
  opening.database.dispose();
  giveToAppUser(userData);
}
