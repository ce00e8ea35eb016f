import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toSessionKey } from '../../../../../../src/shared/domain/calendar/calendar-date';
import type { InstrumentId } from '../../../../../../src/shared/domain/instrument/instrument';
import { tiingoRoute } from '../../../../../helpers/replay/keyed-replay';
import { replayPrices } from '../../../../../helpers/replay/replay-market';
import { NEW_YORK_OPEN, ReplayedSource } from '../../../../../helpers/replay/replayed-source';

const NVIDIA: InstrumentId = 'XNAS:NVDA';
const SPLIT = { date: '2026-03-02', factor: 10 };
const REVERSE_SPLIT = { date: '2026-03-02', factor: 0.125 };

let source: ReplayedSource;
beforeEach(() => (source = new ReplayedSource(NEW_YORK_OPEN)));
afterEach(() => source.dispose());

const ask = (since: number | null = null, instrument = NVIDIA) =>
  source.market.history({ instrument, interval: 'D', since });
const bars = () => replayPrices(NVIDIA, NEW_YORK_OPEN)?.bars ?? [];

/** As a share of the value; infinite where a value is missing. */
function largestDeviation(read: Float64Array, sent: readonly number[]): number {
  const deviations = sent.map((value, index) => Math.abs((read[index] as number) / value - 1));
  return deviations.some(Number.isNaN) ? Infinity : Math.max(...deviations);
}

describe('Tiingo', () => {
  it.each([
    ['no split', null],
    ['a split', SPLIT],
    ['a split that gathers shares', REVERSE_SPLIT],
  ])('gives prices adjusted for splits and for nothing else: %s', async (_, split) => {
    await source.start('tiingo', tiingoRoute([NVIDIA], source.time.now, split));
    const answer = await ask();
    if (!answer.ok) throw new Error(answer.error.detail);
    const { history } = answer;
    expect(history.bars.length).toBe(bars().length);
    for (const name of ['open', 'high', 'low', 'close', 'volume'] as const) {
      const sent = bars().map((bar) => bar[name]);
      expect(largestDeviation(history.bars[name], sent), name).toBeLessThan(1e-6);
    }
    const adjusted = bars().map(({ close }) => close * 0.97);
    expect(largestDeviation(history.bars.adjustedClose, adjusted)).toBeLessThan(1e-6);
    expect(history.splits).toEqual(
      split ? [{ time: toSessionKey(split.date), numerator: split.factor, denominator: 1 }] : [],
    );
    expect(history.currency).toBe('USD');
  });

  it('gives the newest alone where only they are wanted', async () => {
    await source.start('tiingo', tiingoRoute([NVIDIA], source.time.now));
    const tail = await ask(toSessionKey('2026-05-26'));
    expect(tail.ok && [...tail.history.bars.time]).toEqual(
      ['2026-05-26', '2026-05-27'].map(toSessionKey),
    );
    expect(source.requests.map(({ path }) => path).join()).not.toContain('test-key');
  });

  it('names a key that is refused, and what it does not know', async () => {
    await source.start('tiingo', tiingoRoute([NVIDIA], source.time.now));
    expect(await ask(null, 'XNAS:ZZZZ')).toMatchObject({ error: { reason: 'unknown-instrument' } });
    await source.dispose();
    source = new ReplayedSource(NEW_YORK_OPEN);
    await source.start('tiingo', () => ({ status: 403, body: '{"detail":"Invalid token."}' }));
    expect(await ask()).toMatchObject({ error: { reason: 'key-refused' } });
  });

  it('takes a factor that cannot be one for no answer', async () => {
    const day = { ...{ open: 1, high: 1, low: 1, close: 1, volume: 1, adjClose: 1 } };
    await source.start('tiingo', () =>
      JSON.stringify([{ date: '2026-05-27T00:00:00Z', ...day, splitFactor: 0 }]),
    );
    expect(await ask()).toMatchObject({ error: { reason: 'bad-answer' } });
  });
});
