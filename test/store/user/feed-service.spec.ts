import { describe, expect, it } from 'vitest';
import type { FeedAnswer, FeedGateway } from '../../../electron/core/feeds/feed-gateway-port';
import {
  FeedRefreshService,
  KEPT_MS,
  MOST_AT_ONCE,
} from '../../../electron/core/feeds/feed-refresh-service';
import { FeedService, FIRST_LOOK_MS } from '../../../electron/core/feeds/feed-service';
import { SqliteFeedRepository } from '../../../electron/store/feeds/feed-repository';
import { type AddFeedResult, MOST_FEEDS } from '../../../src/shared/domain/feeds/feed';
import { ManualTime } from '../../helpers/manual-time';
import { openForTest } from './open-for-test';
import { temporaryFolder } from './temporary-folder';

const NOW = Date.UTC(2026, 4, 28, 12);
const MINUTE_MS = 60_000;
const A = 'https://a.example/feed';
const B = 'https://b.example/feed';

const told = (...keys: readonly string[]): FeedAnswer => ({
  kind: 'told',
  feed: {
    title: 'Told',
    home: null,
    entries: keys.map((key) => ({ key, title: key, summary: '', url: null, publishedAt: NOW })),
  },
  validators: { etag: '"1"', lastModified: null },
});
const failed = (
  reason: 'busy' | 'gone' | 'timed-out',
  retryAfterMs: number | null = null,
): FeedAnswer => ({
  kind: 'failed',
  failure: { reason, detail: null },
  retryAfterMs,
});

/** Answers when it is told to. */
class FakeGateway implements FeedGateway {
  readonly asked: string[] = [];
  readonly pending: ((answer: FeedAnswer | Error) => void)[] = [];
  aborted = 0;

  ask(
    question: { readonly address: string; readonly etag: string | null },
    signal: AbortSignal,
  ): Promise<FeedAnswer> {
    this.asked.push(
      question.etag === null ? question.address : `${question.address} ${question.etag}`,
    );
    signal.addEventListener('abort', () => (this.aborted += 1));
    return new Promise((resolve, reject) =>
      this.pending.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer))),
    );
  }

  check(address: string): ReturnType<FeedGateway['check']> {
    if (!URL.canParse(address)) return { ok: false, reason: 'bad-address' };
    return { ok: true, address, isPlain: address.startsWith('http:') };
  }

  readList(bytes: Uint8Array): ReturnType<FeedGateway['readList']> {
    if (bytes.length === 0) return null;
    return new TextDecoder()
      .decode(bytes)
      .split(' ')
      .map((address) => ({ address, title: '' }));
  }
}

function make({ network = true } = {}) {
  const repository = new SqliteFeedRepository(openForTest(temporaryFolder()).database);
  const gateway = new FakeGateway();
  const time = new ManualTime(NOW);
  const errors: unknown[] = [];
  let changes = 0;
  const common = {
    ...{ repository, network, now: time.now },
    loadGateway: () => Promise.resolve(gateway),
    scheduler: { after: time.after },
    onChanged: () => void (changes += 1),
  };
  const refresh = new FeedRefreshService({
    ...{ ...common, random: () => 0.5 },
    onError: (error) => errors.push(error),
  });
  const service = new FeedService({
    ...{ ...common, refresh },
    loadSuggested: () =>
      Promise.resolve([
        { id: 'a', title: 'Suggested', address: A, home: A, language: 'en', kind: 'press' },
      ]),
  });
  service.start();
  const answer = async (with_: FeedAnswer | Error): Promise<void> => {
    const before = changes;
    gateway.pending.shift()?.(with_);
    await expect.poll(() => changes).toBeGreaterThan(before);
  };
  const asks = (count: number) => expect.poll(() => gateway.asked.length).toBe(count);
  return {
    repository,
    gateway,
    time,
    errors,
    refresh,
    service,
    answer,
    asks,
    changes: () => changes,
  };
}

const idOf = (result: AddFeedResult | null): number => (result?.ok ? result.id : 0);

describe('a feed', () => {
  it('is asked only once the user has chosen it, and not before the desk stands', async () => {
    const { service, time, gateway, asks } = make();
    expect(await service.suggested()).toHaveLength(1);
    time.move(60 * MINUTE_MS);
    expect(gateway.asked).toEqual([]);
    await service.addSuggested('a');
    await asks(1);
    expect(gateway.asked).toEqual([A]);
    expect(service.feeds()[0]).toMatchObject({ title: 'Suggested', health: { isAsked: true } });
  });

  it('waits for the desk at the start', async () => {
    const { service, time, gateway, asks } = make();
    await service.add(A, null, false);
    expect(gateway.asked).toEqual([]);
    time.move(FIRST_LOOK_MS);
    await asks(1);
  });

  it('gives its headlines and is asked again after its interval, with what it said last', async () => {
    const { service, time, gateway, answer, asks } = make();
    time.move(FIRST_LOOK_MS);
    await service.add(A, null, false);
    await asks(1);
    await answer(told('one', 'two'));
    expect(service.items().map(({ title }) => title)).toEqual(['one', 'two']);
    expect(service.feeds()[0]).toMatchObject({
      title: 'Told',
      health: { isAsked: false, failure: null, answeredAt: time.now() },
    });
    time.move(59 * MINUTE_MS);
    expect(gateway.asked).toHaveLength(1);
    time.move(2 * MINUTE_MS);
    await asks(2);
    expect(gateway.asked[1]).toBe(`${A} "1"`);
    await answer({ kind: 'unchanged' });
    expect(service.items()).toHaveLength(2);
  });

  it('that fails keeps its headlines, says why, and is left alone longer each time', async () => {
    const { service, time, repository, answer, asks } = make();
    time.move(FIRST_LOOK_MS);
    await service.add(A, null, false);
    await asks(1);
    await answer(told('one'));
    const waits: number[] = [];
    for (let round = 0; round < 7; round += 1) {
      time.move((repository.feeds()[0]?.nextAt ?? 0) - time.now() + 1000);
      await asks(round + 2);
      await answer(failed('timed-out'));
      waits.push(((repository.feeds()[0]?.nextAt ?? 0) - time.now()) / MINUTE_MS);
    }
    expect(waits).toEqual([60, 120, 240, 480, 960, 1440, 1440]);
    expect(service.items()).toHaveLength(1);
    expect(service.feeds()[0]?.health.failure).toEqual({ reason: 'timed-out', detail: null });
  });

  it('is left alone as long as its server asks for, also when all are to be asked', async () => {
    const { service, time, gateway, answer, asks } = make();
    time.move(FIRST_LOOK_MS);
    const id = idOf(await service.add(A, null, false));
    await asks(1);
    await answer(failed('busy', 5 * 60 * MINUTE_MS));
    service.askNow(null);
    time.move(4 * 60 * MINUTE_MS);
    expect(gateway.asked).toHaveLength(1);
    service.askNow(id);
    await asks(2);
  });

  it('that is gone for good is paused, until the user goes on with it', async () => {
    const { service, time, answer, asks } = make();
    time.move(FIRST_LOOK_MS);
    const id = idOf(await service.add(A, null, false));
    await asks(1);
    await answer(failed('gone'));
    expect(service.feeds()[0]).toMatchObject({
      paused: true,
      health: { nextAt: null, failure: { reason: 'gone' } },
    });
    service.update(id, { paused: false });
    await asks(2);
    expect(service.feeds()[0]?.health.failure).toBeNull();
  });

  it('that cannot be looked at at all is reported and tried later', async () => {
    const { service, time, errors, answer, asks, repository } = make();
    time.move(FIRST_LOOK_MS);
    await service.add(A, null, false);
    await asks(1);
    await answer(new Error('broken'));
    expect(errors).toEqual([new Error('broken')]);
    expect(repository.feeds()[0]?.nextAt).toBeGreaterThan(time.now());
  });

  it('is never asked without the network', async () => {
    const { service, time, gateway } = make({ network: false });
    await service.add(A, null, false);
    time.move(24 * 60 * MINUTE_MS);
    service.askNow(null);
    expect(gateway.asked).toEqual([]);
    expect(service.network).toBe(false);
  });

  it('is not heard any more after the end', async () => {
    const { service, time, gateway, asks } = make();
    time.move(FIRST_LOOK_MS);
    await service.add(A, null, false);
    await asks(1);
    service.dispose();
    expect(gateway.aborted).toBe(1);
    await Promise.resolve(gateway.pending.shift()?.(told('late')));
    time.move(24 * 60 * MINUTE_MS);
    expect(service.items()).toEqual([]);
    expect(gateway.asked).toHaveLength(1);
  });
});

describe('feeds', () => {
  it('are asked two at once, and one that fails leaves the others alone', async () => {
    const { service, time, gateway, answer, asks } = make();
    for (const name of ['a', 'b', 'c', 'd'])
      await service.add(`https://${name}.example/`, null, false);
    time.move(FIRST_LOOK_MS);
    await asks(MOST_AT_ONCE);
    await answer(failed('timed-out'));
    await asks(3);
    await answer(told('b'));
    await asks(4);
    await answer(told('c'));
    await answer(told('d'));
    expect(service.feeds().map(({ health }) => health.failure?.reason ?? 'fine')).toEqual([
      ...['timed-out', 'fine', 'fine', 'fine'],
    ]);
    expect(new Set(gateway.asked).size).toBe(4);
  });

  it('are added once, and without encryption only where the user agreed', async () => {
    const { service } = make();
    expect(await service.add('no address', null, false)).toEqual({
      ok: false,
      reason: 'bad-address',
    });
    expect(await service.add('http://a.example/', null, false)).toEqual({
      ok: false,
      reason: 'plain-http',
    });
    expect((await service.add('http://a.example/', null, true)).ok).toBe(true);
    expect((await service.add(A, null, false)).ok).toBe(true);
    expect(await service.add(A, null, false)).toEqual({ ok: false, reason: 'already-there' });
    expect(await service.addSuggested('unknown')).toBeNull();
  });

  it('have a limit', async () => {
    const { service } = make();
    for (let index = 0; index < MOST_FEEDS; index += 1) {
      await service.add(`https://${index}.example/`, null, false);
    }
    expect(await service.add(A, null, false)).toEqual({ ok: false, reason: 'too-many' });
  });

  it('can be renamed, set otherwise, removed and brought back', async () => {
    const { service, changes } = make();
    const id = idOf(await service.add(A, null, false));
    service.update(id, { title: 'Mine', intervalMinutes: 180 });
    expect(service.feeds()[0]).toMatchObject({ title: 'Mine', intervalMinutes: 180 });
    service.update(id, { title: '' });
    expect(service.feeds()[0]?.title).toBe('a.example');
    service.update(id, { paused: true });
    expect(service.feeds()[0]).toMatchObject({ paused: true, health: { nextAt: null } });
    service.remove(id);
    expect(service.feeds()).toEqual([]);
    const before = changes();
    expect(service.restore(id)).toBe(true);
    expect(changes()).toBe(before + 1);
    expect(service.restore(id)).toBe(false);
    expect(service.feeds()).toHaveLength(1);
  });

  it('come from lists and go into lists', async () => {
    const { service } = make();
    await service.add(A, null, false);
    const list = new TextEncoder().encode(`${A} ${B} http://plain.example/ nonsense`);
    expect(await service.importList(list)).toEqual({
      added: 1,
      alreadyThere: 1,
      refused: [
        { address: 'http://plain.example/', reason: 'plain-http' },
        { address: 'nonsense', reason: 'bad-address' },
      ],
    });
    expect(await service.importList(new Uint8Array())).toBeNull();
    expect(service.exportList()).toContain(`xmlUrl="${B}"`);
  });

  it('have what no answer holds any more forgotten after a month', async () => {
    const { service, time, repository, answer, asks } = make();
    time.move(FIRST_LOOK_MS);
    const id = idOf(await service.add(A, null, false));
    await asks(1);
    await answer(told('old', 'kept'));
    time.move(61 * MINUTE_MS);
    await asks(2);
    await answer(told('kept'));
    service.update(id, { paused: true });
    repository.keep(
      id,
      {
        title: '',
        home: null,
        etag: null,
        lastModified: null,
        entries: [{ key: 'kept', title: 'kept', summary: '', url: null, publishedAt: NOW }],
      },
      NOW + KEPT_MS,
    );
    time.move(KEPT_MS + 60 * MINUTE_MS);
    expect(service.items().map(({ title }) => title)).toEqual(['kept']);
  });
});
