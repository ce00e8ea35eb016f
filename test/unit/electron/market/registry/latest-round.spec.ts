import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MarketLatest } from '../../../../../electron/core/market/market-data-port';
import { LatestRound } from '../../../../../electron/market/registry/latest-round';
import type { InstrumentId } from '../../../../../src/shared/domain/instrument/instrument';
import type { NetworkSource } from '../../../../../src/shared/domain/quote/quote';
import {
  failed,
  FakeProvider,
  ONE,
  priced,
  type Prices,
  quoteOf,
  THREE,
  TWO,
} from './fake-provider';

function run(
  providers: readonly FakeProvider[],
  instruments: readonly InstrumentId[],
): Promise<MarketLatest> {
  return new LatestRound({ instruments, nowMs: 0 }, () => [...providers]).run();
}

const pricesOf = ({ quotes }: MarketLatest): Record<string, unknown> =>
  Object.fromEntries(quotes.map(({ source, quote }) => [quote.instrument, [source, quote.price]]));
const reasonsOf = ({ failed: all }: MarketLatest): Record<string, unknown> =>
  Object.fromEntries([...all].map(([id, { reason }]) => [id, reason]));

describe('LatestRound', () => {
  it('asks the best source in batches of its size, and nobody else when it answers', async () => {
    const best = new FakeProvider('yahoo', 2, { [ONE]: 1, [TWO]: 2, [THREE]: 3 });
    const other = new FakeProvider('sina', 1, { [ONE]: 9 });
    const latest = await run([best, other], [ONE, TWO, THREE]);
    expect(best.asked).toEqual([[ONE, TWO], [THREE]]);
    expect(other.asked).toEqual([]);
    expect(pricesOf(latest)).toEqual({
      [ONE]: ['yahoo', 1],
      [TWO]: ['yahoo', 2],
      [THREE]: ['yahoo', 3],
    });
    expect(latest.failed.size).toBe(0);
  });

  it.each([
    ['blocked', 'next-provider'],
    ['bad-answer', 'next-provider'],
    ['resting', 'next-provider'],
    ['timed-out', 'retry'],
    ['server-error', 'retry'],
  ] as const)('goes on to the next source after %s, %s', async (reason, retry) => {
    const best = new FakeProvider('yahoo', 2);
    best.answer = () => Promise.resolve(failed(reason, retry));
    const other = new FakeProvider('sina', 1, { [ONE]: 9 });
    const latest = await run([best, other], [ONE]);
    expect(pricesOf(latest)).toEqual({ [ONE]: ['sina', 9] });
    expect(latest.failed.size).toBe(0);
  });

  it('asks nobody else once nobody waits any more', async () => {
    const best = new FakeProvider('yahoo', 2);
    best.answer = () => Promise.resolve(failed('cancelled', 'stop'));
    const other = new FakeProvider('sina', 1, { [ONE]: 9 });
    const latest = await run([best, other], [ONE]);
    expect(other.asked).toEqual([]);
    expect(reasonsOf(latest)).toEqual({ [ONE]: 'cancelled' });
  });

  it('asks the next source only for what was refused or unknown', async () => {
    const best = new FakeProvider('yahoo', 2);
    best.answer = () => Promise.resolve({ ok: true, quotes: [quoteOf(ONE, 1)], refused: [TWO] });
    best.capabilities = { ...best.capabilities, latestBatch: 10 };
    const other = new FakeProvider('sina', 1, { [ONE]: 7, [TWO]: 8 });
    const latest = await run([best, other], [ONE, TWO, THREE]);
    expect(other.asked).toEqual([[TWO, THREE]]);
    expect(pricesOf(latest)).toEqual({ [ONE]: ['yahoo', 1], [TWO]: ['sina', 8] });
    expect(reasonsOf(latest)).toEqual({ [THREE]: 'unknown-instrument' });
  });

  it('remembers that an answer could not be a price, whatever other sources say', async () => {
    const best = new FakeProvider('yahoo', 2);
    best.answer = () => Promise.resolve({ ok: true, quotes: [], refused: [ONE] });
    const other = new FakeProvider('sina', 1);
    other.answer = () => Promise.resolve(failed('timed-out', 'retry'));
    expect(reasonsOf(await run([best, other, new FakeProvider('tencent', 0)], [ONE]))).toEqual({
      [ONE]: 'refused-value',
    });
  });

  it.each([
    ['a source that knows nothing of it', () => priced([ONE], {})],
    ['a source that does not offer it', () => failed('not-offered')],
    ['a source whose key is missing', () => failed('key-missing')],
  ] as const)('does not give up for %s what another may have in a minute', async (_, last) => {
    const best = new FakeProvider('yahoo', 2);
    const busy = failed('server-error', 'retry');
    best.answer = () =>
      Promise.resolve({ ...busy, error: { ...busy.error, retryAfterMs: 120_000 } });
    const other = new FakeProvider('tencent', 1);
    other.answer = () => Promise.resolve(last());
    for (const providers of [
      [best, other],
      [other, best],
    ]) {
      const latest = await run(providers, [ONE]);
      expect(latest.failed.get(ONE)).toMatchObject({
        reason: 'server-error',
        retryAfterMs: 120_000,
      });
    }
  });

  it('asks the next source for what was not traded yet, and says so where none has it', async () => {
    const best = new FakeProvider('sina', 2);
    best.answer = () =>
      Promise.resolve({ ok: true, quotes: [], refused: [], untraded: [ONE, TWO] });
    const other = new FakeProvider('yahoo', 1, { [ONE]: 5 });
    const latest = await run([best, other], [ONE, TWO]);
    expect(pricesOf(latest)).toEqual({ [ONE]: ['yahoo', 5] });
    expect(reasonsOf(latest)).toEqual({ [TWO]: 'not-traded' });
  });

  it('says of an instrument without a source that none has it', async () => {
    const { quotes, failed: all } = await run([], [ONE]);
    expect(quotes).toEqual([]);
    expect(all.get(ONE)).toMatchObject({ reason: 'not-offered', retry: 'next-provider' });
  });

  it('says of a price how often its source may be asked for it', async () => {
    const slow = new FakeProvider('yahoo', 2, { [ONE]: 1 });
    slow.capabilities = { ...slow.capabilities, latestEveryMs: 60_000 };
    const { quotes } = await run([slow, new FakeProvider('sina', 1, { [TWO]: 2 })], [ONE, TWO]);
    expect(quotes.map(({ source, leastEveryMs }) => [source, leastEveryMs])).toEqual([
      ['yahoo', 60_000],
      ['sina', undefined],
    ]);
  });

  it('takes neither what it did not ask for nor a second price', async () => {
    const best = new FakeProvider('yahoo', 2);
    best.answer = () =>
      Promise.resolve({
        ok: true,
        quotes: [quoteOf(ONE, 1), quoteOf(ONE, 2), quoteOf(THREE, 3)],
        refused: [],
      });
    expect(pricesOf(await run([best], [ONE]))).toEqual({ [ONE]: ['yahoo', 1] });
  });

  it('gives each instrument one price, of the first source that has one, or one reason', async () => {
    const ids: readonly NetworkSource[] = ['yahoo', 'tencent', 'sina'];
    const instruments = [ONE, TWO, THREE, 'XNAS:ZZD'] as const;
    const prices = fc.dictionary(fc.constantFrom(...instruments), fc.integer({ min: 1, max: 99 }));
    await fc.assert(
      fc.asyncProperty(fc.tuple(prices, prices, prices), async (known) => {
        const providers = known.map(
          (each, index) => new FakeProvider(ids[index] as NetworkSource, 0, each as Prices),
        );
        const latest = await run(providers, instruments);
        for (const id of instruments) {
          const first = known.findIndex((each) => id in each);
          const quotes = latest.quotes.filter(({ quote }) => quote.instrument === id);
          expect(latest.failed.has(id)).toBe(first < 0);
          expect(quotes.map(({ source, quote }) => [source, quote.price])).toEqual(
            first < 0 ? [] : [[ids[first], known[first]?.[id]]],
          );
        }
      }),
      { numRuns: 300 },
    );
  });
});
