import type { Locator, Page } from 'playwright-core';

/** Room of the price axis; the candles end to the left of it. */
const PRICE_AXIS_PX = 90;
const LANE_STEP_PX = 3;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Header, toolbar, legend and plot of the charted instrument. */
export function chartPane(page: Page): Locator {
  return page.locator('section').filter({ has: page.locator('.plot') });
}

/** Chooses the length of a bar by its button, or in the menu that has those without one. English desk only. */
export async function chooseInterval(page: Page, name: string): Promise<void> {
  const lengths = chartPane(page).getByRole('group').first();
  const button = lengths.getByRole('button', { name, exact: true });
  if ((await button.count()) > 0) return button.click();
  await lengths.locator('[aria-haspopup="menu"]').click();
  await page.getByRole('menuitem', { name, exact: true }).click();
}

/** The chart itself, once it holds all sessions of a company. English desk only. */
export function chartOf(page: Page, company: string, sessions: number): Locator {
  return page.getByRole('application', {
    name: `Candlestick chart of ${company}, ${sessions} sessions`,
  });
}

/** Lets the page draw what it was told, twice: a canvas is drawn in the frame after. */
export async function nextFrames(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => resolve())),
      ),
  );
}

export async function plotBox(page: Page): Promise<Box> {
  const box = await chartPane(page).locator('.plot').boundingBox();
  if (!box) throw new Error('there is no chart');
  return {
    left: box.x,
    right: box.x + box.width - PRICE_AXIS_PX,
    top: box.y,
    bottom: box.y + box.height,
  };
}

/** The date that the legend tells for the candle under a point, `YYYY-MM-DD`. English desk only. */
export async function dateAt(page: Page, x: number, y: number): Promise<string> {
  await page.mouse.move(x, y);
  await nextFrames(page);
  const text = await chartPane(page).locator('.legend .date').textContent();
  const ms = Date.parse(`${text} UTC`);
  if (Number.isNaN(ms)) throw new Error(`the legend has no date: ${text}`);
  return new Date(ms).toISOString().slice(0, 10);
}

/** The x at which a session stands, found with the pointer and the legend as a user would. */
export async function findSession(page: Page, date: string): Promise<number> {
  const { top } = await plotBox(page);
  const y = top + 20;
  const left = await firstX(page, y, (told) => told >= date);
  const right = await firstX(page, y, (told) => told > date);
  const middle = (left + right) / 2;
  const found = await dateAt(page, middle, y);
  if (found !== date) throw new Error(`${date} is not in view: ${found} stands in its place`);
  return middle;
}

/** The leftmost x whose session fits; dates rise to the right. */
async function firstX(page: Page, y: number, fits: (date: string) => boolean): Promise<number> {
  const { left, right } = await plotBox(page);
  let [low, high] = [left + 1, right];
  while (high - low > 0.5) {
    const middle = (low + high) / 2;
    if (fits(await dateAt(page, middle, y))) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * Moves the pointer up from the time axis until a card of announcements appears.
 *
 * @returns the y on the lane where it did; null where there is none at this x
 */
export async function findCard(page: Page, x: number): Promise<number | null> {
  const { top, bottom } = await plotBox(page);
  for (let y = bottom - LANE_STEP_PX; y > (top + bottom) / 2; y -= LANE_STEP_PX) {
    await page.mouse.move(x, y);
    await nextFrames(page);
    if ((await page.getByRole('tooltip').count()) > 0) return y;
  }
  return null;
}
