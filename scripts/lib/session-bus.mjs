import { startCompanion } from './companion.mjs';
import { findCommand } from './find-command.mjs';

/**
 * Starts a private message bus, so that tests of notifications and of the tray
 * neither see nor disturb the user's. Without a dbus-daemon there is none.
 * @returns {Promise<{ env: Record<string, string>, dispose: () => Promise<void> }>}
 */
export async function openPrivateBus() {
  const daemon = process.platform === 'linux' && findCommand('dbus-daemon');
  if (!daemon) return { env: {}, dispose: async () => {} };
  const { address, dispose } = await startCompanion(daemon, [
    '--session',
    '--nofork',
    '--nopidfile',
    '--print-address=3',
  ]);
  return { env: { DBUS_SESSION_BUS_ADDRESS: address }, dispose };
}
