import { describe, expect, it } from 'vitest';
import { groupHeadlines } from '../../../../../src/shared/domain/feeds/group-headlines';

const AT = Date.UTC(2026, 4, 28);
const DAY_MS = 86_400_000;

function leads(...titles: readonly (string | [title: string, url: string | null, at?: number])[]) {
  const headlines = titles.map((each, index) => {
    const [title, url = null, at = AT] = typeof each === 'string' ? [each] : each;
    return { id: index + 1, title, url, at };
  });
  return [...groupHeadlines(headlines).values()];
}

describe('groupHeadlines', () => {
  it('puts the same story of several publishers together', () => {
    expect(
      leads(
        'ByteDance is developing its own server CPU, sources say - Example Wire',
        'ByteDance developing own server CPU, sources say | The Daily Example',
        'Google unveils eighth-generation TPU at its conference',
        '字节跳动自研服务器CPU项目曝光',
        '曝字节跳动自研服务器CPU项目',
      ),
    ).toEqual([1, 1, 3, 4, 4]);
  });

  it('knows one page by its address, whatever its title and its way there', () => {
    expect(
      leads(
        ['One title here today', 'https://a.example/story/?utm=rss'],
        ['Quite another', 'https://a.example/story#top'],
        ['Quite another page', 'https://a.example/story/2'],
      ),
    ).toEqual([1, 1, 3]);
  });

  it('keeps apart what is days apart, what is short and what differs', () => {
    const weekly = 'This week in chips and systems news roundup';
    expect(leads([weekly, null, AT], [weekly, null, AT - 7 * DAY_MS])).toEqual([1, 2]);
    expect(leads('Chip news', 'Chip news')).toEqual([1, 2]);
    expect(
      leads(
        'Amazon Graviton4 servers arrive in Frankfurt region',
        'Amazon Trainium3 servers arrive in Tokyo zone now',
      ),
    ).toEqual([1, 2]);
  });

  it('is done with thousands at once', () => {
    const titles = Array.from(
      { length: 2000 },
      (_, i) => `Chip story number ${i} of today ${i * 7}`,
    );
    expect(new Set(leads(...titles)).size).toBeGreaterThan(1);
  });
});
