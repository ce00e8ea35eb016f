import { deflateSync, gzipSync, brotliCompressSync } from 'node:zlib';
import type { ServerResponse } from 'node:http';
import type { FeedFailureReason } from '../../src/shared/domain/feeds/feed';
import { ATTACKS, CANARY, LINKS } from './hostile-markup';

export interface HostileFeed {
  readonly name: string;
  /** @param origin - of the server itself, `http://127.0.0.1:1234` */
  readonly serve: (response: ServerResponse, origin: string) => void;
  /** What has to become of it; null where it is read, as far as it goes. */
  readonly failure: FeedFailureReason | null;
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const TYPE = { 'content-type': 'application/rss+xml; charset=utf-8' };

function rss(items: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Hostile</title>${items}</channel></rss>`;
}

const item = (title: string, rest = ''): string => `<item><title>${title}</title>${rest}</item>`;

function text(body: string | Uint8Array, headers: Readonly<Record<string, string>> = TYPE) {
  return (response: ServerResponse, origin: string): void => {
    response.writeHead(200, headers);
    response.end(typeof body === 'string' ? body.replaceAll('%', origin) : body);
  };
}

function redirect(to: string, status = 302) {
  return (response: ServerResponse, origin: string): void => {
    response.writeHead(status, { location: to.replaceAll('%', origin) });
    response.end();
  };
}

const attacks: readonly HostileFeed[] = ATTACKS.flatMap((attack, index) => [
  {
    name: `markup ${index} escaped once in title and text`,
    serve: text(
      rss(item(`Chip ${escape(attack)} end`, `<description>${escape(attack)}</description>`)),
    ),
    failure: null,
  },
  {
    name: `markup ${index} escaped twice, in CDATA and in Atom`,
    serve: text(
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>${escape(escape(attack))}</title><entry><id>1</id>` +
        `<title type="html">Chip ${escape(escape(attack))} end</title>` +
        `<content type="html"><![CDATA[${attack.replaceAll(']]>', '')}]]></content></entry></feed>`,
    ),
    failure: null,
  },
]);

const links: readonly HostileFeed[] = LINKS.map((link, index) => ({
  name: `link ${index} ${JSON.stringify(link.slice(0, 30))}`,
  serve: text(
    rss(item(`Chip link ${index}`, `<link>${escape(link)}</link><guid>${escape(link)}</guid>`)),
  ),
  failure: null,
}));

const laughs = (levels: number): string => {
  const entities = Array.from(
    { length: levels },
    (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`,
  );
  return `<!DOCTYPE rss [<!ENTITY l0 "ha">${entities.join('')}]>${rss(item(`&l${levels};`)).slice(38)}`;
};

const HA = 'x'.repeat(50_000);
const documents: readonly [string, string, FeedFailureReason | null][] = [
  ['a billion laughs', laughs(9), 'entities'],
  [
    'quadratic blow-up',
    `<!DOCTYPE r [<!ENTITY a "${HA}">]><rss>${'&a;'.repeat(20_000)}</rss>`,
    'entities',
  ],
  [
    'a file as an entity',
    `<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss>&x;</rss>`,
    'entities',
  ],
  [
    'a page as an entity',
    `<!DOCTYPE r [<!ENTITY x SYSTEM "%/hit/entity">]><rss>&x;</rss>`,
    'entities',
  ],
  [
    'a DTD elsewhere',
    `<!DOCTYPE rss SYSTEM "%/hit/rss.dtd">${rss(item('DTD chip')).slice(38)}`,
    null,
  ],
  ['a parameter entity', `<!DOCTYPE r [<!ENTITY &#37; p SYSTEM "%/hit/p">]><rss/>`, 'entities'],
  [
    'a style sheet',
    `<?xml-stylesheet href="%/hit/feed.xsl" type="text/xsl"?>${rss(item('XSL chip')).slice(38)}`,
    null,
  ],
  [
    'an inclusion',
    rss(
      `<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="%/hit/include"/>${item('XInclude chip')}`,
    ),
    null,
  ],
  ['references without end', rss(item('&amp;'.repeat(100_000))), null],
  ['elements inside elements', '<a>'.repeat(100_000), 'too-deep'],
  ['channels inside channels', `<rss>${'<channel>'.repeat(10_000)}</rss>`, 'too-deep'],
  [
    'elements beside elements',
    `<rss><channel>${'<a/>'.repeat(200_000)}</channel></rss>`,
    'too-large',
  ],
  ['100,000 items', rss('<item/>'.repeat(100_000)), null],
  [
    'a huge attribute',
    `<rss a="${'x'.repeat(1_500_000)}"><channel>${item('Attribute chip')}</channel></rss>`,
    null,
  ],
  [
    '50,000 attributes',
    `<rss ${Array.from({ length: 50_000 }, (_, i) => `a${i}="1"`).join(' ')}><channel>${item('Attributes chip')}</channel></rss>`,
    null,
  ],
  ['a huge title', rss(item('x'.repeat(1_500_000))), null],
  ['a huge name', `<${'x'.repeat(1_000_000)}/>`, 'not-a-feed'],
  ['an attribute that never ends', `<rss a="${'<channel>'.repeat(1000)}`, 'not-a-feed'],
  ['a comment that never ends', `<rss><channel>${item('Comment chip')}<!-- `, null],
  ['a section that never ends', `<rss><channel>${item('Section chip')}<![CDATA[`, null],
  ['sections that never end', `<rss><channel>${'<![CDATA['.repeat(50_000)}`, null],
  ['a cut-off feed', rss(item('Cut chip')).slice(0, -20), null],
  ['NUL bytes', rss(item('N\u0000U\u0000L chip')), null],
  [
    'a page',
    `<!doctype html><html><head><script>window.${CANARY}=1</script></head></html>`,
    'not-a-feed',
  ],
  ['JSON', '{"version":"https://jsonfeed.org/version/1.1"}', 'not-a-feed'],
  ['words', 'Too Many Requests', 'not-a-feed'],
  ['nothing', '', 'not-a-feed'],
  [
    'the prototype',
    rss(item('Prototype chip', '<guid>__proto__</guid><constructor/>')).replace(
      '<rss ',
      '<rss __proto__="x" ',
    ),
    null,
  ],
];

const bytes = (label: string, ...values: readonly number[]): Uint8Array =>
  Buffer.concat([Buffer.from(label), Buffer.from(values)]);

const bombs = 'a'.repeat(64 * 1024 * 1024);
const compressed: readonly [string, Uint8Array, string, FeedFailureReason | null][] = [
  ['a gzip bomb', gzipSync(bombs), 'gzip', 'too-large'],
  ['a gzip bomb that is a feed', gzipSync(rss(item(bombs))), 'gzip', 'too-large'],
  ['a deflate bomb', deflateSync(bombs), 'deflate', 'too-large'],
  ['a brotli bomb', brotliCompressSync(bombs.slice(0, 8_000_000)), 'br', 'too-large'],
  ['gzip inside gzip', gzipSync(gzipSync(bombs)), 'gzip', 'not-a-feed'],
  ['two compressions', gzipSync(gzipSync(rss(''))), 'gzip, gzip', 'damaged'],
  ['an unknown compression', Buffer.from(rss('')), 'compress', 'damaged'],
  ['gzip that is none', Buffer.from(rss('')), 'gzip', 'damaged'],
  ['brotli that is none', Buffer.from(rss('')), 'br', 'damaged'],
  ['gzip cut short', gzipSync(rss(item('x'.repeat(9000)))).subarray(0, 60), 'gzip', 'damaged'],
];

const encodings: readonly [string, Uint8Array, string][] = [
  [
    'UTF-16 declared over UTF-8',
    Buffer.from(
      '<?xml version="1.0" encoding="UTF-16"?><rss><channel><item><title>Encoded chip</title></item></channel></rss>',
    ),
    'text/xml',
  ],
  [
    'an encoding that does not exist',
    Buffer.from(
      '<?xml version="1.0" encoding="x-evil"?><rss><channel><item><title>Encoded chip</title></item></channel></rss>',
    ),
    'text/xml; charset=nonsense',
  ],
  [
    'UTF-7',
    Buffer.from(
      '<?xml version="1.0" encoding="UTF-7"?><rss><channel><item><title>Encoded chip +ADw-script+AD4-</title></item></channel></rss>',
    ),
    'text/xml; charset=utf-7',
  ],
  [
    'broken UTF-8',
    bytes('<rss><channel><item><title>Encoded chip ', 0xc0, 0xbc, 0xff, 0xfe, 0xf8),
    'text/xml',
  ],
  [
    'UTF-16 with half a character',
    Buffer.from([
      0xff,
      0xfe,
      ...Buffer.from(
        '<rss><channel><item><title>Encoded chip</title></item></channel></rss>',
        'utf16le',
      ),
      0x3d,
      0xd8,
    ]),
    'text/xml',
  ],
];

const redirects: readonly [string, string, FeedFailureReason][] = [
  ['itself', '%/loop', 'too-many-redirects'],
  ['the metadata of a cloud', 'http://169.254.169.254/latest/meta-data/', 'private-address'],
  ['a private network', 'http://10.0.0.1/', 'private-address'],
  ['a private network of IPv6', 'http://[fd00::1]/', 'private-address'],
  ['the router', 'http://192.168.1.1/admin', 'private-address'],
  ['a name of the network', 'http://printer.local/', 'private-address'],
  ['a shared address', 'http://100.100.100.200/', 'private-address'],
  ['all addresses', 'http://0.0.0.0/', 'private-address'],
  ['a file', 'file:///etc/passwd', 'bad-address'],
  ['data', 'data:text/xml,<rss/>', 'bad-address'],
  ['a script', 'javascript:alert(1)', 'bad-address'],
  ['another protocol', 'gopher://127.0.0.1:25/', 'bad-address'],
  ['a user name', 'http://user:pw@example.org/', 'bad-address'],
  ['a mail server', 'http://example.org:25/', 'bad-address'],
  ['nowhere', '', 'too-many-redirects'],
];

const answers: readonly HostileFeed[] = [
  ...[401, 403, 418].map((status) => answer(status, 'refused')),
  answer(404, 'not-found'),
  answer(410, 'gone'),
  answer(429, 'busy'),
  answer(503, 'busy'),
  answer(500, 'server-error'),
  {
    name: 'a body without end',
    serve: (response) => {
      response.writeHead(200, TYPE);
      const piece = 'x'.repeat(65_536);
      const more = (): void => {
        while (!response.destroyed && response.write(piece));
      };
      response.on('drain', more);
      more();
    },
    failure: 'too-large',
  },
  {
    name: 'a connection that is cut',
    serve: (response) => {
      response.writeHead(200, { ...TYPE, 'content-length': '1000' });
      response.write('<rss>', () => response.destroy());
    },
    failure: 'unreachable',
  },
];

function answer(status: number, failure: FeedFailureReason): HostileFeed {
  return {
    name: `HTTP ${status}`,
    serve: (response) => response.writeHead(status, TYPE).end(rss(item('Not for you'))),
    failure,
  };
}

/** Answers that never end by themselves; with a patience of ten seconds they are for a clock by hand. */
export const SILENT_FEEDS: readonly HostileFeed[] = [
  { name: 'no answer at all', serve: () => undefined, failure: 'timed-out' },
  {
    name: 'a slow drip',
    serve: (response) => {
      response.writeHead(200, TYPE);
      response.write('<rss><channel>');
    },
    failure: 'timed-out',
  },
];

export const HOSTILE_FEEDS: readonly HostileFeed[] = [
  ...attacks,
  ...links,
  ...documents.map(([name, body, failure]) => ({ name, serve: text(body), failure })),
  ...compressed.map(([name, body, encoding, failure]) => ({
    name,
    serve: text(body, { ...TYPE, 'content-encoding': encoding }),
    failure,
  })),
  ...encodings.map(([name, body, type]) => ({
    name,
    serve: text(body, { 'content-type': type }),
    failure: null,
  })),
  ...redirects.map(([name, to, failure]) => ({
    name: `a redirect to ${name}`,
    serve: redirect(to),
    failure,
  })),
  ...answers,
];
