import type { Feed } from './feed';

/** A list of feeds that other readers take. `title` names the list. */
export function writeOpml(
  feeds: readonly Pick<Feed, 'address' | 'title' | 'home'>[],
  title: string,
): string {
  const outlines = feeds.map(({ address, title: name, home }) => {
    const site = home === null ? '' : ` htmlUrl="${escaped(home)}"`;
    return `    <outline type="rss" text="${escaped(name)}" title="${escaped(name)}" xmlUrl="${escaped(address)}"${site}/>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head><title>${escaped(title)}</title></head>`,
    '  <body>',
    ...outlines,
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
