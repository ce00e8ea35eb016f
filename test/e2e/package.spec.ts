import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshFolder, removeFolder } from '../helpers/desk-app';
import { electronUnderTest, PROJECT_DIR } from '../helpers/electron-under-test';
import { decodePng } from '../helpers/png-image';
import { readProjectVersion } from './project-version';
import { runTapeout } from './run-tapeout';

const BUILD_LIMIT_MS = 240_000;

/** Packing for another system's folder layout is not this test's business. */
const isLinux = process.platform === 'linux';
const skipped = isLinux ? '' : ' (skipped: looks into a Linux folder)';
const executable = join(PROJECT_DIR, 'dist/linux-unpacked/tapeout');

let folder = '';

beforeAll(async () => {
  if (!isLinux) return;
  folder = await freshFolder();
  // The Electron that these tests drive, so that no second one is looked for.
  const env = { ...process.env, ELECTRON_EXEC_PATH: electronUnderTest().executable };
  await promisify(execFile)(process.execPath, ['scripts/package.mjs'], { cwd: PROJECT_DIR, env });
}, BUILD_LIMIT_MS);
afterAll(() => (folder === '' ? undefined : removeFolder(folder)));

/** What Electron's binary says about its fuses: one digit each, behind a mark that occurs once. */
function readFuses(): string {
  const binary = readFileSync(executable);
  const mark = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
  const at = binary.indexOf(mark);
  if (at < 0 || binary.indexOf(mark, at + 1) >= 0)
    throw new Error('the mark of the fuses is not there once');
  const [version, length = 0] = binary.subarray(at + mark.length, at + mark.length + 2);
  if (version !== 1) throw new Error(`fuses of version ${version}`);
  return binary.toString('latin1', at + mark.length + 2, at + mark.length + 2 + length);
}

/** In the order of the wire: https://www.electronjs.org/docs/latest/tutorial/fuses */
const POLICY = [
  ['run as Node', '0'],
  ['encrypt cookies', '1'],
  ['NODE_OPTIONS', '0'],
  ['--inspect', '0'],
  ['check the archive', '1'],
  ['load the app from the archive only', '1'],
  ['a V8 snapshot of its own for the main process', '0'],
  ['privileges for file://', '0'],
] as const;

describe.skipIf(!isLinux)(`npm run package${skipped}`, () => {
  it('makes a folder with the app in an archive and its native part beside it', () => {
    const resources = join(PROJECT_DIR, 'dist/linux-unpacked/resources');
    expect(existsSync(executable)).toBe(true);
    expect(existsSync(join(resources, 'app.asar'))).toBe(true);
    expect(existsSync(join(resources, 'app.asar.unpacked/node_modules/@libsql'))).toBe(true);
    expect(existsSync(join(resources, 'default_app.asar'))).toBe(false);
    expect(existsSync(join(resources, 'app'))).toBe(false);
  });

  it.each(POLICY.map(([what, digit], index) => ({ what, digit, index })))(
    'sets the fuse "$what" to $digit',
    ({ digit, index }) => {
      expect(readFuses()[index]).toBe(digit);
    },
  );

  it('starts and tells its version', async () => {
    const run = await runTapeout(['--version'], { executable });
    expect(run).toEqual({ code: 0, stdout: `${readProjectVersion()}\n`, stderr: '' });
  });

  it('shows the desk', async () => {
    const picture = join(folder, 'packaged.png');
    const userData = join(folder, 'user-data');
    const args = ['--offline', '--symbol', 'XNAS:NVDA', '--user-data', userData];
    const run = await runTapeout([...args, '--screenshot', picture], { executable });
    expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: '' });
    const told = JSON.parse(run.stdout) as Record<string, unknown>;
    expect(told).toMatchObject({ symbol: 'XNAS:NVDA', source: 'simulated' });
    expect(told['bars']).toBeGreaterThan(100);
    expect(decodePng(readFileSync(picture)).width).toBe(1440);
  });

  it('is no Node, whatever the environment asks for', async () => {
    const env = { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--eval=console.log(1)' };
    const run = await runTapeout(['-e', 'console.log("this is Node")'], { executable, env });
    expect(run.code).toBe(2);
    expect(run.stdout).toBe('');
  });

  it('takes no other day for today, as a development build does for tests', async () => {
    const env = { TAPEOUT_CLOCK: 'no instant at all' };
    const run = await runTapeout(['--symbol', 'NOPE:1'], { executable, env });
    expect(run.stderr).toContain('NOPE:1');
    expect(run.stderr).not.toContain('TAPEOUT_CLOCK');
  });
});
