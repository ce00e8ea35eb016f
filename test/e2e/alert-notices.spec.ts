import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { KEPT_HIDDEN_MS } from '../../electron/window/desk-presence';
import type { TapeoutBridge } from '../../src/shared/ipc/contract';
import { draftFor, type RuleDraft } from '../../src/shared/domain/alert/alert-rule';
import { PRICE } from '../../src/shared/domain/alert/alert-condition';
import type { InstrumentId } from '../../src/shared/domain/instrument/instrument';
import { desktopObstacle, TestDesktop } from '../helpers/dbus/test-desktop';
import { closeDesk, type LaunchedDesk, launchDesk, readLogs } from '../helpers/desk-app';
import { chartPane, dateAt, plotBox } from './chart-pane';
import { closeWindowOf, desksOf, hurry, windowsOf } from './desk-windows';
import { eventually } from './eventually';
import { itRunsAsOrdinaryUser } from './ordinary-user';

/** What the preload script puts on the page's window. */
declare const window: { readonly api: TapeoutBridge };

const obstacle = desktopObstacle();
const note = obstacle === null ? '' : ` (skipped: ${obstacle})`;
/** New York is open: the simulated market trades. */
const MOMENT = '2026-05-28T14:30:00Z';
const SESSION = '2026-05-28';
/** As in `notifications.spec.ts`, which proves that such a probe sees a block. */
const LONGEST_LAG_MS = 1000;
const PROBE_EVERY_MS = 10;
/** The first price of an instrument is asked for when a rule wants it. */
const PRICE_MS = 30_000;

let desktop: TestDesktop;
let desk: LaunchedDesk;
let page: Page;

/** Holds at every price, so that the next one fires it. */
const anyPrice = (instrument: InstrumentId, words = ''): RuleDraft => ({
  ...draftFor(instrument, { of: PRICE, op: 'greaterThan', value: 0.01 }),
  note: words,
});

async function create(rule: RuleDraft): Promise<void> {
  const answer = await page.evaluate((wanted) => window.api.alerts.create({ rule: wanted }), rule);
  expect(answer).toMatchObject({ ok: true, value: { ok: true } });
}

const charted = () =>
  page.evaluate(async () => {
    const answer = await window.api.app.getSnapshot();
    return answer.ok ? answer.value.settings.charted : null;
  });

/** The firing that the drawer has open. */
const openedFiring = () =>
  page
    .getByRole('list', { name: 'History' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('group', { name: 'Why it fired' }) })
    .allTextContents();

/** The session of the bar at the right edge of the chart. */
async function newestInView(): Promise<string> {
  const { right, top } = await plotBox(page);
  return dateAt(page, right - 1, top + 20);
}

/** The longest time for which main could do nothing else since the last call, which begins to look. */
const longestLag = () =>
  desk.app.evaluate((_electron, everyMs) => {
    const seen = globalThis as { longestMs?: number; turn?: () => void };
    if (!seen.turn) {
      let lastTurnAt = performance.now();
      seen.turn = () => {
        seen.longestMs = Math.max(seen.longestMs ?? 0, performance.now() - lastTurnAt);
        lastTurnAt = performance.now();
      };
      setInterval(seen.turn, everyMs);
    }
    seen.turn();
    const longestMs = seen.longestMs ?? 0;
    seen.longestMs = 0;
    return longestMs;
  }, PROBE_EVERY_MS);

describe.skipIf(obstacle !== null)(`alerts of the simulated market on a desktop${note}`, () => {
  beforeAll(async () => {
    desktop = await TestDesktop.open();
    await desktop.start('tray');
    await desktop.start('notifications', { capabilities: 'body body-markup actions' });
    desk = await launchDesk({
      ...{ clock: MOMENT, env: desktop.env, args: ['--offline', '--locale', 'en'] },
    });
    page = desk.page;
  });
  afterAll(async () => {
    await closeDesk(desk);
    await desktop.dispose();
  });

  itRunsAsOrdinaryUser(() => desk.app.process().pid);

  it('come as a notification, price first, and in the tray', async () => {
    await eventually(() => desktop.registrations()).toBe(1);
    const before = await desktop.icon();
    await create(anyPrice('XNAS:NVDA', 'A & B'));
    await eventually(() => desktop.notices(), PRICE_MS).toMatchObject([
      {
        title: expect.stringMatching(/^NVDA [\d.,]+ USD$/),
        body: 'Price is above 0.01 · Nvidia · A &amp; B · simulated market',
      },
    ]);
    await eventually(async () => (await desktop.icon()).tooltip).toMatch(/^Tapeout: 1 new alert/);
    await eventually(async () => (await desktop.icon()).pixels).not.toBe(before.pixels);
    await eventually(async () => (await desktop.menu()).join('\n')).toMatch(
      /Last alerts\n\d\d:\d\d NVDA [\d.,]+ USD · Price is above 0.01/,
    );
  });

  it('open their instrument and say why they fired on a click', async () => {
    expect(await charted()).not.toBe('XNAS:NVDA');
    await desktop.clickNotice(1);
    await eventually(charted).toBe('XNAS:NVDA');
    await eventually(openedFiring).toEqual([expect.stringMatching(/NVDA.*Price is above 0\.01/s)]);
  });

  it('bring the bar of their moment into view', async () => {
    await chartPane(page)
      .getByRole('application', { name: /Nvidia/ })
      .focus();
    for (let half = 0; half < 4; half++) await page.keyboard.press('PageUp');
    expect((await newestInView()) < SESSION).toBe(true);
    await desktop.clickNotice(1);
    await eventually(newestInView).toBe(SESSION);
  });

  it('are not shown while they are muted in the tray, and are listed all the same', async () => {
    expect(await desktop.click('Mute alerts for an hour')).toBe(true);
    await eventually(async () => (await desktop.menu()).join('\n')).toMatch(
      /Muted until \d\d:\d\d/,
    );
    const shown = (await desktop.notices()).length;
    await create(anyPrice('XNAS:AMD'));
    await eventually(async () => (await desktop.menu()).join('\n'), PRICE_MS).toMatch(/ AMD /);
    expect(await desktop.notices()).toHaveLength(shown);
    const unmute = (await desktop.menu()).find((label) => label.startsWith('Muted until'));
    expect(await desktop.click(unmute ?? '')).toBe(true);
    await eventually(() => desktop.menu()).toContain('Mute alerts for an hour');
  });

  it('bring a window back that was given up meanwhile', async () => {
    await page.evaluate(() =>
      window.api.app.updateSettings({ charted: 'XNAS:AMD', keepInTray: 'yes' }),
    );
    await hurry(desk.app, KEPT_HIDDEN_MS);
    await closeWindowOf(desk.app);
    await eventually(() => windowsOf(desk.app)).toEqual([]);
    const opened = desk.app.waitForEvent('window');
    await desktop.clickNotice(1);
    page = await opened;
    await eventually(openedFiring).toEqual([expect.stringMatching(/NVDA.*Price is above 0\.01/s)]);
    await chartPane(page)
      .getByRole('application', { name: /Nvidia/ })
      .waitFor();
    expect(await charted()).toBe('XNAS:NVDA');
    expect(await newestInView()).toBe(SESSION);
    await eventually(() => desksOf(desk.app)).toMatchObject([{ isVisible: true }]);
  });

  it('are told on the page and listed while the service hangs, and nothing else waits', async () => {
    await longestLag();
    const shown = (await desktop.notices()).length;
    await desktop.pause('notifications');
    await create(anyPrice('XNAS:MSFT'));
    await page.getByText(/^MSFT: Price is above 0\.01/).waitFor({ timeout: PRICE_MS });
    const rows = page.getByRole('list', { name: 'History' }).getByRole('listitem');
    await eventually(() => rows.filter({ hasText: 'MSFT' }).count()).toBe(1);
    expect(await longestLag()).toBeLessThan(LONGEST_LAG_MS);
    await desktop.unpause('notifications');
    // The service had it all the time.
    await eventually(async () => (await desktop.notices()).length).toBe(shown + 1);
  });

  it('say nothing in the log', () => {
    expect(readLogs(desk.userData)).toBe('');
    expect(desk.complaints).toEqual([]);
  });
});
