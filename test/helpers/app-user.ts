import { lchownSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AppUser } from '../../scripts/lib/app-user.mjs';

/**
 * Who runs the app and the desktop around it, as `scripts/lib/app-user.mjs` prepared it: whoever runs the
 * tests, and `nobody` where that is root.
 *
 * @throws Error where the tests were started without it
 */
export function appUser(): AppUser {
  const user = process.env['TAPEOUT_APP_USER'];
  if (!user) throw new Error('TAPEOUT_APP_USER is not set: run the tests with `npm test -- PATH`');
  return JSON.parse(user) as AppUser;
}

/** Makes a folder, with everything that a test has put into it, the property of who runs the app. */
export function giveToAppUser(folder: string): void {
  const { uid } = appUser();
  if (uid === null || uid === process.getuid?.()) return;
  lchownSync(folder, uid, uid);
  for (const { parentPath, name } of readdirSync(folder, {
    withFileTypes: true,
    recursive: true,
  })) {
    lchownSync(join(parentPath, name), uid, uid);
  }
}
