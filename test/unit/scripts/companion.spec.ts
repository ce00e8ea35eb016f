import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startCompanion } from '../../../scripts/lib/companion.mjs';

const COMPANION = pathToFileURL(
  join(import.meta.dirname, '../../../scripts/lib/companion.mjs'),
).href;

function isAlive(pid: number) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

// Displays and message buses are started on Linux alone.
describe.skipIf(process.platform !== 'linux')('startCompanion', () => {
  let folder: string;
  let server: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tapeout-spec-'));
    server = join(folder, 'server.mjs');
    // Its address is its process number, so that a test can see whether it lives.
    await writeFile(
      server,
      `import { writeSync } from 'node:fs';
       setInterval(() => undefined, 1000);
       writeSync(3, process.pid + '\\n');`,
    );
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('waits for the address, and ends the server at the end', async () => {
    const companion = await startCompanion(process.execPath, [server]);
    const pid = Number(companion.address);
    expect(isAlive(pid)).toBe(true);
    await companion.dispose();
    expect(isAlive(pid)).toBe(false);
  });

  it('complains about a server that ends before it is ready', async () => {
    await expect(startCompanion(process.execPath, ['-e', '0'])).rejects.toThrow('did not start');
  });

  it('lets a script go on after the end, when nothing else is left to wait for', async () => {
    const script = join(folder, 'script.mjs');
    await writeFile(
      script,
      `import { startCompanion } from ${JSON.stringify(COMPANION)};
       const companion = await startCompanion(process.execPath, [${JSON.stringify(server)}]);
       await companion.dispose();
       console.log('went on');`,
    );
    const { stdout, status } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
    expect({ stdout, status }).toEqual({ stdout: 'went on\n', status: 0 });
  });
});
