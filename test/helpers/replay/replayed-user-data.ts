import { NETWORK_PROFILES } from '../../../electron/market/registry/network-profiles';
import { openUserDatabase } from '../../../electron/store/open-user-database';
import { SqliteProviderRowsRepository } from '../../../electron/store/providers/provider-rows-repository';
import type { NetworkSource } from '../../../src/shared/domain/quote/quote';
import { giveToAppUser } from '../app-user';
import { freshFolder } from '../desk-app';

/**
 * A folder of user data in which every source already has the address of a replay server, so that an
 * app that is started with it never asks a real one.
 *
 * @param off - sources that are switched off
 */
export async function replayedUserData(
  address: string,
  off: readonly NetworkSource[] = [],
): Promise<string> {
  const folder = await freshFolder();
  const opening = openUserDatabase({ folder, now: Date.now });
  if (!opening.ok) throw new Error(`${opening.failure.reason}: ${opening.failure.detail}`);
  const rows = new SqliteProviderRowsRepository(opening.database);
  for (const { id, addresses } of NETWORK_PROFILES) {
    const own = Object.entries(addresses).map(([name, standard]) => [
      name,
      standard.startsWith('ws') ? address.replace('http', 'ws') : address,
    ]);
    rows.writeSettings(id, { enabled: !off.includes(id), addresses: Object.fromEntries(own) });
  }
  opening.database.dispose();
  giveToAppUser(folder);
  return folder;
}
