import type { TapeoutBridge } from '../../src/shared/ipc/contract';
import { PRICE } from '../../src/shared/domain/alert/alert-condition';
import { draftFor } from '../../src/shared/domain/alert/alert-rule';
import type { Firing } from '../../src/shared/domain/alert/firing';
import type { Settings } from '../../src/shared/domain/settings/settings';
import type { TestDesktop } from '../helpers/dbus/test-desktop';
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

const MOMENT = Date.parse('2026-05-28T14:00:00Z');
const COIN = 'BINANCE:BTCUSDT';
const PRICE_MS = 30_000;

/**
 * The real app on a desktop of its own, over one coin of a replayed source: real prices as far as the
 * app can tell, since what becomes of a rule is kept, as it is not of simulated ones.
 */
export class CoinDesk {
  readonly venue = new VenueSocketReplay([COIN], () => this.now());
  private readonly server = new ReplayServer(
    [binanceRoute([COIN], () => this.now()), binanceListsRoute],
    this.venue,
  );
  private readonly startedAt = Date.now();
  private later = 0;
  private running: LaunchedDesk | undefined;
  private trades = 0;

  constructor(private readonly desktop: TestDesktop) {}

  get desk(): LaunchedDesk {
    if (!this.running) throw new Error('the desk was not opened');
    return this.running;
  }

  /** By the clocks of the venue and of the app, UTC milliseconds. */
  now(): number {
    return MOMENT + this.later + Date.now() - this.startedAt;
  }

  async open(): Promise<void> {
    const userData = await freshFolder();
    useReplay(userData, await this.server.start());
    await this.launch(userData);
    await this.desk.page.evaluate(async (symbol) => {
      const snapshot = await window.api.app.getSnapshot();
      const [list] = snapshot.ok ? snapshot.value.watchlist.watchlists.lists : [];
      const sectionId = list?.sections[0]?.id ?? 0;
      await window.api.watchlist.addItems({ sectionId, symbols: [symbol], position: 0 });
    }, COIN);
  }

  /** Waits until no price of the made-up market is left. */
  async comeAlive(): Promise<void> {
    const footer = this.desk.page.getByRole('contentinfo');
    await eventually(() => footer.textContent(), PRICE_MS).toContain('Simulated prices: none');
  }

  kill(): Promise<void> {
    return killDesk(this.desk.app);
  }

  /** After {@link kill}. @param laterMs - what both clocks have moved on meanwhile */
  async restart(laterMs = 0): Promise<void> {
    this.later += laterMs;
    await this.launch(this.desk.userData);
  }

  /** @param factor - the level, as a part of the replayed price */
  async ruleAbove(factor: number, note: string): Promise<void> {
    const value = (replayPrices(COIN, this.now())?.price ?? NaN) * factor;
    const rule = { ...draftFor(COIN, { of: PRICE, op: 'crossingUp', value }), note };
    await this.desk.page.evaluate((wanted) => window.api.alerts.create({ rule: wanted }), rule);
  }

  /**
   * Trades at `factor` of the replayed price, each time a little less, until the page has it: rules have
   * heard it then.
   */
  async trade(factor: number): Promise<void> {
    const part = factor - ++this.trades / 100_000;
    const price = Number(((replayPrices(COIN, this.now())?.price ?? NaN) * part).toFixed(2));
    const text = new Intl.NumberFormat('en', { minimumFractionDigits: 2 }).format(price);
    await eventually(() => {
      this.venue.tick(part);
      return this.desk.page.getByRole('row', { name: /^BTCUSDT\b/ }).textContent();
    }, PRICE_MS).toContain(text);
  }

  async firings(text: string): Promise<readonly Firing[]> {
    const query = { text, limit: 100 };
    const { page } = this.desk;
    const answer = await page.evaluate((wanted) => window.api.alerts.firings(wanted), query);
    return answer.ok ? answer.value.firings : [];
  }

  async setSettings(patch: Partial<Settings>): Promise<void> {
    await this.desk.page.evaluate((wanted) => window.api.app.updateSettings(wanted), patch);
  }

  /** How often the user was told of the rule with this mark. */
  async timesTold(mark: string): Promise<number> {
    return (await this.desktop.notices()).filter(({ body }) => body.includes(mark)).length;
  }

  async dispose(): Promise<void> {
    await closeDesk(this.running);
    await this.server.dispose();
  }

  private async launch(userData: string): Promise<void> {
    this.running = await launchDesk({
      ...{ clock: new Date(this.now()).toISOString(), userData, network: true },
      env: { ...this.desktop.env, TZ: 'UTC' },
      args: ['--locale', 'en', '--symbol', COIN],
    });
  }
}
