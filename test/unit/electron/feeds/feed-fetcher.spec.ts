import type { LookupAddress } from 'node:dns';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { directHop } from '../../../../electron/feeds/direct-hop';
import { FeedFetcher } from '../../../../electron/feeds/feed-fetcher';
import { ManualTime } from '../../../helpers/manual-time';
import { ATOM, RSS_2 } from './feed-samples';

type Serve = (request: IncomingMessage, response: ServerResponse) => void;

const NOW = Date.UTC(2026, 4, 28, 12);
const paths = new Map<string, Serve>();
const asked: string[] = [];
let server: Server;
let origin = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const serve = paths.get(request.url ?? '');
    if (serve) serve(request, response);
    else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});
beforeEach(() => {
  paths.clear();
  asked.length = 0;
});

interface Options {
  readonly resolve?: (host: string) => Promise<readonly LookupAddress[]>;
  readonly allowLoopback?: boolean;
}

const noName = (): Promise<never> => Promise.reject(new Error('no name is asked for'));

function fetcher({ resolve = noName, allowLoopback = true }: Options = {}): FeedFetcher {
  const time = new ManualTime(NOW);
  return new FeedFetcher({
    askHop: directHop({ resolve, allowLoopback }),
    userAgent: 'Tapeout/test',
    ...{ allowLoopback, now: time.now, after: time.after },
  });
}

const ask = (
  path: string,
  options?: Options,
  validators: { etag?: string; lastModified?: string } = {},
) =>
  fetcher(options).ask(
    {
      address: path.startsWith('http') ? path : origin + path,
      etag: validators.etag ?? null,
      lastModified: validators.lastModified ?? null,
    },
    new AbortController().signal,
  );

const tells = (body: string | Uint8Array, headers: Record<string, string> = {}): Serve => {
  return (_request, response) => response.writeHead(200, headers).end(body);
};
const sends = (location: string, status = 302): Serve => {
  return (_request, response) => response.writeHead(status, { location }).end();
};

describe('FeedFetcher', () => {
  it('reads a feed, however it is compressed', async () => {
    paths.set('/plain', tells(RSS_2));
    paths.set('/gzip', tells(gzipSync(RSS_2), { 'content-encoding': 'GZIP' }));
    for (const path of ['/plain', '/gzip']) {
      const answer = await ask(path);
      expect(answer).toMatchObject({ kind: 'told', feed: { title: 'Example & Sons Newsroom' } });
    }
  });

  it('asks whether anything changed since, and believes that nothing did', async () => {
    paths.set('/feed', (request, response) => {
      const isKnown =
        request.headers['if-none-match'] === '"v1"' &&
        request.headers['if-modified-since'] === 'Thu, 28 May 2026 09:00:00 GMT';
      const headers = { etag: '"v1"', 'last-modified': 'Thu, 28 May 2026 09:00:00 GMT' };
      if (isKnown) response.writeHead(304).end();
      else response.writeHead(200, headers).end(RSS_2);
    });
    const first = await ask('/feed');
    expect(first).toMatchObject({
      kind: 'told',
      validators: { etag: '"v1"', lastModified: 'Thu, 28 May 2026 09:00:00 GMT' },
    });
    expect(
      await ask('/feed', {}, { etag: '"v1"', lastModified: 'Thu, 28 May 2026 09:00:00 GMT' }),
    ).toEqual({ kind: 'unchanged' });
  });

  it('keeps no validator that would not fit into a request', async () => {
    paths.set('/feed', tells(RSS_2, { etag: `"${'x'.repeat(600)}"`, 'last-modified': '\u00e9' }));
    expect(await ask('/feed')).toMatchObject({ validators: { etag: null, lastModified: null } });
  });

  it('follows three redirects and no fourth, and resolves links against the last address', async () => {
    paths.set('/0', sends('/1'));
    paths.set('/1', sends(`${origin}/2`, 301));
    paths.set('/2', sends('3', 308));
    paths.set(
      '/3',
      tells('<rss><channel><item><title>a</title><link>b</link></item></channel></rss>'),
    );
    const port = new URL(origin).port;
    expect(await ask('/0')).toMatchObject({
      kind: 'told',
      feed: { entries: [{ url: `https://127.0.0.1:${port}/b` }] },
    });
    paths.set('/3', sends('/4'));
    paths.set('/4', tells(ATOM));
    expect(await ask('/0')).toMatchObject({ failure: { reason: 'too-many-redirects' } });
    expect(asked).not.toContain('/4');
  });

  it.each([
    ['120', 120_000],
    ['Thu, 28 May 2026 12:05:00 GMT', 300_000],
    ['99999999', 7 * 86_400_000],
    ['Thu, 28 May 2026 11:00:00 GMT', 0],
    ['soon', null],
  ])('hears for how long it is to stay away: %s', async (header, ms) => {
    paths.set('/busy', (_request, response) =>
      response.writeHead(429, { 'retry-after': header }).end(),
    );
    expect(await ask('/busy')).toEqual({
      kind: 'failed',
      failure: { reason: 'busy', detail: 'HTTP 429' },
      retryAfterMs: ms,
    });
  });

  it('says what keeps it from a server, by a code and not by its words', async () => {
    expect(await ask('http://127.0.0.1:1/')).toMatchObject({ failure: { reason: 'bad-address' } });
    const closed = createServer();
    closed.listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port } = closed.address() as AddressInfo;
    closed.close();
    expect(await ask(`http://127.0.0.1:${port}/`)).toEqual({
      kind: 'failed',
      failure: { reason: 'unreachable', detail: 'ECONNREFUSED' },
      retryAfterMs: null,
    });
  });

  it('gives up as soon as it is told to', async () => {
    const given = new AbortController();
    paths.set('/never', () => given.abort());
    const question = { address: `${origin}/never`, etag: null, lastModified: null };
    expect(await fetcher().ask(question, given.signal)).toMatchObject({ kind: 'failed' });
    expect(await fetcher().ask(question, AbortSignal.abort())).toMatchObject({ kind: 'failed' });
  });
});

describe('a name', () => {
  const at = (...addresses: readonly string[]) =>
    Promise.resolve(
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  const named = (path: string) => `http://feeds.example.org:${new URL(origin).port}${path}`;

  it('that leads into this machine or its network is not asked', async () => {
    paths.set('/feed', tells(RSS_2));
    for (const inner of ['127.0.0.1', '10.1.2.3', '169.254.169.254', '::1', 'fd00:ec2::254']) {
      const answer = await ask(named('/feed'), { resolve: () => at(inner), allowLoopback: false });
      expect(answer).toMatchObject({ failure: { reason: 'private-address' } });
    }
    expect(asked).toEqual([]);
  });

  it('that has one inner address among good ones is not asked either', async () => {
    const answer = await ask(named('/feed'), {
      resolve: () => at('93.184.216.34', '127.0.0.1'),
      allowLoopback: false,
    });
    expect(answer).toMatchObject({ failure: { reason: 'private-address' } });
    expect(asked).toEqual([]);
  });

  it('is looked up once for each request: the address that was checked is the one that is asked', async () => {
    paths.set('/feed', tells(RSS_2));
    let lookups = 0;
    // The second answer is what an attacker would have the connection go to.
    const resolve = () => at((lookups += 1) === 1 ? '127.0.0.1' : '10.9.9.9');
    expect(await ask(named('/feed'), { resolve })).toMatchObject({ kind: 'told' });
    expect(lookups).toBe(1);
    expect(asked).toEqual(['/feed']);
  });

  it('behind a redirect is checked anew', async () => {
    paths.set('/feed', sends(named('/secret')));
    paths.set('/secret', tells(RSS_2));
    const answer = await ask('/feed', { resolve: () => at('192.168.1.1') });
    expect(answer).toMatchObject({ failure: { reason: 'private-address' } });
    expect(asked).toEqual(['/feed']);
  });

  it('that nobody has, or that has no address, is a feed out of reach', async () => {
    const notFound = Object.assign(new Error('nobody'), { code: 'ENOTFOUND' });
    expect(await ask(named('/'), { resolve: () => Promise.reject(notFound) })).toMatchObject({
      failure: { reason: 'unreachable', detail: 'ENOTFOUND' },
    });
    expect((await ask(named('/'), { resolve: () => at() })).kind).toBe('failed');
  });
});

describe('an address', () => {
  it('is tidied and told apart by whether it is encrypted', () => {
    const check = (address: string) => fetcher({ allowLoopback: false }).check(address);
    expect(check(' HTTPS://Example.org/Feed#x')).toEqual({
      ok: true,
      address: 'https://example.org/Feed',
      isPlain: false,
    });
    expect(check('http://example.org/')).toMatchObject({ ok: true, isPlain: true });
    expect(check('http://localhost/')).toEqual({ ok: false, reason: 'private-address' });
    expect(check('about:blank')).toEqual({ ok: false, reason: 'bad-address' });
  });
});

describe('a list of feeds', () => {
  const list = (text: string) => fetcher().readList(Buffer.from(text));

  it('is read whatever folders it has, each address once', () => {
    expect(
      list(`<?xml version="1.0"?><opml version="1.0"><head><title>x</title></head><body>
        <outline text="Chips"><outline text="A &amp; B" type="rss" xmlUrl="https://a.example/feed"/>
        <outline title="&lt;b&gt;C&lt;/b&gt;" xmlurl=" https://c.example/ "/></outline>
        <outline xmlUrl="https://a.example/feed"/><outline text="no address"/></body></opml>`),
    ).toEqual([
      { address: 'https://a.example/feed', title: 'A & B' },
      { address: 'https://c.example/', title: 'C' },
    ]);
  });

  it('is not what is something else or defines entities', () => {
    expect(list(RSS_2)).toBeNull();
    expect(list('no list')).toBeNull();
    expect(list('<!DOCTYPE o [<!ENTITY a "b">]><opml/>')).toBeNull();
  });
});
