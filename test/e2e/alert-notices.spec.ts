import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { TapeoutBridge } from '../../src/shared/ipc/contract';
import { draftFor, type RuleDraft } from '../../src/shared/domain/alert/alert-rule';
import { PRICE } from '../../src/shared/domain/alert/alert-condition';
import type { InstrumentId } from '../../src/shared/domain/instrument/instrument';
import { desktopObstacle, TestDesktop } from '../helpers/dbus/test-desktop';
import { closeDesk, type LaunchedDesk, launchDesk, readLogs } from '../helpers/desk-app';
import { eventually } from './eventually';
import { itRunsAsOrdinaryUser } from './ordinary-user';

/** What the preload script puts on the page's window. */
declare const window: { readonly api: TapeoutBridge };

const obstacle = desktopObstacle();
const note = obstacle === null ? '' : ` (skipped: ${obstacle})`;
/** New York is open: the simulated market trades. */
const MOMENT = '2026-05-28T14:30:00Z';
/** The first price of an instrument is asked for when a rule wants it. */
const PRICE_MS = 30_000;

let desktop: TestDesktop;
let desk: LaunchedDesk;

/** Holds at every price, so that the next one fires it. */
const anyPrice = (instrument: InstrumentId, words = ''): RuleDraft => ({
  ...draftFor(instrument, { of: PRICE, op: 'greaterThan', value: 0.01 }),
  note: words,
});

async function create(page: Page, rule: RuleDraft): Promise<void> {
  const answer = await page.evaluate((wanted) => window.api.alerts.create({ rule: wanted }), rule);
  expect(answer).toMatchObject({ ok: true, value: { ok: true } });
}

const charted = () =>
  desk.page.evaluate(async () => {
    const answer = await window.api.app.getSnapshot();
    return answer.ok ? answer.value.settings.charted : null;
  });

describe.skipIf(obstacle !== null)(`alerts of the simulated market on a desktop${note}`, () => {
  beforeAll(async () => {
    desktop = await TestDesktop.open();
    await desktop.start('tray');
    await desktop.start('notifications', { capabilities: 'body body-markup actions' });
    desk = await launchDesk({
      ...{ clock: MOMENT, env: desktop.env, args: ['--offline', '--locale', 'en'] },
    });
  });
  afterAll(async () => {
    await closeDesk(desk);
    await desktop.dispose();
  });

  itRunsAsOrdinaryUser(() => desk.app.process().pid);

  it('come as a notification, price first, and in the tray', async () => {
    await eventually(() => desktop.registrations()).toBe(1);
    const before = await desktop.icon();
    await create(desk.page, anyPrice('XNAS:NVDA', 'A & B'));
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

  it('open their instrument on a click', async () => {
    expect(await charted()).not.toBe('XNAS:NVDA');
    await desktop.clickNotice(1);
    await eventually(charted).toBe('XNAS:NVDA');
  });

  it('are not shown while they are muted in the tray, and are listed all the same', async () => {
    expect(await desktop.click('Mute alerts for an hour')).toBe(true);
    await eventually(async () => (await desktop.menu()).join('\n')).toMatch(
      /Muted until \d\d:\d\d/,
    );
    const shown = (await desktop.notices()).length;
    await create(desk.page, anyPrice('XNAS:AMD'));
    await eventually(async () => (await desktop.menu()).join('\n'), PRICE_MS).toMatch(/ AMD /);
    expect(await desktop.notices()).toHaveLength(shown);
    const unmute = (await desktop.menu()).find((label) => label.startsWith('Muted until'));
    expect(await desktop.click(unmute ?? '')).toBe(true);
    await eventually(() => desktop.menu()).toContain('Mute alerts for an hour');
  });

  it('say nothing in the log', () => {
    expect(readLogs(desk.userData)).toBe('');
    expect(desk.complaints).toEqual([]);
  });
});
