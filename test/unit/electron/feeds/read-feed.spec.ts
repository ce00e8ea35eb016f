import { describe, expect, it } from 'vitest';
import { externalLink } from '../../../../electron/feeds/feed-address';
import { readXml } from '../../../../electron/feeds/xml-tree';
import { MOST_ITEMS, type ReadFeed, readFeed } from '../../../../src/shared/domain/feeds/read-feed';
import { ATOM, PREFIXED_ATOM, RSS_091, RSS_1, RSS_2, SLOPPY } from './feed-samples';

const FEED = new URL('https://news.example/feed');

function read(text: string): ReadFeed | null {
  const reading = readXml(text);
  if (!reading.ok) throw new Error(reading.reason);
  return readFeed(reading.root, (link, base) => externalLink(link, base, FEED));
}

const summary = (feed: ReadFeed | null) =>
  feed?.entries.map(({ title, url, publishedAt }) => [
    title,
    url,
    publishedAt === null ? null : new Date(publishedAt).toISOString(),
  ]);

describe('a feed', () => {
  it('of RSS 2.0 gives plain titles, https links and dates in UTC', () => {
    const feed = read(RSS_2);
    expect(feed?.title).toBe('Example & Sons Newsroom');
    expect(feed?.home).toBe('https://news.example/');
    expect(summary(feed)).toEqual([
      [
        'Acme tapes out its own CPU – sources',
        'https://news.example/acme?utm=1&b=2',
        '2026-05-28T01:30:00.000Z',
      ],
      ['Second', 'https://news.example/second', '2026-05-27T00:00:00.000Z'],
      ['No link, no date', null, null],
      ['Relative', 'https://news.example/relative#part', null],
      ['Plain', 'https://plain.example/a', null],
      ['Only a text that stands for a title', null, null],
    ]);
    expect(feed?.entries[0]).toMatchObject({ key: 'acme-1', summary: 'Two people said so.' });
    expect(feed?.entries[5]?.summary).toBe('');
  });

  it('of RSS 0.91 is read without going to where its kind is described', () => {
    expect(summary(read(RSS_091))).toEqual([['First chip', 'https://old.example/1', null]]);
  });

  it('of RSS 1.0 has its items beside the channel', () => {
    expect(summary(read(RSS_1))).toEqual([
      ['自研芯片流片成功', 'https://one.example/a', '2026-05-28T01:30:00.000Z'],
    ]);
  });

  it('of Atom has elements for text, relative links and a base', () => {
    const feed = read(ATOM);
    expect(feed?.title).toBe('Atom blog');
    expect(feed?.home).toBe('https://atom.example/blog/');
    expect(feed?.entries).toEqual([
      {
        key: 'tag:atom.example,2026:1',
        title: 'A new TPU',
        summary: 'Body text',
        url: 'https://atom.example/blog/2026/tpu',
        publishedAt: Date.UTC(2026, 4, 28, 9, 30),
      },
    ]);
  });

  it('of Atom may carry a prefix', () => {
    expect(summary(read(PREFIXED_ATOM))).toEqual([['Prefixed', 'https://p.example/1', null]]);
  });

  it('that is not well-formed, or cut off, is read as far as it goes', () => {
    const feed = read(SLOPPY);
    expect(feed?.title).toBe('R&D & more news');
    expect(summary(feed)?.slice(0, 3)).toEqual([
      ['AT&T picks Arm & RISC-V', 'https://sloppy.example/?a=1&b=2', null],
      ['3 < 5 nm', 'https://sloppy.example/?c=1&d=2', null],
      ['Cut off', 'https://sloppy.example/cut', null],
    ]);
  });

  it('has each item once, and no more than anybody wants', () => {
    const items = Array.from(
      { length: MOST_ITEMS + 50 },
      (_, index) => `<item><title>T${index}</title><guid>${index % 220}</guid></item>`,
    );
    const feed = read(`<rss><channel><title>x</title>${items.join('')}</channel></rss>`);
    expect(feed?.entries).toHaveLength(MOST_ITEMS);
    const twice = '<item><title>a</title><guid>1</guid></item>'.repeat(2);
    expect(read(`<rss><channel>${twice}</channel></rss>`)?.entries).toHaveLength(1);
  });

  it.each(['<html><body>Not found</body></html>', '<opml><body/></opml>', '<rss></rss>'])(
    'is not %s',
    (text) => {
      expect(read(text)).toBeNull();
    },
  );
});

describe('readXml', () => {
  const refusal = (text: string) => {
    const reading = readXml(text);
    return reading.ok ? 'read' : reading.reason;
  };

  it.each([
    ['a billion laughs', '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss>&b;</rss>'],
    ['an outside entity', '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss>&x;</rss>'],
    ['a parameter entity', '<!DOCTYPE r [<!ENTITY % p SYSTEM "http://a.example/"> %p;]><rss/>'],
    ['an empty definition', '<!DOCTYPE rss []><rss/>'],
  ])('refuses %s', (_what, text) => {
    expect(refusal(text)).toBe('entities');
  });

  it('goes 32 elements deep and no deeper', () => {
    const nested = (depth: number) => `${'<a>'.repeat(depth)}x${'</a>'.repeat(depth)}`;
    expect(refusal(nested(32))).toBe('read');
    expect(refusal(nested(33))).toBe('too-deep');
    expect(refusal(nested(200_000))).toBe('too-deep');
  });

  it.each([
    ['nothing', '', 'not-a-feed'],
    ['text', 'Too Many Requests', 'not-a-feed'],
    ['a great many elements', `<rss>${'<a/>'.repeat(70_000)}</rss>`, 'too-large'],
  ])('finds no feed in %s', (_what, text, reason) => {
    expect(refusal(text)).toBe(reason);
  });

  it('leaves an unknown entity as it is written, and never asks for one', () => {
    const reading = readXml('<rss>&nbsp;&boom;&amp;&#65;</rss>');
    expect(reading).toMatchObject({ ok: true, root: { text: '&nbsp;&boom;&A' } });
  });

  it('drops characters that XML forbids', () => {
    const reading = readXml('<r\u0000ss>a\u0000b\u0008c\ud800</rss>');
    expect(reading).toMatchObject({ ok: true, root: { name: 'rss', text: 'abc' } });
  });

  it('keeps a huge attribute and a great many of them in bounds', () => {
    const many = Array.from({ length: 500 }, (_, index) => `a${index}="1"`).join(' ');
    const reading = readXml(`<rss ${many} b="${'x'.repeat(500_000)}">ok</rss>`);
    expect(reading.ok && Object.keys(reading.root.attributes).length).toBe(64);
  });
});
