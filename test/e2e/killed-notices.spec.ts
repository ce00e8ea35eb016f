import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TapeoutBridge } from '../../src/shared/ipc/contract';
import { draftFor } from '../../src/shared/domain/alert/alert-rule';
import { PRICE } from '../../src/shared/domain/alert/alert-condition';
import { desktopObstacle, TestDesktop } from '../helpers/dbus/test-desktop';
import { freshFolder, killDesk, launchDesk, quitDesk, removeFolder } from '../helpers/desk-app';
import { eventually } from './eventually';

/** What the preload script puts on the page's window. */
declare const window: { readonly api: TapeoutBridge };

const wish = process.env['TAPEOUT_KILLS'];
const obstacle = wish ? desktopObstacle() : 'a long run, asked for with TAPEOUT_KILLS=100';
const note = obstacle === null ? '' : ` (skipped: ${obstacle})`;
/** New York is open: the simulated market trades. */
const MOMENT = Date.parse('2026-05-28T14:00:00Z');
/** Each start is a minute later: a clock that went back is another test's. */
const LATER_MS = 60_000;
/** Each takes some seconds. */
const KILLS = Number(wish ?? 0);
const LONGEST_ROUND_MS = 40_000;
/** From well before a firing is stored to well after it was shown. */
const LATEST_KILL_MS = 1600;
const DELIVERY_MS = 30_000;

let desktop: TestDesktop;
let userData: string;

let launches = 0;

const launch = () =>
  launchDesk({
    clock: new Date(MOMENT + (launches++ % 120) * LATER_MS).toISOString(),
    ...{ env: desktop.env, userData },
    args: ['--offline', '--locale', 'en'],
  });

/** How often the user was told of the rule with this mark. */
async function timesTold(mark: string): Promise<number> {
  return (await desktop.notices()).filter(({ body }) => body.includes(`<${mark}>`)).length;
}

describe.skipIf(obstacle !== null)(`alerts of an app that is killed${note}`, () => {
  beforeAll(async () => {
    desktop = await TestDesktop.open();
    await desktop.start('notifications', { capabilities: 'body actions' });
    userData = await freshFolder();
  });
  afterAll(async () => {
    await desktop.dispose();
    await removeFolder(userData);
  });

  it(
    `reach the user after each of ${KILLS} kills around a firing, and at most one twice`,
    async () => {
      let twice = 0;
      for (let round = 0; round < KILLS; round++) {
        const mark = `mark ${round}`;
        const killed = await launch();
        const rule = {
          ...draftFor('XNAS:NVDA', { of: PRICE, op: 'greaterThan' as const, value: 0.01 }),
          note: `<${mark}>`,
        };
        await killed.page.evaluate((wanted) => window.api.alerts.create({ rule: wanted }), rule);
        // Spread over the whole time in which it can happen, the same in every run.
        const afterMs = (LATEST_KILL_MS * ((round * 7) % KILLS)) / KILLS;
        await killed.app.evaluate(
          (_electron, ms) => new Promise((resolve) => setTimeout(resolve, ms)),
          afterMs,
        );
        await killDesk(killed.app);
        const next = await launch();
        await eventually(() => timesTold(mark), DELIVERY_MS).toBeGreaterThan(0);
        await quitDesk(next);
        if ((await timesTold(mark)) > 1) twice += 1;
        expect(await timesTold(mark)).toBeLessThanOrEqual(2);
      }
      expect(twice).toBeLessThanOrEqual(1);
    },
    KILLS * LONGEST_ROUND_MS,
  );
});
