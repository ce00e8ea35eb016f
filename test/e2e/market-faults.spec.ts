import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { InstrumentId } from '../../src/shared/domain/instrument/instrument';
import type { ProviderHealth } from '../../src/shared/domain/market/provider-status';
import type { TapeoutBridge } from '../../src/shared/ipc/contract';
import { closeDesk, type LaunchedDesk, launchDesk, readLogs } from '../helpers/desk-app';
import { FAULTS } from '../helpers/replay/fault-table';
import { replayPrices } from '../helpers/replay/replay-market';
import { type ReplayRoute, ReplayServer } from '../helpers/replay/replay-server';
import { replayedUserData } from '../helpers/replay/replayed-user-data';
import { sinaRoute } from '../helpers/replay/sina-replay';
import { yahooRoute } from '../helpers/replay/yahoo-replay';
import { chartPane } from './chart-pane';
import { eventually } from './eventually';

/** Hong Kong and Shanghai are open, New York is closed. */
const MOMENT = '2026-05-28T02:30:00Z';
const HONG_KONG: InstrumentId = 'XHKG:02513';
const SHANGHAI: InstrumentId = 'XSHG:688256';
const NEW_YORK: InstrumentId = 'XNAS:GOOGL';
const ROWS: readonly (readonly [string, InstrumentId])[] = [
  ['02513', HONG_KONG],
  ['688256', SHANGHAI],
  ['GOOGL', NEW_YORK],
];
const FIRST_PRICES_MS = 90_000;
/** The app gives up on an answer after thirty seconds; and room for a slow machine. */
const FAILURE_MS = 60_000;

/** What the preload script puts on the page's window. */
declare const window: { readonly api: TapeoutBridge };

let startedAt = 0;
const now = (): number => Date.parse(MOMENT) + Date.now() - startedAt;

/** Yahoo has all bars, and last prices of New York alone: Sina is the first that has the others. */
const bars: ReplayRoute = (url, headers) => {
  const isLatest = url.searchParams.has('range');
  return yahooRoute(isLatest ? [NEW_YORK] : [HONG_KONG, SHANGHAI, NEW_YORK], now)(url, headers);
};
const sina = sinaRoute([HONG_KONG, SHANGHAI], now);

let all: ReplayServer;
let desk: LaunchedDesk | undefined;
let own: ReplayServer | null = null;

beforeAll(async () => {
  startedAt = Date.now();
  all = new ReplayServer([bars, sina]);
  const userData = await replayedUserData(await all.start(), ['tencent']);
  desk = await launchDesk({
    ...{ clock: MOMENT, network: true, userData },
    args: ['--locale', 'en', '--symbol', HONG_KONG],
  });
}, 120_000);

afterEach(async () => {
  await own?.dispose();
  own = null;
});

afterAll(async () => {
  await closeDesk(desk);
  await all.dispose();
});

const page = () => (desk as LaunchedDesk).page;
const cell = (code: string) =>
  page()
    .getByRole('row', { name: new RegExp(`^${code}\\b`) })
    .locator('.last');
const written = (id: InstrumentId): string =>
  new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
    replayPrices(id, now())?.price ?? NaN,
  );

/** As a user would in the settings; the sources are asked anew at once. */
async function setSinaAddress(address: string): Promise<void> {
  const outcome = await page().evaluate(
    (base) => window.api.providers.update({ id: 'sina', address: { name: 'quotes', own: base } }),
    address,
  );
  expect(outcome).toEqual({ ok: true, value: { ok: true } });
}

async function sinaHealth(): Promise<ProviderHealth | undefined> {
  const listed = await page().evaluate(() => window.api.providers.list());
  return listed.ok ? listed.value.find(({ id }) => id === 'sina')?.health : undefined;
}
const answeredAt = async (): Promise<number> => (await sinaHealth())?.lastAnswerAt ?? 0;

async function expectPricesWithTheirAge(): Promise<void> {
  for (const [code, id] of ROWS) {
    expect(await cell(code).textContent(), code).toContain(written(id));
    expect(await cell(code).getAttribute('title'), code).toMatch(/2[78] May 2026, \d\d:\d\d · /);
  }
}

describe('the desk on a source that breaks in every way there is', () => {
  it('has prices at first, of Sina with the header that it demands', async () => {
    for (const [code, id] of ROWS) {
      await eventually(() => cell(code).textContent(), FIRST_PRICES_MS).toContain(written(id));
    }
    await eventually(() => cell('02513').getAttribute('title')).toContain('live · Sina');
    await expectPricesWithTheirAge();
    const asked = all.requests.filter(({ path }) => path.startsWith('/list='));
    expect(asked.length).toBeGreaterThan(0);
    for (const { headers } of asked) {
      expect(headers.referer).toMatch(/^https:\/\/finance\.sina\.com\.cn\/?$/);
      expect(headers.cookie).toBeUndefined();
    }
  });

  it.each(FAULTS)('keeps every price with its age through $name', async (fault) => {
    // A host of its own for each fault: one that failed is left alone for minutes.
    own = new ReplayServer([sina]);
    const address = await own.start();
    const before = await answeredAt();
    await setSinaAddress(address);
    await eventually(answeredAt, FAILURE_MS).toBeGreaterThan(before);
    own.fault = fault;
    await setSinaAddress(address);
    await eventually(async () => {
      const { lastFailure, lastAnswerAt = null } = (await sinaHealth()) ?? {};
      const isLater = lastFailure && lastFailure.at >= (lastAnswerAt ?? 0);
      return isLater ? lastFailure.reason : null;
    }, FAILURE_MS).toBe(fault.reason);
    await expectPricesWithTheirAge();
    expect(desk?.complaints).toEqual([]);
  });

  it('calls them stale in the end, and has neither crashed nor complained', async () => {
    await all.dispose();
    await eventually(() => chartPane(page()).textContent(), FAILURE_MS).toMatch(
      /28 May 2026, 10:3\d · stale · Sina/,
    );
    await expectPricesWithTheirAge();
    expect(desk?.complaints).toEqual([]);
    expect(readLogs(desk?.userData ?? '')).toBe('');
  });
});
