import { describe, expect, it } from 'vitest';
import type { SourcedQuote } from '../../../../../electron/core/market/market-data-port';
import { StreamRouter } from '../../../../../electron/market/registry/stream-router';
import type { InstrumentId } from '../../../../../src/shared/domain/instrument/instrument';
import { FakeProvider, ONE, quoteOf, THREE, TWO } from './fake-provider';

function setUp() {
  const [first, second] = [new FakeProvider('binance', 1), new FakeProvider('bitget', 1)];
  for (const each of [first, second]) each.capabilities = { ...each.capabilities, stream: true };
  const sources = new Map<InstrumentId, FakeProvider>([
    [ONE, first],
    [TWO, second],
  ]);
  const router = new StreamRouter((id) => sources.get(id) ?? null);
  const heard: SourcedQuote[] = [];
  const watch = (ids: readonly InstrumentId[]): void =>
    router.watch(ids, (quote) => heard.push(quote));
  return { first, second, sources, router, heard, watch };
}

describe('StreamRouter', () => {
  it('gives each instrument to its source, and one without a source to none', () => {
    const { first, second, watch, router } = setUp();
    watch([ONE, TWO, THREE]);
    expect(first.watched).toEqual([[ONE]]);
    expect(second.watched).toEqual([[TWO]]);
    expect(router.served().size).toBe(0);
  });

  it('serves what its streams hear of, and nothing for being connected to them', () => {
    const { first, second, watch, router } = setUp();
    watch([ONE, TWO]);
    expect(router.served().size).toBe(0);
    first.served = [ONE];
    expect([...router.served()]).toEqual([ONE]);
    second.served = [TWO];
    expect([...router.served()]).toEqual([ONE, TWO]);
    first.served = [];
    expect([...router.served()]).toEqual([TWO]);
  });

  it('says which source a price comes from, to whoever listens last', () => {
    const { first, watch, heard } = setUp();
    watch([ONE]);
    first.listener?.quoteReceived(quoteOf(ONE, 5));
    expect(heard).toEqual([{ source: 'binance', quote: quoteOf(ONE, 5) }]);
    const { listener } = first;
    watch([ONE]);
    expect(first.listener).toBe(listener);
  });

  it('takes from a stream what is no longer wanted, or has another source now', () => {
    const { first, second, sources, watch } = setUp();
    watch([ONE, TWO]);
    sources.set(ONE, second);
    watch([ONE, TWO]);
    expect(first.watched.at(-1)).toEqual([]);
    expect(second.watched.at(-1)).toEqual([ONE, TWO]);
    watch([]);
    expect(second.watched.at(-1)).toEqual([]);
  });

  it('ends all streams with itself, and a source without a stream serves nothing', () => {
    const { first, second, watch, router } = setUp();
    second.capabilities = { ...second.capabilities, stream: false };
    watch([ONE, TWO]);
    first.served = [ONE];
    router.dispose();
    expect([first.isDisposed, second.isDisposed]).toEqual([true, false]);
    expect(router.served().size).toBe(0);
  });
});
