import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const RUN_APP = pathToFileURL(join(import.meta.dirname, '../../../scripts/lib/run-app.mjs')).href;
const BUS = '[1:0105/101010.1:ERROR:bus.cc(407)] Failed to connect to the bus: x';

// Groups of processes and signals are a matter of POSIX.
describe.skipIf(process.platform === 'win32')('runApp', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tapeout-spec-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** Runs a script under runApp in a process of its own, as "npm start" does. */
  async function launch(appSource: string, whenReady: (pid: number) => void = () => undefined) {
    const app = join(folder, 'app.mjs');
    const launcher = join(folder, 'launcher.mjs');
    await writeFile(app, appSource);
    await writeFile(
      launcher,
      `import { runApp } from ${JSON.stringify(RUN_APP)};
       process.exitCode = await runApp(process.execPath, [${JSON.stringify(app)}, '--a', 'b c']);`,
    );
    const child = spawn(process.execPath, [launcher], { stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
      if (stdout.includes('ready')) whenReady(child.pid ?? 0);
    });
    child.stderr.on('data', (chunk) => (stderr += chunk));
    const code = await new Promise((resolve) => child.once('close', resolve));
    return { code, stdout, stderr };
  }

  it('passes on arguments, output and exit code, and filters stderr', async () => {
    const run = await launch(
      `console.log(JSON.stringify(process.argv.slice(2)));
       console.error(${JSON.stringify(BUS)});
       console.error('real trouble');
       process.exitCode = 7;`,
    );
    expect(run).toEqual({ code: 7, stdout: '["--a","b c"]\n', stderr: 'real trouble\n' });
  });

  it('forwards a signal, and lets the app end in its own way', async () => {
    const run = await launch(
      `process.once('SIGTERM', () => { console.log('tidied up'); process.exit(3); });
       setInterval(() => undefined, 1000);
       console.log('ready');`,
      (pid) => process.kill(pid, 'SIGTERM'),
    );
    expect(run).toEqual({ code: 3, stdout: 'ready\ntidied up\n', stderr: '' });
  });

  it('takes two signals at once for one press', async () => {
    const run = await launch(
      `let count = 0;
       process.on('SIGINT', () => {
         count++;
         setImmediate(() => { console.log('asked ' + count); process.exit(0); });
       });
       setInterval(() => undefined, 1000);
       console.log('ready');`,
      (pid) => {
        process.kill(pid, 'SIGINT');
        process.kill(pid, 'SIGINT');
      },
    );
    expect(run.stdout).toBe('ready\nasked 1\n');
  });

  it('tells by which signal the app ended', async () => {
    const run = await launch(`process.kill(process.pid, 'SIGKILL'); setInterval(() => 0, 1000);`);
    expect(run.code).toBe(128 + 9);
  });
});
