import { expect, it } from 'vitest';
import { appUser } from '../helpers/app-user';
import { appProcesses } from './app-processes';
import { eventually } from './eventually';

const { uid, obstacle } = appUser();
/** CI may not do without. */
export const hasNoOrdinaryUser = obstacle !== null && !process.env['CI'];
export const ordinaryUserNote = hasNoOrdinaryUser ? ` (skipped: ${obstacle})` : '';

/** The test that the others of a file drive the app as a user has it. */
export function itRunsAsOrdinaryUser(processNumber: () => number | undefined): void {
  it.skipIf(hasNoOrdinaryUser)(
    `run as an ordinary user with the sandbox on${ordinaryUserNote}`,
    async () => {
      expect(obstacle).toBeNull();
      expect(uid).not.toBe(0);
      const family = () => appProcesses(processNumber());
      // What forks the pages is locked up before there is one.
      await eventually(() => Math.max(...family().map((each) => each.namespaces))).toBeGreaterThan(
        1,
      );
      expect(family().filter((each) => each.uid !== uid)).toEqual([]);
      expect(family().filter(({ command }) => command.includes('--no-sandbox'))).toEqual([]);
    },
  );
}
