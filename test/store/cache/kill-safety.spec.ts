import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { viewPackedBars } from '../../../src/shared/domain/candle/bar-columns';
import { DAY, rowsOf } from '../../unit/electron/data/bars-of';
import { openSeries } from './open-series';
import { tempFolder } from '../../unit/electron/data/temp-folder';
import { appendedBars, versionBars } from './version-bars';

const ROOT = join(import.meta.dirname, '../../..');
const KILLS = 12;

let folder = '';

type Loop = 'import-loop' | 'append-loop';

/** Bundles the processes that are killed. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tapeout-kill-'));
  for (const loop of ['import-loop', 'append-loop'] satisfies Loop[]) {
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: join(import.meta.dirname, `${loop}.ts`),
        outDir: folder,
        emptyOutDir: false,
        rolldownOptions: {
          external: ['libsql'],
          output: { format: 'cjs', entryFileNames: `${loop}.cjs` },
        },
      },
    });
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Lets the process store versions, kills it after some acknowledged ones; tells the last of them. */
async function killAfter(
  loop: Loop,
  file: string,
  first: number,
  acknowledged: number,
): Promise<number> {
  const child = spawn(process.execPath, [join(folder, `${loop}.cjs`), file, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // The bundle lies outside of the project, libsql inside.
    env: { ...process.env, NODE_PATH: join(ROOT, 'node_modules') },
  });
  const exited = once(child, 'exit');
  let output = '';
  for await (const text of child.stdout.setEncoding('utf8')) {
    output += String(text);
    if (output.split('\n').length > acknowledged) child.kill('SIGKILL');
  }
  const [, signal] = (await exited) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
  return Number(output.trim().split('\n').at(-1));
}

describe('an import that is killed', () => {
  it(`leaves a sound file with a whole series, ${KILLS} times`, async () => {
    const file = join(tempFolder(), 'cache.db');
    let next = 1;
    for (let kill = 0; kill < KILLS; kill++) {
      const last = await killAfter('import-loop', file, next, 1 + (kill % 4));
      const { connection, series } = openSeries(file);
      expect(connection.rows('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
      const stored = series.read('XNAS:GOOGL', 'D');
      const bars = viewPackedBars(stored?.buffer as ArrayBuffer);
      const version = (bars.time[0] as number) / DAY;
      // What was acknowledged survives; the one after it may or may not have been committed.
      expect([last, last + 1]).toContain(version);
      expect(rowsOf(bars)).toEqual(rowsOf(versionBars(version)));
      expect(series.originOf('XNAS:GOOGL', 'D')?.fingerprint).toBe(String(version));
      connection.close();
      next = version + 1;
    }
  });
});

describe('appending and sealing that is killed', () => {
  it(`leaves a sound file with every acknowledged bar once, ${KILLS} times`, async () => {
    const file = join(tempFolder(), 'cache.db');
    let next = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const last = await killAfter('append-loop', file, next, 2 + (kill % 5));
      const { connection, series } = openSeries(file);
      expect(connection.rows('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
      const bars = viewPackedBars(series.read('XNAS:GOOGL', 'D')?.buffer as ArrayBuffer);
      expect([last, last + 200]).toContain(bars.length);
      // Each part counts its prices from its own first bar.
      const parts = Array.from({ length: bars.length / 200 }, (_, part) =>
        rowsOf(appendedBars(200 * part, 200 * (part + 1))),
      );
      expect(rowsOf(bars)).toEqual(parts.flat());
      connection.close();
      next = bars.length;
    }
  });
});
