import { startCompanion } from './companion.mjs';
import { findCommand } from './find-command.mjs';

/**
 * Starts a private message bus, so that tests of notifications and of the tray
 * neither see nor disturb the user's. Without a dbus-daemon there is none.
 * @param {readonly string[]} [become] what its command begins with: a bus takes its own user alone
 * @returns {Promise<{ env: Record<string, string>, dispose: () => Promise<void> }>}
 */
export async function openPrivateBus(become = []) {
  const daemon = process.platform === 'linux' && findCommand('dbus-daemon');
  if (!daemon) return { env: {}, dispose: async () => {} };
  const options = ['--session', '--nofork', '--nopidfile', '--print-address=3'];
  const [command = daemon, ...args] = [...become, daemon, ...options];
  const { address, dispose } = await startCompanion(command, args);
  return { env: { DBUS_SESSION_BUS_ADDRESS: address }, dispose };
}
