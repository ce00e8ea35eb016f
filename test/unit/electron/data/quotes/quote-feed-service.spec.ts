import { describe, expect, it, vi } from 'vitest';
import { QuoteFeedService } from '../../../../../electron/data/quotes/quote-feed-service';
import type { Quote } from '../../../../../src/shared/domain/quote/quote';
import { ManualTimers, settled } from '../manual-timers';
import { OPEN_BAR, quoteOf } from './quote-of';

function setUp(first: readonly Quote[] = [quoteOf()]) {
  const timers = new ManualTimers(5000);
  const ask = vi.fn((_nowMs: number): Promise<readonly Quote[]> => Promise.resolve(first));
  const send = vi.fn();
  const sessionsFinished = vi.fn();
  const onError = vi.fn();
  const feed = new QuoteFeedService({
    quotes: ask,
    clock: timers.now,
    timers,
    send,
    sessionsFinished,
    onError,
  });
  return { timers, ask, send, sessionsFinished, onError, feed };
}

describe('QuoteFeedService', () => {
  it('sends everything once', async () => {
    const { feed, send, ask } = setUp();
    await feed.restart(1000);
    expect(send.mock.calls).toEqual([[[quoteOf()], true]]);
    expect(ask.mock.calls).toEqual([[5000]]);
  });

  it('sends an empty set as well, for it takes the place of what was shown', async () => {
    const { feed, send } = setUp([]);
    await feed.restart(1000);
    expect(send.mock.calls).toEqual([[[], true]]);
  });

  it('sends then what has changed, at its interval', async () => {
    const { feed, send, ask, timers } = setUp([quoteOf(), quoteOf({ instrument: 'XNAS:NVDA' })]);
    await feed.restart(1000);
    await timers.advance(999);
    expect(ask).toHaveBeenCalledTimes(1);
    await timers.advance(1);
    expect(ask).toHaveBeenLastCalledWith(6000);
    expect(send).toHaveBeenCalledTimes(1);
    const moved = quoteOf({ price: 12 });
    ask.mockResolvedValue([moved, quoteOf({ instrument: 'XNAS:NVDA', asOf: 9 })]);
    await timers.advance(1000);
    expect(send.mock.calls.slice(1)).toEqual([[[moved], false]]);
    await timers.advance(1000);
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('tells of sessions that have ended', async () => {
    const { feed, sessionsFinished, ask, timers } = setUp([quoteOf({ openBar: OPEN_BAR })]);
    await feed.restart(1000);
    expect(sessionsFinished).not.toHaveBeenCalled();
    ask.mockResolvedValue([quoteOf()]);
    await timers.advance(2000);
    expect(sessionsFinished.mock.calls).toEqual([[['XNAS:GOOGL']]]);
  });

  it('drops an answer to an earlier question', async () => {
    const { feed, send, ask, timers } = setUp();
    let answer: (quotes: readonly Quote[]) => void = () => undefined;
    ask.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const earlier = feed.restart(1000);
    ask.mockResolvedValueOnce([quoteOf({ price: 5 })]);
    await feed.restart(7000);
    answer([quoteOf({ price: 4 })]);
    await earlier;
    expect(send.mock.calls).toEqual([[[quoteOf({ price: 5 })], true]]);
    await timers.advance(6999);
    expect(ask).toHaveBeenCalledTimes(2);
    await timers.advance(1);
    expect(ask).toHaveBeenCalledTimes(3);
  });

  it('does not ask again before it has its answer', async () => {
    const { feed, ask, timers } = setUp();
    await feed.restart(1000);
    let answer: (quotes: readonly Quote[]) => void = () => undefined;
    ask.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    await timers.advance(5000);
    expect(ask).toHaveBeenCalledTimes(2);
    answer([]);
    await settled();
    await timers.advance(1000);
    expect(ask).toHaveBeenCalledTimes(3);
  });

  it('tells an error and goes on', async () => {
    const { feed, ask, timers, onError, send } = setUp();
    ask.mockRejectedValueOnce(new Error('first'));
    await feed.restart(1000);
    expect(send).not.toHaveBeenCalled();
    await timers.advance(1000);
    expect(onError.mock.calls).toEqual([[new Error('first')]]);
    expect(send.mock.calls).toEqual([[[quoteOf()], false]]);
  });

  it('is silent once it is disposed of', async () => {
    const { feed, ask, send, timers } = setUp();
    await feed.restart(1000);
    feed.dispose();
    ask.mockResolvedValue([quoteOf({ price: 99 })]);
    await timers.advance(5000);
    expect(ask).toHaveBeenCalledTimes(1);
    expect(send).toHaveBeenCalledTimes(1);
  });
});
