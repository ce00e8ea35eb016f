import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toSessionKey } from '../../../../../../src/shared/domain/calendar/calendar-date';
import type { InstrumentId } from '../../../../../../src/shared/domain/instrument/instrument';
import { replayPrices } from '../../../../../helpers/replay/replay-market';
import { ASIA_OPEN, ReplayedSource } from '../../../../../helpers/replay/replayed-source';
import { tencentRoute } from '../../../../../helpers/replay/tencent-replay';

const HONG_KONG: InstrumentId = 'XHKG:02513';
const STAR: InstrumentId = 'XSHG:688256';
const MAIN_BOARD: InstrumentId = 'XSHG:600519';
const ALL = [HONG_KONG, STAR, MAIN_BOARD];
const SINCE = toSessionKey('2026-05-20');

let source: ReplayedSource;
beforeEach(() => (source = new ReplayedSource(ASIA_OPEN)));
afterEach(() => source.dispose());

const latest = (instruments: readonly InstrumentId[]) =>
  source.market.latest({ instruments, nowMs: ASIA_OPEN });
const history = (instrument: InstrumentId, since: number | null) =>
  source.market.history({ instrument, interval: 'D', since });

describe('Tencent', () => {
  it('gives prompt prices of many in one question, volumes in shares on every board', async () => {
    await source.start('tencent', tencentRoute(ALL, source.time.now));
    const { quotes, failed } = await latest([...ALL, 'XHKG:09999']);
    expect([...failed.keys()]).toEqual(['XHKG:09999']);
    expect(failed.get('XHKG:09999')?.reason).toBe('unknown-instrument');
    const volumes = [1200, 1200, 120_000];
    for (const [index, id] of ALL.entries()) {
      const prices = replayPrices(id, ASIA_OPEN);
      expect(quotes[index]?.quote).toMatchObject({
        ...{ instrument: id, price: prices?.price, previousClose: prices?.previousClose },
        ...{ currency: prices?.instrument.currency, asOf: ASIA_OPEN - 1000, session: '2026-05-28' },
        openBar: { close: prices?.price, volume: volumes[index] },
      });
    }
    expect(source.requests.map(({ path }) => path)).toEqual([
      '/q=r_hk02513,sh688256,sh600519,r_hk09999',
    ]);
  });

  it('gives all bars adjusted, and the newest as they were traded', async () => {
    await source.start('tencent', tencentRoute(ALL, source.time.now));
    const whole = await history(HONG_KONG, null);
    expect(whole.ok && whole.history.bars.length).toBe(
      replayPrices(HONG_KONG, ASIA_OPEN)?.bars.length,
    );
    await history(HONG_KONG, SINCE);
    expect(source.requests.map(({ path }) => path.split('?')[1])).toEqual([
      'param=hk02513,day,,,2000,qfq',
      'param=hk02513,day,2026-05-20,,2000,',
    ]);
  });

  it('counts the volume of bars as that of prices', async () => {
    await source.start('tencent', tencentRoute(ALL, source.time.now));
    for (const [id, lot] of [
      [STAR, 1],
      [MAIN_BOARD, 100],
    ] as const) {
      const answer = await history(id, null);
      const bars = replayPrices(id, ASIA_OPEN)?.bars ?? [];
      expect(bars.length).toBeGreaterThan(100);
      expect(answer.ok && answer.history.bars.volume.at(-1)).toBe((bars.at(-1)?.volume ?? 0) * lot);
    }
  });

  it('has no bars of what it does not know, and an answer that names an error is none', async () => {
    await source.start('tencent', tencentRoute(ALL, source.time.now));
    expect(await history('XHKG:09999', null)).toMatchObject({
      error: { reason: 'unknown-instrument' },
    });
    await source.dispose();
    source = new ReplayedSource(ASIA_OPEN);
    await source.start('tencent', () => JSON.stringify({ code: -1, msg: 'bad params', data: {} }));
    expect(await history(HONG_KONG, null)).toMatchObject({ error: { reason: 'bad-answer' } });
  });

  it('tells a share that was not traded yet from nonsense', async () => {
    const fields = Array.from({ length: 90 }, () => '0');
    [fields[0], fields[4], fields[30]] = ['100', '12.5', '2026/05/28 09:00:00'];
    await source.start('tencent', () => `v_r_hk02513="${fields.join('~')}";`);
    expect((await latest([HONG_KONG])).failed.get(HONG_KONG)?.reason).toBe('not-traded');
    fields[3] = '-1';
    expect((await latest([HONG_KONG])).failed.get(HONG_KONG)?.reason).toBe('refused-value');
  });
});
