import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  closeDesk,
  freshFolder,
  type LaunchedDesk,
  launchDesk,
  quitDesk,
  removeFolder,
} from '../helpers/desk-app';
import { eventually } from './eventually';
import { writeStoryBars } from './evidence-bars';
import { runTapeout } from './run-tapeout';

/** A month after the story, so that its event window has ended. */
const CLOCK = '2026-06-12T12:00:00Z';
const SIZE = { width: 1440, height: 900 };
const SHARE = 'XHKG:02513';

let folder = '';
let args: readonly string[] = [];
let desk: LaunchedDesk;
let page: Page;

beforeAll(async () => {
  folder = await freshFolder();
  args = ['--bars-folder', await writeStoryBars(folder), '--symbol', SHARE];
  const inEnglish = [...args, '--locale', 'en'];
  desk = await launchDesk({ args: inEnglish, clock: CLOCK, size: SIZE });
  page = desk.page;
});
afterAll(async () => {
  await closeDesk(desk);
  await removeFolder(folder);
});

const panel = (): Locator => page.getByRole('dialog', { name: 'Evidence' });
const panelText = async (): Promise<string> => (await panel().textContent()) ?? '';

/** Opens an announcement by its title, as a user who looks for it. */
async function openAnnouncement(title: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox').waitFor();
  await page.keyboard.type(title);
  await page
    .getByRole('option', { name: new RegExp(title) })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
}

async function saveTo(name: string): Promise<string> {
  const path = join(folder, name);
  await desk.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  return path;
}

describe("the story's own case", () => {
  it('is on the card: the move, its band, and that the history is short', async () => {
    await openAnnouncement('ByteDance is developing its own data-centre CPUs');
    const meter = page.getByRole('region', { name: 'Evidence for 2513.HK' });
    await eventually(() => meter.textContent()).toMatch(/unusual, cause unknown/);
    const text = (await meter.textContent()) ?? '';
    expect(text).toMatch(/actual\s*\+14\.20/);
    expect(text).toContain('Short history: market-adjusted over');
    expect(text).toContain('session 28 May 2026');
  });

  it('opens with one click and names what else happened, with sources', async () => {
    await page.getByRole('button', { name: 'Open the evidence' }).click();
    await panel().waitFor();
    await eventually(panelText).toMatch(/2513\.HK on 28 May 2026\s*unusual, cause unknown/);
    const sources = panel().getByRole('button', { name: /^(Source: |one source|\d+ sources)/ });
    await eventually(() => sources.count()).toBeGreaterThanOrEqual(4);
    const ledger = await panelText();
    for (const named of ['Stock Connect', 'lock-up of the cornerstone', 'Xuanji A3']) {
      expect(ledger).toContain(named);
    }
    expect(ledger).toContain('cannot be told apart');
    expect(ledger).toContain('A coincidence in time is not a cause.');
  });

  it('recalculates while a control is moved', async () => {
    await panel().getByRole('slider', { name: 'Gap before the event window' }).fill('10');
    await eventually(panelText).toMatch(/market-adjusted over 7\d sessions/);
    await panel().getByRole('button', { name: 'Usual settings' }).click();
    await eventually(panelText).toMatch(/market-adjusted over 5\d sessions/);
  });

  it('leaves as a bundle that is computed again byte for byte', async () => {
    const path = await saveTo('evidence.json');
    await panel().getByRole('button', { name: 'Save the evidence as data (JSON)' }).click();
    await eventually(() => readFile(path, 'utf8').catch(() => '')).toContain('tapeout-evidence');
    const page2 = await saveTo('evidence.html');
    await panel().getByRole('button', { name: 'Save the evidence as a page (HTML)' }).click();
    await eventually(() => readFile(page2, 'utf8').catch(() => '')).toContain('</html>');
    const html = await readFile(page2, 'utf8');
    expect(html).not.toMatch(/<script|src=/);
    const verified = await runTapeout(['--verify-evidence', path]);
    expect([verified.code, verified.stderr]).toEqual([0, '']);
    expect(JSON.parse(verified.stdout)).toMatchObject({ ok: true });
    await page.keyboard.press('Escape');
    await eventually(() => panel().count()).toBe(0);
  });
});

describe('what the user knows', () => {
  it('is kept with its source, and so is a session that was set by hand', async () => {
    await page.keyboard.press('ControlOrMeta+Shift+x');
    await panel().getByRole('button', { name: 'Add what you know' }).click();
    await panel().getByLabel('What happened').fill('Annual results');
    await panel().getByLabel('Source (address)').fill('https://example.com/results');
    await panel().getByRole('button', { name: 'Keep' }).click();
    await eventually(panelText).toMatch(/2 things of the same session beside it/);
    await panel().getByLabel('First session that could react').fill('2026-05-29');
    await page.keyboard.press('Tab');
    await eventually(panelText).toMatch(/2513\.HK on 29 May 2026\s*fits chance/);
    await quitDesk(desk);
    desk = await launchDesk({
      ...{ args: [...args, '--locale', 'zh-CN'], clock: CLOCK, userData: desk.userData },
      size: SIZE,
    });
    page = desk.page;
    await openAnnouncement('字节跳动研发自用服务器CPU');
    const meter = page.getByRole('region', { name: '2513.HK的证据' });
    await eventually(() => meter.textContent()).toMatch(/符合随机波动/);
    await page.keyboard.press('ControlOrMeta+Shift+x');
    const chinese = page.getByRole('dialog', { name: '证据' });
    await eventually(() => chinese.textContent()).toContain('Annual results');
    await eventually(() => chinese.textContent()).toContain('手动设定');
    await chinese.getByText('同类公告').click();
    await eventually(() => chinese.textContent()).toMatch(/条公告，共\d+个事件/);
    expect(desk.complaints).toEqual([]);
  });
});
