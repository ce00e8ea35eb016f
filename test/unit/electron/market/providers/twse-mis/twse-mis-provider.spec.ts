import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InstrumentId } from '../../../../../../src/shared/domain/instrument/instrument';
import { replayPrices } from '../../../../../helpers/replay/replay-market';
import { ASIA_OPEN, ReplayedSource } from '../../../../../helpers/replay/replayed-source';
import { twseRoute } from '../../../../../helpers/replay/twse-replay';

const TSMC: InstrumentId = 'XTAI:2330';
const DAY_MS = 86_400_000;

let source: ReplayedSource;
let last: string | null;
beforeEach(() => {
  source = new ReplayedSource(ASIA_OPEN);
  last = null;
});
afterEach(() => source.dispose());

const start = (): Promise<void> =>
  source.start(
    'twse-mis',
    twseRoute([TSMC, 'XTAI:2454'], source.time.now, () => last),
  );

/** The source lets a question through every five seconds only. */
async function ask(instruments: readonly InstrumentId[] = [TSMC]) {
  source.time.move(6000);
  return source.market.latest({ instruments, nowMs: source.time.now() });
}
const reasonOf = ({ failed }: Awaited<ReturnType<typeof ask>>): string | undefined =>
  failed.get(TSMC)?.reason;

describe("the page data of Taipei's exchange", () => {
  it('is prompt prices, several in one question, volumes in lots of a thousand', async () => {
    await start();
    const { quotes, failed } = await ask([TSMC, 'XTAI:2454', 'XTAI:9999']);
    const prices = replayPrices(TSMC, source.time.now());
    expect(quotes.map(({ quote }) => quote.instrument)).toEqual([TSMC, 'XTAI:2454']);
    expect(quotes[0]?.quote).toMatchObject({
      ...{ price: prices?.price, previousClose: prices?.previousClose, currency: 'TWD' },
      ...{ asOf: source.time.now() - 1000, session: '2026-05-28', delayMinutes: 0 },
      openBar: { close: prices?.price, volume: 7_356_000 },
    });
    expect(failed.get('XTAI:9999')?.reason).toBe('unknown-instrument');
    expect(decodeURIComponent(source.requests[0]?.path ?? '')).toContain(
      'ex_ch=tse_2330.tw|tse_2454.tw|tse_9999.tw&',
    );
  });

  it('keeps the last trade through snapshots without one, as the answer that it is', async () => {
    await start();
    const traded = await ask();
    last = '-';
    const quiet = await ask();
    expect(quiet.quotes).toEqual(traded.quotes);
    expect(quiet.failed.size).toBe(0);
  });

  it('knows of no trade before it heard of one, and takes none over into another session', async () => {
    await start();
    last = '-';
    expect(reasonOf(await ask())).toBe('not-traded');
    last = null;
    await ask();
    source.time.move(DAY_MS);
    last = '-';
    expect(reasonOf(await ask())).toBe('not-traded');
  });

  it('refuses what cannot be a price', async () => {
    await start();
    for (last of ['0.0000', 'n/a', '-5']) expect(reasonOf(await ask()), last).toBe('refused-value');
  });
});

/** Recorded answers. They lie beside the project, or nowhere. */
const FIXTURES = resolve(import.meta.dirname, '../../../../../../../shared/fixtures/twse');

describe.skipIf(!existsSync(FIXTURES))('recorded page data (skipped without them)', () => {
  const recorded = (name: string): string =>
    readFileSync(join(FIXTURES, `mis-${name}.json`), 'utf8');

  it('is the price at the limit, with the close before and the volume in shares', async () => {
    await source.start('twse-mis', () => recorded('2330-limit-up-close-2026-07-31'));
    const { quotes } = await ask();
    expect(quotes[0]?.quote).toMatchObject({
      ...{ price: 2425, previousClose: 2205, session: '2026-07-31' },
      asOf: Date.parse('2026-07-31T05:30:00Z'),
      openBar: { open: 2350, high: 2425, low: 2345, close: 2425, volume: 56_896_000 },
    });
  });

  it('is no trade in the middle of a session, and nothing for an unknown symbol', async () => {
    let name = '2330-mid-session-no-trade-2026-08-18';
    await source.start('twse-mis', () => recorded(name));
    expect(reasonOf(await ask())).toBe('not-traded');
    name = 'unknown-symbol-empty-row';
    expect(reasonOf(await ask())).toBe('unknown-instrument');
  });
});
