import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desktopObstacle, TestDesktop } from '../helpers/dbus/test-desktop';
import { CoinDesk } from './coin-desk';
import { eventually } from './eventually';
import { itRunsAsOrdinaryUser } from './ordinary-user';

const obstacle = desktopObstacle();
const note = obstacle === null ? '' : ` (skipped: ${obstacle})`;
/** `TAPEOUT_KILLS=100` for the long run; each takes some seconds. */
const KILLS = Number(process.env['TAPEOUT_KILLS'] ?? 6);
const LONGEST_ROUND_MS = 120_000;
/**
 * Milliseconds after the price that crosses: from before the source has it to long after the firing was
 * shown. `TAPEOUT_KILLS_AT=0..60` has all of them fall while the app is at work on it.
 */
const [FIRST_KILL_MS = NaN, LAST_KILL_MS = NaN] = (process.env['TAPEOUT_KILLS_AT'] ?? '-50..600')
  .split('..')
  .map(Number);
/** What a busy machine did not show at once is tried again a minute later. */
const DELIVERY_MS = 90_000;
/** Parts of the replayed price; a step of more than a fifth would have to be confirmed. */
const [BELOW, LEVEL, ABOVE] = [0.99, 1.05, 1.1];

let desktop: TestDesktop;
let coin: CoinDesk;

describe.skipIf(obstacle !== null)(`alerts of an app that is killed${note}`, () => {
  beforeAll(async () => {
    desktop = await TestDesktop.open();
    await desktop.start('notifications', { capabilities: 'body actions' });
    coin = new CoinDesk(desktop);
    await coin.open();
  }, LONGEST_ROUND_MS);
  afterAll(async () => {
    await coin.dispose();
    await desktop.dispose();
  });

  it('are of real prices', () => coin.comeAlive(), LONGEST_ROUND_MS);

  itRunsAsOrdinaryUser(() => coin.desk.app.process().pid);

  it(
    `reach the user after each of ${KILLS} kills around a crossing, and at most one twice`,
    async () => {
      const told: { round: number; killAt: number; times: number }[] = [];
      for (let round = 0; round < KILLS; round++) {
        const mark = `<mark ${round}>`;
        await coin.ruleAbove(LEVEL, mark);
        await coin.trade(BELOW);
        // Spread over the whole time in which it can happen, the same in every run.
        const part = ((round * 7) % KILLS) / KILLS;
        const killAt = FIRST_KILL_MS + (LAST_KILL_MS - FIRST_KILL_MS) * part;
        await Promise.all([
          delay(Math.max(0, -killAt)).then(() => coin.venue.tick(ABOVE)),
          delay(Math.max(0, killAt)).then(() => coin.kill()),
        ]);
        await coin.restart();
        await eventually(async () => {
          coin.venue.tick(ABOVE);
          const firings = await coin.firings(mark);
          return firings.map(({ delivery, simulated }) => [delivery, simulated]);
        }, DELIVERY_MS).toEqual([['delivered', false]]);
        told.push({ round, killAt, times: await coin.timesTold(mark) });
      }
      expect(told.filter(({ times }) => times === 0)).toEqual([]);
      expect(told.filter(({ times }) => times > 2)).toEqual([]);
      const twice = told.filter(({ times }) => times === 2);
      expect(twice.length, JSON.stringify(twice)).toBeLessThanOrEqual(1);
    },
    KILLS * LONGEST_ROUND_MS,
  );
});
