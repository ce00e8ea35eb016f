import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { HostGate } from '../../../../../electron/market/transport/host-gate';
import type { HttpResult } from '../../../../../electron/market/transport/provider-http';
import { ProviderHttpClient } from '../../../../../electron/market/transport/provider-http-client';
import type { NetworkFailure } from '../../../../../electron/market/transport/status-failure';
import { ManualTime } from '../../../../helpers/manual-time';
import { FAULTS } from '../../../../helpers/replay/fault-table';

const KEY = 'SECRETKEY';
const REQUEST = { address: 'rest', path: `/q?symbol=X&token=${KEY}` };
const BUDGET = { requestsPerSecond: 1000, burst: 1000, inFlight: 4 };
const JSON_TYPE = { 'content-type': 'application/json' };
const whole = (value: unknown): unknown => value;

let server: Server | null = null;
afterEach(async () => {
  if (!server?.listening) return;
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

async function setUp(listener: RequestListener, fetch = globalThis.fetch, budget = BUDGET) {
  let asked = 0;
  server = createServer((request, response) => {
    asked++;
    listener(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const time = new ManualTime(Date.UTC(2026, 4, 28));
  const { now, after } = time;
  const gate = new HostGate({ budget, now, after, random: () => 0.5 });
  const ended: (NetworkFailure | null)[] = [];
  const client = new ProviderHttpClient({
    ...{ fetch, now, after, userAgent: 'Tapeout/test' },
    address: () => address,
    gate: () => gate,
    ended: (error) => ended.push(error),
  });
  return { client, time, gate, ended, asked: () => asked };
}

const reasonOf = (result: HttpResult<unknown>): string | null =>
  result.ok ? null : result.error.reason;

describe('ProviderHttpClient', () => {
  it('asks with its own name and the headers of the source, and reads JSON', async () => {
    const seen: (string | undefined)[] = [];
    const { client, time, ended } = await setUp((request, response) => {
      seen.push(request.url, request.headers['user-agent'], request.headers.referer);
      response.writeHead(200, JSON_TYPE);
      response.end('{"price":12.5}');
    });
    const headers = { Referer: 'https://own.example/' };
    const result = await client.json({ ...REQUEST, headers }, whole);
    expect(result).toEqual({ ok: true, value: { price: 12.5 } });
    expect(seen).toEqual([REQUEST.path, 'Tapeout/test', 'https://own.example/']);
    expect(ended).toEqual([null]);
    expect(time.timers).toBe(0);
  });

  it('decodes GB18030, four-byte characters too', async () => {
    const { client } = await setUp((_request, response) => {
      response.end(Uint8Array.of(0xd6, 0xc7, 0xc6, 0xd7, 0x81, 0x30, 0x81, 0x30));
    });
    const result = await client.text({ ...REQUEST, encoding: 'gb18030' }, (text) => text);
    expect(result).toEqual({ ok: true, value: '智谱\u0080' });
  });

  it('unpacks gzip', async () => {
    const { client } = await setUp((_request, response) => {
      response.writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip' });
      response.end(gzipSync('[1,2]'));
    });
    expect(await client.json(REQUEST, whole)).toEqual({ ok: true, value: [1, 2] });
  });

  it.each(FAULTS)('takes $name for what it is, and tells no key', async (fault) => {
    const { client, time, asked, ended } = await setUp((_request, response) =>
      fault.answer(response),
    );
    const asking = client.json(REQUEST, whole);
    if (fault.isEndless) {
      await vi.waitUntil(() => asked() === 1, { interval: 1 });
      time.move(30_000);
    }
    const result = await asking;
    expect(result).toMatchObject({ ok: false, error: { reason: fault.reason } });
    expect(result).toMatchObject({ error: { retry: fault.retry } });
    expect(JSON.stringify(result)).not.toContain(KEY);
    expect(ended).toHaveLength(1);
    expect(time.timers).toBe(0);
  });

  it('waits ten seconds for a first word and thirty for the whole', async () => {
    const { client, time, asked } = await setUp((request, response) => {
      if (request.url === '/mute') return;
      response.writeHead(200, JSON_TYPE);
      response.write('[');
    });
    const details: unknown[] = [];
    for (const [index, path] of ['/mute', '/slow'].entries()) {
      const asking = client.json({ address: 'rest', path }, whole);
      await vi.waitUntil(() => asked() === index + 1, { interval: 1 });
      // Of the slow one the first word has to be there, which cancels the shorter timer.
      if (path === '/slow') await vi.waitUntil(() => time.timers === 1, { interval: 1 });
      time.move(path === '/mute' ? 10_000 : 30_000);
      details.push(await asking);
    }
    expect(details).toMatchObject([
      { error: { reason: 'timed-out', detail: 'no answer in 10 s' } },
      { error: { reason: 'timed-out', detail: 'no whole answer in 30 s' } },
    ]);
  });

  it('ends although the network stack does not heed the signal', async () => {
    const deaf: typeof fetch = () => new Promise(() => undefined);
    const { client, time, gate } = await setUp(() => undefined, deaf);
    const asking = client.json(REQUEST, whole);
    await Promise.resolve();
    time.move(10_000);
    expect(reasonOf(await asking)).toBe('timed-out');
    expect(await gate.enter()).toBe(true);
  });

  it('ends although the body neither ends nor heeds the signal', async () => {
    const deaf: typeof fetch = () => Promise.resolve(new Response(new ReadableStream()));
    const { client, time } = await setUp(() => undefined, deaf);
    const asking = client.json(REQUEST, whole);
    await vi.waitUntil(() => time.timers === 1, { interval: 1 });
    time.move(30_000);
    expect(await asking).toMatchObject({ error: { detail: 'no whole answer in 30 s' } });
  });

  it('follows no redirect, be it said by a status or by a rejected request', async () => {
    const { client, asked } = await setUp((_request, response) => {
      response.writeHead(307, { location: '/elsewhere' });
      response.end();
    });
    expect(reasonOf(await client.json(REQUEST, whole))).toBe('blocked');
    expect(asked()).toBe(1);
    const electron: typeof fetch = () => Promise.reject(new Error('Redirect was cancelled'));
    const { client: other } = await setUp(() => undefined, electron);
    expect(reasonOf(await other.json(REQUEST, whole))).toBe('blocked');
  });

  it('hands on what came with a status of failure, 64 kB of it at most', async () => {
    const { client } = await setUp((request, response) => {
      response.writeHead(404, JSON_TYPE);
      response.end(request.url === '/long' ? `{${'x'.repeat(200_000)}` : '{"code":"no such"}');
    });
    expect(await client.json({ address: 'rest', path: '/short' }, whole)).toMatchObject({
      error: { reason: 'unknown-instrument', retry: 'next-provider' },
      status: 404,
      body: '{"code":"no such"}',
    });
    const long = await client.json({ address: 'rest', path: '/long' }, whole);
    expect(long.ok ? 0 : long.body?.length).toBe(65_536);
  });

  it('refuses an answer of more than 32 MB without taking it all in', async () => {
    const megabyte = Buffer.alloc(1024 * 1024, '1');
    let sent = 0;
    const { client } = await setUp((_request, response) => {
      response.writeHead(200, JSON_TYPE);
      const more = (): void => {
        while (!response.destroyed && sent < 200) {
          sent++;
          if (!response.write(megabyte)) return void response.once('drain', more);
        }
        response.end();
      };
      more();
    });
    const result = await client.json(REQUEST, whole);
    expect(result).toMatchObject({
      error: { reason: 'bad-answer', detail: expect.stringContaining('32 MB') },
    });
    expect(sent).toBeLessThan(100);
  });

  it('takes an answer that the source cannot read, or stumbles over, for one of unknown shape', async () => {
    const { client } = await setUp((_request, response) => response.end('{}'));
    const stumble = (): never => {
      throw new TypeError(`no ${KEY}`);
    };
    for (const read of [() => null, stumble]) {
      const result = await client.json(REQUEST, read);
      expect(result).toMatchObject({ error: { reason: 'bad-answer', retry: 'next-provider' } });
      expect(JSON.stringify(result)).not.toContain(KEY);
    }
  });

  it('gives up with its caller: before, in the queue, and on the way', async () => {
    const budget = { requestsPerSecond: 0.001, burst: 1, inFlight: 1 };
    const { client, asked, gate, ended } = await setUp(() => undefined, fetch, budget);
    const onTheWay = new AbortController();
    const first = client.json({ ...REQUEST, signal: onTheWay.signal }, whole);
    const queued = new AbortController();
    const second = client.json({ ...REQUEST, signal: queued.signal }, whole);
    await vi.waitUntil(() => asked() === 1, { interval: 1 });
    queued.abort();
    onTheWay.abort();
    const results = [
      await first,
      await second,
      await client.json({ ...REQUEST, signal: queued.signal }, whole),
    ];
    for (const result of results) {
      expect(result).toMatchObject({ error: { reason: 'cancelled', retry: 'stop' } });
    }
    expect(asked()).toBe(1);
    expect(gate.restsUntil).toBeNull();
    expect(ended).toHaveLength(1);
  });

  it('turns callers away at once while the host is left alone, and takes unknown symbols for answers', async () => {
    let status = 404;
    const { client, asked } = await setUp((_request, response) => {
      response.writeHead(status, JSON_TYPE);
      response.end('{"error":"unknown"}');
    });
    for (let at = 0; at < 8; at++) await client.json(REQUEST, whole);
    expect(asked()).toBe(8);
    status = 500;
    for (let at = 0; at < 5; at++) await client.json(REQUEST, whole);
    const many = await Promise.all(Array.from({ length: 50 }, () => client.json(REQUEST, whole)));
    expect(new Set(many.map(reasonOf))).toEqual(new Set(['resting']));
    expect(asked()).toBe(13);
  });
});
