import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desktopObstacle, TestDesktop } from '../helpers/dbus/test-desktop';
import { CoinDesk } from './coin-desk';
import { eventually } from './eventually';

const obstacle = desktopObstacle();
const note = obstacle === null ? '' : ` (skipped: ${obstacle})`;
const PRICE_MS = 30_000;
const LONGEST_MS = 180_000;
const HOUR_MS = 3_600_000;

let desktop: TestDesktop;
let coin: CoinDesk;

const titles = async () => (await desktop.notices()).map(({ title }) => title);

async function holdOne(mark: string): Promise<void> {
  await coin.trade(0.98);
  await coin.ruleAbove(1.06, mark);
  await coin.trade(0.98);
  await eventually(async () => {
    coin.venue.tick(1.07);
    return (await coin.firings(mark)).map(({ delivery }) => delivery);
  }, PRICE_MS).toEqual(['held']);
}

describe.skipIf(obstacle !== null)(
  `alerts of quiet hours in which the app is killed${note}`,
  () => {
    beforeAll(async () => {
      desktop = await TestDesktop.open();
      await desktop.start('notifications', { capabilities: 'body actions' });
      coin = new CoinDesk(desktop);
      await coin.open();
      // It is two in the afternoon.
      await coin.setSettings({
        quietHours: true,
        quietFromMinute: 13 * 60,
        quietToMinute: 20 * 60,
      });
    }, LONGEST_MS);
    afterAll(async () => {
      await coin.dispose();
      await desktop.dispose();
    });

    it('are of real prices', () => coin.comeAlive(), LONGEST_MS);

    it(
      'are told in one digest by the run in which the hours end',
      async () => {
        await holdOne('<first>');
        await coin.kill();
        await coin.restart();
        await holdOne('<second>');
        expect(await titles()).toEqual([]);
        await coin.setSettings({ quietHours: false });
        await eventually(titles).toEqual(['2 alerts in your quiet hours']);
        await eventually(async () => (await coin.firings('<first>'))[0]?.delivery).toBe(
          'delivered',
        );
      },
      LONGEST_MS,
    );

    it(
      'are told at the start of a run after hours that ended while there was none, and once',
      async () => {
        await coin.setSettings({ quietHours: true });
        await holdOne('<third>');
        await coin.kill();
        await coin.restart(7 * HOUR_MS);
        await eventually(titles).toEqual([
          '2 alerts in your quiet hours',
          '1 alert in your quiet hours',
        ]);
        await eventually(async () => (await coin.firings('<third>'))[0]?.delivery).toBe(
          'delivered',
        );
        await coin.kill();
        await coin.restart();
        // What it has to tell it tells before what fires now, which is later than that.
        await coin.trade(0.98);
        await coin.ruleAbove(1.06, '<fourth>');
        await coin.trade(0.98);
        await eventually(async () => {
          coin.venue.tick(1.07);
          return coin.timesTold('<fourth>');
        }, PRICE_MS).toBe(1);
        expect(await titles()).toHaveLength(3);
      },
      LONGEST_MS,
    );
  },
);
