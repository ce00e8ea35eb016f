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
import { versionBars } from './version-bars';

const ROOT = join(import.meta.dirname, '../../..');
const KILLS = 12;

let folder = '';

/** Bundles the process that is killed. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tapeout-import-loop-'));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'import-loop.ts'),
      outDir: folder,
      rolldownOptions: {
        external: ['libsql'],
        output: { format: 'cjs', entryFileNames: 'import-loop.cjs' },
      },
    },
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Lets the process store versions, kills it after some acknowledged ones; tells the last of them. */
async function killAfter(file: string, first: number, acknowledged: number): Promise<number> {
  const child = spawn(process.execPath, [join(folder, 'import-loop.cjs'), file, String(first)], {
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
      const last = await killAfter(file, next, 1 + (kill % 4));
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
