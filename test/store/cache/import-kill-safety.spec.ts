import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { viewPackedBars } from '../../../src/shared/domain/candle/bar-columns';
import { tempFolder } from '../../unit/electron/data/temp-folder';
import { openSeries } from './open-series';

const ROOT = join(import.meta.dirname, '../../..');
const KILLS = 12;
const INSTRUMENTS = ['XNAS:NVDA', 'XNAS:AMD', 'XNAS:INTC', 'XNAS:AAPL', 'XNAS:MSFT'] as const;
const SESSIONS = 4000;

let bundle = '';
let bars = '';

/** Two folders of the same files, of which one has all prices doubled. */
function writeFolder(version: number): void {
  const folder = join(bars, String(version));
  mkdirSync(folder);
  const price = 10 * (version + 1);
  const rows = Array.from({ length: SESSIONS }, (_, index) => {
    const day = new Date(Date.UTC(2000, 0, 1 + index)).toISOString().slice(0, 10);
    return `${day},${price},${price + 1},${price - 1},${price},${index}`;
  });
  const text = `Date,Open,High,Low,Close,Volume\n${rows.join('\n')}\n`;
  for (const id of INSTRUMENTS) writeFileSync(join(folder, `${id.replace(':', '_')}.csv`), text);
}

/** Bundles the process that is killed. */
beforeAll(async () => {
  bundle = mkdtempSync(join(tmpdir(), 'tapeout-import-files-'));
  bars = mkdtempSync(join(tmpdir(), 'tapeout-import-bars-'));
  writeFolder(0);
  writeFolder(1);
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'import-files-loop.ts'),
      outDir: bundle,
      rolldownOptions: {
        external: ['libsql'],
        output: { format: 'cjs', entryFileNames: 'import-files-loop.cjs' },
      },
    },
  });
});

afterAll(() => {
  for (const folder of [bundle, bars]) rmSync(folder, { recursive: true, force: true });
});

/** Lets the process import, and kills it in the middle of the round after some that it finished. */
async function killAfter(file: string, rounds: number): Promise<void> {
  const child = spawn(process.execPath, [join(bundle, 'import-files-loop.cjs'), file, bars], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // The bundle lies outside of the project, libsql inside.
    env: { ...process.env, NODE_PATH: join(ROOT, 'node_modules') },
  });
  const exited = once(child, 'exit');
  let output = '';
  for await (const text of child.stdout.setEncoding('utf8')) {
    output += String(text);
    if (output.split('\n').length > rounds) child.kill('SIGKILL');
  }
  const [, signal] = (await exited) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
}

describe('an import of several files that is killed', () => {
  it(`has written all of them or none, ${KILLS} times`, async () => {
    const file = join(tempFolder(), 'cache.db');
    for (let kill = 0; kill < KILLS; kill++) {
      await killAfter(file, 1 + (kill % 3));
      const { connection, series } = openSeries(file);
      expect(connection.rows('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
      const stored = INSTRUMENTS.map((id) =>
        viewPackedBars(series.read(id, 'D')?.buffer ?? new ArrayBuffer(0)),
      );
      expect(stored.map(({ length }) => length)).toEqual(INSTRUMENTS.map(() => SESSIONS));
      const prices = new Set(stored.flatMap(({ close }) => [...close]));
      expect(prices.size).toBe(1);
      connection.close();
    }
  });
});
