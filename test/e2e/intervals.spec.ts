import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  closeDesk,
  type LaunchedDesk,
  launchDesk,
  quitDesk,
  readLogs,
  resizeWindow,
} from '../helpers/desk-app';
import { chartPane, chooseInterval, dateAt, nextFrames, plotBox } from './chart-pane';
import { eventually } from './eventually';
import { runTapeout } from './run-tapeout';

/** Thursday, 11:00 in New York: the session is under way. */
const OPEN = '2026-05-28T15:00:00Z';
const ARGS = ['--offline', '--symbol', 'XNAS:NVDA', '--locale', 'en'];
const WIDE = { width: 1440, height: 900 };

let desk: LaunchedDesk;
let page: Page;

beforeAll(async () => {
  desk = await launchDesk({ args: [...ARGS, '--interval', '5m'], clock: OPEN, size: WIDE });
  page = desk.page;
});
afterAll(() => closeDesk(desk));

const chart = (length: string): Locator =>
  page.getByRole('application', { name: new RegExp(`^Candlestick chart of Nvidia, .*${length}$`) });
const button = (name: string): Locator =>
  chartPane(page).getByRole('button', { name, exact: true });
const legend = (): Promise<string | null> => chartPane(page).locator('.legend').textContent();
const legendDate = (): Promise<string | null> =>
  chartPane(page).locator('.legend .date').textContent();

/** Where nothing of the chart lies under the pointer, the legend speaks of the newest bar. */
const leaveChart = (): Promise<void> => page.mouse.move(5, 5);

describe('the charted interval', () => {
  it('is the one of the command line, and the bar under way is its last', async () => {
    await chart('bars of 5 minutes').waitFor();
    await leaveChart();
    await eventually(legendDate).toMatch(/^28 May 2026, 11:0\d$/);
  });

  it('counts down to the end of the bar', async () => {
    const left = () => chartPane(page).locator('.countdown').textContent();
    await eventually(left).toMatch(/^0[0-4]:[0-5]\d$/);
    const before = await left();
    await eventually(left).not.toBe(before);
  });

  it('moves with the price', async () => {
    await eventually(async () => {
      const price = await chartPane(page).locator('.last .number').textContent();
      return (await legend())?.includes(`C ${price}`);
    }).toBe(true);
  });

  it.each([
    ['1 minute', 'bars of 1 minute', /^28 May 2026, 11:0\d$/],
    ['15 minutes', 'bars of 15 minutes', /^28 May 2026, 11:00$/],
    ['30 minutes', 'bars of 30 minutes', /^28 May 2026, 11:00$/],
    ['1 hour', 'bars of 1 hour', /^28 May 2026, 10:30$/],
    ['4 hours', 'bars of 4 hours', /^28 May 2026, 09:30$/],
    ['1 day', 'sessions', /^28 May 2026$/],
    // Monday the 25th was Memorial Day.
    ['1 week', 'bars of 1 week', /^week of 26 May 2026$/],
    ['1 month', 'bars of 1 month', /^May 2026$/],
  ])('is chosen by its button: %s', async (name, label, date) => {
    await chooseInterval(page, name);
    await chart(label).waitFor();
    await leaveChart();
    await eventually(legendDate).toMatch(date);
  });

  it('is typed while the chart has the focus, as on other charts', async () => {
    await chart('bars of 1 month').focus();
    await page.keyboard.type('60');
    await chartPane(page).getByText('60: bars of 1 hour, Enter').waitFor();
    await page.keyboard.press('Enter');
    await chart('bars of 1 hour').waitFor();
  });

  it('changes without changing the date in the middle', async () => {
    await button('1 day').click();
    const daily = chart('sessions');
    await daily.waitFor();
    await daily.focus();
    await page.keyboard.press('PageUp');
    await nextFrames(page);
    const { left, right, top } = await plotBox(page);
    const middle = (left + right) / 2;
    const date = await dateAt(page, middle, top + 20);
    await button('1 week').click();
    await chart('bars of 1 week').waitFor();
    await page.mouse.move(middle, top + 20);
    await nextFrames(page);
    const week = Date.parse(`${(await legendDate())?.replace('week of ', '')} UTC`);
    const days = (Date.parse(`${date}T00:00:00Z`) - week) / 86_400_000;
    // Two bars more or less: where exactly the plot ends is known to the chart alone.
    expect(days).toBeGreaterThanOrEqual(-14);
    expect(days).toBeLessThan(21);
  });

  it('follows a range of days, which begins with its first session', async () => {
    await button('Show 5D').click();
    await chart('bars of 5 minutes').waitFor();
    const { left, top } = await plotBox(page);
    await page.mouse.move(left + 1, top + 20);
    // Thursday is the last of the five, and Monday was a holiday.
    await eventually(legendDate).toBe('21 May 2026, 09:30');
    await button('Show 1D').click();
    // Wide bars leave a sliver of the one before in view.
    const first = left + 8;
    // Five minutes show one day as well.
    await page.mouse.move(first, top + 20);
    await eventually(legendDate).toBe('28 May 2026, 09:30');
    await button('1 week').click();
    await button('Show 1D').click();
    await chart('bars of 1 minute').waitFor();
    await page.mouse.move(first, top + 20);
    await eventually(legendDate).toMatch(/^28 May 2026, 09:3[01]$/);
  });

  it('is in a menu where there is little room', async () => {
    await resizeWindow(desk.app, { width: 900, height: 700 });
    await chartPane(page).getByRole('button', { name: 'All lengths of a bar' }).click();
    await page.getByRole('menuitem', { name: '15 minutes' }).click();
    await chart('bars of 15 minutes').waitFor();
    await resizeWindow(desk.app, WIDE);
  });

  it('is remembered', async () => {
    await button('1 week').click();
    await chart('bars of 1 week').waitFor();
    const { userData, complaints } = desk;
    expect([...complaints, readLogs(userData)]).toEqual(['']);
    await quitDesk(desk);
    desk = await launchDesk({ args: ARGS, clock: OPEN, size: WIDE, userData });
    page = desk.page;
    await chart('bars of 1 week').waitFor();
    expect(desk.complaints).toEqual([]);
  });
});

describe('announcements', () => {
  interface Told {
    readonly interval: string;
    readonly firstBar: string;
    readonly lastBar: string;
    readonly markers: number;
  }

  async function tell(...args: readonly string[]): Promise<Told> {
    const picture = `${desk.userData}/picture.png`;
    const userData = `${desk.userData}/pictures`;
    const run = await runTapeout(
      [...ARGS, '--no-network', '--user-data', userData, '--screenshot', picture, ...args],
      // After the close, so that every session in view is finished.
      { env: { TAPEOUT_CLOCK: '2026-09-21T21:00:00Z' } },
    );
    expect(run.code, run.stderr).toBe(0);
    return JSON.parse(run.stdout) as Told;
  }

  it('stand on their sessions in bars of an hour as in bars of a day', async () => {
    const hours = await tell('--interval', '1h');
    expect(hours).toMatchObject({ interval: '1h', lastBar: '2026-09-21' });
    const days = await tell('--interval', 'D', '--range', `${hours.firstBar}..${hours.lastBar}`);
    expect(days).toMatchObject({ interval: 'D', firstBar: hours.firstBar });
    expect(hours.markers).toBeGreaterThan(1);
    expect(hours.markers).toBe(days.markers);
  });
});
