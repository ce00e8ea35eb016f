import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TapeoutBridge } from '../../src/shared/ipc/contract';
import { draftFor } from '../../src/shared/domain/alert/alert-rule';
import { PRICE } from '../../src/shared/domain/alert/alert-condition';
import type { Firing } from '../../src/shared/domain/alert/firing';
import { desktopObstacle, TestDesktop } from '../helpers/dbus/test-desktop';
import {
  closeDesk,
  freshFolder,
  killDesk,
  type LaunchedDesk,
  launchDesk,
} from '../helpers/desk-app';
import { replayPrices } from '../helpers/replay/replay-market';
import { ReplayServer } from '../helpers/replay/replay-server';
import { useReplay } from '../helpers/replay/use-replay';
import { binanceListsRoute } from '../helpers/replay/venue-lists-replay';
import { binanceRoute } from '../helpers/replay/venue-replay';
import { VenueSocketReplay } from '../helpers/replay/venue-socket-replay';
import { eventually } from './eventually';

/** What the preload script puts on the page's window. */
declare const window: { readonly api: TapeoutBridge };

const obstacle = desktopObstacle();
const note = obstacle === null ? '' : ` (skipped: ${obstacle})`;
const MOMENT = Date.parse('2026-05-28T14:00:00Z');
const COIN = 'BINANCE:BTCUSDT';
/** `TAPEOUT_KILLS=100` for the long run; each takes some seconds. */
const KILLS = Number(process.env['TAPEOUT_KILLS'] ?? 6);
const LONGEST_ROUND_MS = 120_000;
/** From before the source has the price to long after the firing was shown. */
const FIRST_KILL_MS = -50;
/** `TAPEOUT_KILLS_WITHIN_MS=150` has all of them fall while the app is at work on the firing. */
const KILLS_WITHIN_MS = Number(process.env['TAPEOUT_KILLS_WITHIN_MS'] ?? 650);
/** What a busy machine did not show at once is tried again a minute later. */
const DELIVERY_MS = 90_000;
const PRICE_MS = 30_000;
/** Parts of the replayed price; a step of more than a fifth would have to be confirmed. */
const [BELOW, LEVEL, ABOVE] = [0.99, 1.05, 1.1];

let desktop: TestDesktop;
let venue: VenueSocketReplay;
let server: ReplayServer;
let desk: LaunchedDesk;
let startedAt = 0;
const now = (): number => MOMENT + Date.now() - startedAt;

/** Real prices as far as the app can tell: what became of a rule is kept, as it is not of simulated ones. */
const launch = (userData: string): Promise<LaunchedDesk> =>
  launchDesk({
    ...{ clock: new Date(now()).toISOString(), env: desktop.env, userData, network: true },
    args: ['--locale', 'en', '--symbol', COIN],
  });

/** How often the user was told of the rule with this mark. */
async function timesTold(mark: string): Promise<number> {
  return (await desktop.notices()).filter(({ body }) => body.includes(mark)).length;
}

async function firingsOf(mark: string): Promise<readonly Firing[]> {
  const query = { text: mark, limit: 10 };
  const answer = await desk.page.evaluate((wanted) => window.api.alerts.firings(wanted), query);
  return answer.ok ? answer.value.firings : [];
}

/** The rule has heard this price once the page has: the page is told later. */
async function hearBelow(round: number): Promise<void> {
  const factor = BELOW - round / 100_000;
  const price = Number(((replayPrices(COIN, now())?.price ?? NaN) * factor).toFixed(2));
  const text = new Intl.NumberFormat('en', { minimumFractionDigits: 2 }).format(price);
  await eventually(() => {
    venue.tick(factor);
    return desk.page.getByRole('row', { name: /^BTCUSDT\b/ }).textContent();
  }, PRICE_MS).toContain(text);
}

describe.skipIf(obstacle !== null)(`alerts of an app that is killed${note}`, () => {
  beforeAll(async () => {
    startedAt = Date.now();
    desktop = await TestDesktop.open();
    await desktop.start('notifications', { capabilities: 'body actions' });
    venue = new VenueSocketReplay([COIN], now);
    server = new ReplayServer([binanceRoute([COIN], now), binanceListsRoute], venue);
    const userData = await freshFolder();
    useReplay(userData, await server.start());
    desk = await launch(userData);
    await desk.page.evaluate(async (symbol) => {
      const snapshot = await window.api.app.getSnapshot();
      const [list] = snapshot.ok ? snapshot.value.watchlist.watchlists.lists : [];
      const sectionId = list?.sections[0]?.id ?? 0;
      await window.api.watchlist.addItems({ sectionId, symbols: [symbol], position: 0 });
    }, COIN);
  }, LONGEST_ROUND_MS);
  afterAll(async () => {
    await closeDesk(desk);
    await server.dispose();
    await desktop.dispose();
  });

  it('are of real prices', async () => {
    await eventually(() => desk.page.getByRole('contentinfo').textContent(), PRICE_MS).toContain(
      'Simulated prices: none',
    );
  });

  it(
    `reach the user after each of ${KILLS} kills around a crossing, and at most one twice`,
    async () => {
      const level = (replayPrices(COIN, now())?.price ?? NaN) * LEVEL;
      const told: { round: number; killAt: number; times: number }[] = [];
      for (let round = 0; round < KILLS; round++) {
        const mark = `<mark ${round}>`;
        const rule = {
          ...draftFor(COIN, { of: PRICE, op: 'crossingUp' as const, value: level }),
          note: mark,
        };
        await desk.page.evaluate((wanted) => window.api.alerts.create({ rule: wanted }), rule);
        await hearBelow(round);
        // Spread over the whole time in which it can happen, the same in every run.
        const killAt = FIRST_KILL_MS + (KILLS_WITHIN_MS * ((round * 7) % KILLS)) / KILLS;
        await Promise.all([
          delay(Math.max(0, -killAt)).then(() => venue.tick(ABOVE)),
          delay(Math.max(0, killAt)).then(() => killDesk(desk.app)),
        ]);
        desk = await launch(desk.userData);
        await eventually(async () => {
          venue.tick(ABOVE);
          return (await firingsOf(mark)).map(({ delivery, simulated }) => [delivery, simulated]);
        }, DELIVERY_MS).toEqual([['delivered', false]]);
        told.push({ round, killAt, times: await timesTold(mark) });
      }
      expect(told.filter(({ times }) => times === 0)).toEqual([]);
      expect(told.filter(({ times }) => times > 2)).toEqual([]);
      const twice = told.filter(({ times }) => times === 2);
      expect(twice.length, JSON.stringify(twice)).toBeLessThanOrEqual(1);
    },
    KILLS * LONGEST_ROUND_MS,
  );
});
