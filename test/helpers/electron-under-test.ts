import { resolve } from 'node:path';

export const PROJECT_DIR = resolve(import.meta.dirname, '../..');

export interface ElectronUnderTest {
  readonly executable: string;
  /** Switches that this machine needs, placed before the app's folder. */
  readonly switches: readonly string[];
}

/**
 * Which Electron the tests drive, as `scripts/verify.mjs` found it.
 *
 * @throws Error where the tests were started without it
 */
export function electronUnderTest(): ElectronUnderTest {
  const executable = process.env['TAPEOUT_ELECTRON_EXEC'];
  if (!executable) {
    throw new Error('TAPEOUT_ELECTRON_EXEC is not set: run the tests with `npm test -- PATH`');
  }
  const switches = JSON.parse(process.env['TAPEOUT_ELECTRON_ARGS'] ?? '[]') as string[];
  return { executable, switches };
}
