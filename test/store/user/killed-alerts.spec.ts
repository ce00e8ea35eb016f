import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SqliteAlertRepository } from '../../../electron/store/alerts/alert-repository';
import { bundleChild, type ChildBundle } from './child-bundle';
import { openForTest } from './open-for-test';
import { runUntilKilled } from './run-until-killed';
import { temporaryFolder } from './temporary-folder';

const KILLS = 20;
const MINUTES_A_RUN = 10_000;

let child: ChildBundle;
beforeAll(async () => {
  child = await bundleChild('killable-alerts-child.ts');
}, 60_000);
afterAll(() => child.remove());

describe('firings', () => {
  it(`are on the disk before they are told, each once, over ${KILLS} kills at random moments`, async () => {
    const folder = temporaryFolder();
    const told: string[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const lines = 1 + Math.floor(Math.random() * 12);
      const args = [folder, String(kill * MINUTES_A_RUN)];
      told.push(...(await runUntilKilled(child.file, args, lines)));

      const { database } = openForTest(folder);
      const alerts = new SqliteAlertRepository(database);
      const keys = alerts
        .firings({ text: '', limit: 10_000 })
        .firings.map(({ key }) => key)
        .toReversed();
      const [progress] = alerts.progress();
      database.dispose();

      // None is missing, none is there twice: they are numbered by how often the rule had fired.
      expect(keys).toEqual(keys.map((_, index) => `1.1/XNAS:NVDA/${index + 1}`));
      expect(progress?.fired).toBe(keys.length);
      const stored = new Set(keys);
      expect(told.filter((key) => !stored.has(key))).toEqual([]);
      // What was stored and not told when the kill came is one at most.
      expect(keys.length - new Set(told).size).toBeLessThanOrEqual(kill + 1);
    }
    expect(new Set(told).size).toBe(told.length);
    expect(told.length).toBeGreaterThanOrEqual(KILLS);
  });
});
