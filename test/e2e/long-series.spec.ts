import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  closeDesk,
  freshFolder,
  type LaunchedDesk,
  launchDesk,
  removeFolder,
} from '../helpers/desk-app';
import { HEADER, writeBarsFolder } from './bars-folder';
import { chartOf, nextFrames } from './chart-pane';
import { TODAY } from './made-up-desk';

const SESSIONS = 120_000;
const DAY_MS = 86_400_000;
const LAST_DAY_MS = Date.parse('2026-11-19T00:00:00Z');

/** What the page hears, and the way to let it have the whole series. */
interface Held {
  readonly kinds: string[];
  release(): void;
}
type HoldingWindow = Window & { heldSeries?: Held };

let folder = '';
let desk: LaunchedDesk;
let page: Page;

/** Every day of three centuries and more, in waves, so that no two parts look alike. */
function rows(): string[] {
  return Array.from({ length: SESSIONS }, (_, index) => {
    const date = new Date(LAST_DAY_MS - (SESSIONS - 1 - index) * DAY_MS).toISOString().slice(0, 10);
    const close = 1000 + Math.round(400 * Math.sin(index / 9000) + 40 * Math.sin(index / 11));
    const open = close + (index % 3 === 0 ? 5 : -4);
    const high = Math.max(open, close) + 3;
    return [date, open, high, Math.min(open, close) - 3, close, close, 1000 + (index % 97)].join();
  });
}

/** From the next load on, keeps the whole series back until it is released. */
async function holdWholeSeries(): Promise<void> {
  await page.addInitScript(() => {
    const { set: hear } = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage') ?? {};
    const held: Held = { kinds: [], release: () => undefined };
    (window as HoldingWindow).heldSeries = held;
    Object.defineProperty(MessagePort.prototype, 'onmessage', {
      set(this: MessagePort, listener: (event: MessageEvent<{ kind: string }>) => void) {
        hear?.call(this, (event: MessageEvent<{ kind: string }>) => {
          held.kinds.push(event.data.kind);
          if (event.data.kind !== 'series') listener(event);
          else held.release = () => listener(event);
        });
      },
    });
  });
  await page.reload();
  await page.waitForFunction(() =>
    (window as HoldingWindow).heldSeries?.kinds.includes('series-overview'),
  );
}

/** Which pixels of the plot have exactly the colours of candles; lines and labels may differ. */
async function candlePixels(): Promise<string> {
  await page.mouse.move(1, 1);
  await nextFrames(page);
  await nextFrames(page);
  return page.evaluate(() => {
    const plot = document.querySelector<HTMLCanvasElement>('.plot canvas');
    // Read from a copy: the browser complains where a canvas that is drawn on is read again.
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: plot?.width, height: plot?.height });
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!plot || !context) return '';
    context.drawImage(plot, 0, 0);
    const tokens = getComputedStyle(document.documentElement);
    const colours = ['--up', '--down'].map((name) =>
      Number.parseInt(tokens.getPropertyValue(name).trim().slice(1), 16),
    );
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const found: number[] = [];
    for (let at = 0; at < data.length; at += 4) {
      const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
      if (colours.includes((red << 16) | (green << 8) | blue)) found.push(at / 4);
    }
    return found.join();
  });
}

beforeAll(async () => {
  folder = await freshFolder();
  const bars = await writeBarsFolder(join(folder, 'bars'), {
    'GOOGL.csv': [HEADER, ...rows()].join('\n'),
  });
  const args = ['--bars-folder', bars, '--symbol', 'XNAS:GOOGL', '--locale', 'en'];
  desk = await launchDesk({ args, clock: TODAY });
  ({ page } = desk);
  await chartOf(page, 'Alphabet', SESSIONS).waitFor();
});
afterAll(async () => {
  await closeDesk(desk);
  await removeFolder(folder);
});

describe('a long series', () => {
  it('is drawn before all of it is there, and stands still when it comes', async () => {
    const known = await candlePixels();
    await holdWholeSeries();
    await chartOf(page, 'Alphabet', SESSIONS).waitFor();
    const early = await candlePixels();
    expect(early.length).toBeGreaterThan(10_000);
    expect(early === known, 'the overview shows what the whole did').toBe(true);
    await page.waitForFunction(() =>
      (window as HoldingWindow).heldSeries?.kinds.includes('series'),
    );
    const kinds = await page.evaluate(() => (window as HoldingWindow).heldSeries?.kinds ?? []);
    expect(kinds.indexOf('series-overview')).toBeLessThan(kinds.indexOf('series'));
    await page.evaluate(() => (window as HoldingWindow).heldSeries?.release());
    expect((await candlePixels()) === early, 'nothing moves').toBe(true);
    const all = page.getByRole('button', { name: 'Show All' });
    await all.click();
    const zoomedOut = await candlePixels();
    await page.reload();
    await page.waitForFunction(() =>
      (window as HoldingWindow).heldSeries?.kinds.includes('series'),
    );
    await all.click();
    expect((await candlePixels()) === early, 'a range waits for all bars').toBe(true);
    await page.evaluate(() => (window as HoldingWindow).heldSeries?.release());
    expect((await candlePixels()) === zoomedOut, 'and is shown then').toBe(true);
    expect(desk.complaints).toEqual([]);
  });
});
