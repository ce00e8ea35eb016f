import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desktopObstacle, TestDesktop } from '../helpers/dbus/test-desktop';
import { CoinDesk } from './coin-desk';
import { eventually } from './eventually';

const obstacle = desktopObstacle();
const note = obstacle === null ? '' : ` (skipped: ${obstacle})`;
const BURST = 50;
const TICKS = 5;
/** A summary comes ten seconds after the first of its burst. */
const SUMMARY_MS = 30_000;
const TOLD_MS = 90_000;
const LONGEST_MS = 180_000;
const HOUR_MS = 3_600_000;

let desktop: TestDesktop;
let coin: CoinDesk;

/** Sets the clock of the app as a user or a time server does. */
const setClock = (byMs: number): Promise<void> =>
  coin.desk.app.evaluate((_electron, shift) => {
    const clock = globalThis as { realNow?: () => number };
    clock.realNow ??= Date.now.bind(Date);
    const { realNow } = clock;
    Date.now = () => realNow() + shift;
  }, byMs);

describe.skipIf(obstacle !== null)(`alerts when much comes at once${note}`, () => {
  beforeAll(async () => {
    desktop = await TestDesktop.open();
    await desktop.start('notifications', { capabilities: 'body actions' });
    coin = new CoinDesk(desktop);
    await coin.open();
  }, LONGEST_MS);
  afterAll(async () => {
    await coin.dispose();
    await desktop.dispose();
  });

  it('are of real prices', () => coin.comeAlive(), LONGEST_MS);

  it(
    `of ${BURST} crossings within ten seconds come as three and a summary`,
    async () => {
      await coin.trade(0.99);
      for (let rule = 0; rule < BURST; rule++) await coin.ruleAbove(1.001 + rule / 1000, '<burst>');
      await coin.trade(0.99);
      for (let tick = 1; tick <= TICKS; tick++) {
        coin.venue.tick(1.0005 + (tick * BURST) / TICKS / 1000);
        await eventually(async () => (await coin.firings('<burst>')).length).toBe(
          (tick * BURST) / TICKS,
        );
      }
      await eventually(async () => (await desktop.notices()).length, SUMMARY_MS).toBe(4);
      const notices = await desktop.notices();
      expect(notices.slice(0, 3).every(({ body }) => body.includes('<burst>'))).toBe(true);
      expect(notices[3]).toMatchObject({ title: '47 more alerts', body: 'BTCUSDT ×47' });
      await eventually(async () =>
        (await coin.firings('<burst>')).every(({ delivery }) => delivery === 'delivered'),
      ).toBe(true);
    },
    LONGEST_MS,
  );

  it(
    'come once each where the clock is set ahead, back and right again',
    async () => {
      for (const [mark, shift] of [
        ['<ahead>', 3 * HOUR_MS],
        ['<back>', -5 * HOUR_MS],
      ] as const) {
        await coin.trade(0.98);
        await coin.ruleAbove(1.06, mark);
        await coin.trade(0.98);
        await setClock(shift);
        // Whether these count while the clock is wrong is left open: once is right, twice is not.
        for (const factor of [1.07, 0.97, 1.08]) {
          coin.venue.tick(factor);
          expect((await coin.firings(mark)).length).toBeLessThanOrEqual(1);
        }
        await setClock(0);
        await eventually(async () => {
          coin.venue.tick(1.09);
          return (await coin.firings(mark)).map(({ delivery }) => delivery);
        }, TOLD_MS).toEqual(['delivered']);
        await coin.trade(0.98);
        coin.venue.tick(1.09);
        expect(await coin.timesTold(mark), mark).toBe(1);
      }
    },
    LONGEST_MS,
  );
});
