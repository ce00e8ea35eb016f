import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toSessionKey } from '../../../../../../src/shared/domain/calendar/calendar-date';
import type { InstrumentId } from '../../../../../../src/shared/domain/instrument/instrument';
import { twelveDataRoute } from '../../../../../helpers/replay/keyed-replay';
import { replayPrices } from '../../../../../helpers/replay/replay-market';
import { NEW_YORK_OPEN, ReplayedSource } from '../../../../../helpers/replay/replayed-source';

/** Eight hundred real requests where the processor is shared with much else. */
const MANY_REQUESTS_MS = 60_000;
const NVIDIA: InstrumentId = 'XNAS:NVDA';

let source: ReplayedSource;
beforeEach(() => (source = new ReplayedSource(NEW_YORK_OPEN)));
afterEach(() => source.dispose());

const ask = (since: number | null = null, instrument = NVIDIA) =>
  source.market.history({ instrument, interval: 'D', since });
const health = () => source.market.statuses().find(({ id }) => id === 'twelve-data')?.health;

describe('Twelve Data', () => {
  it('gives American daily bars with the key, which never stands in the address', async () => {
    await source.start('twelve-data', twelveDataRoute([NVIDIA], source.time.now));
    const answer = await ask();
    const bars = replayPrices(NVIDIA, NEW_YORK_OPEN)?.bars ?? [];
    expect(answer).toMatchObject({ ok: true, source: 'twelve-data', history: { currency: 'USD' } });
    expect(answer.ok && [...answer.history.bars.close]).toEqual(bars.map(({ close }) => close));
    const tail = await ask(toSessionKey('2026-05-26'));
    expect(tail.ok && tail.history.bars.length).toBe(2);
    expect(source.requests.map(({ path }) => path).join()).not.toContain('test-key');
  });

  it.each([
    [401, 'key-refused', null],
    [403, 'key-refused', null],
    [404, 'unknown-instrument', null],
    [429, 'rate-limited', 60_000],
    [500, 'server-error', null],
  ])('says its faults with status 200: %i is %s', async (code, reason, retryAfterMs) => {
    const fault = JSON.stringify({ code, message: 'see the manual', status: 'error' });
    await source.start('twelve-data', () => fault);
    expect(await ask()).toMatchObject({ ok: false, error: { reason, retryAfterMs } });
    if (reason === 'unknown-instrument') expect(health()?.state).toBe('answering');
    else expect(health()?.lastFailure?.reason).toBe(reason);
  });

  it('is left alone for the minute that used up its credits', async () => {
    await source.start('twelve-data', () => '{"code":429,"status":"error"}');
    await ask();
    expect(await ask()).toMatchObject({ error: { reason: 'resting' } });
    expect(health()).toMatchObject({ state: 'resting', restsUntil: NEW_YORK_OPEN + 60_000 });
    expect(source.requests).toHaveLength(1);
  });

  it(
    'is asked no more than eight hundred times a day',
    async () => {
      await source.start('twelve-data', () => '{"meta":{},"values":[]}');
      const midnight = Date.parse('2026-05-29T00:00:00Z');
      for (let count = 0; count < 800; count++) {
        source.time.move(9000);
        await ask(0);
      }
      expect(source.requests).toHaveLength(800);
      expect(source.time.now()).toBeLessThan(midnight);
      expect(await ask(0)).toMatchObject({ error: { reason: 'resting' } });
      expect(health()?.restsUntil).toBe(midnight);
      source.time.move(midnight - source.time.now());
      expect(await ask(0)).toMatchObject({ ok: true });
    },
    MANY_REQUESTS_MS,
  );
});
