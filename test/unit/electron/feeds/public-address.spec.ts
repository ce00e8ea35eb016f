import { describe, expect, it } from 'vitest';
import { checkFeedAddress, externalLink } from '../../../../electron/feeds/feed-address';
import { isInnerName, isPublicAddress } from '../../../../electron/feeds/public-address';

describe('isPublicAddress', () => {
  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '172.15.255.255',
    '172.32.0.1',
    '100.63.255.255',
    '198.18.0.7',
    '2606:4700::1111',
    '2400:cb00::1',
  ])('takes %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ...['0.0.0.0', '10.1.2.3', '127.0.0.1', '127.255.255.254', '169.254.169.254', '172.16.0.1'],
    ...['172.31.255.255', '192.168.1.1', '100.64.0.1', '100.100.100.200', '168.63.129.16'],
    ...['192.0.0.192', '224.0.0.1', '255.255.255.255', '203.0.113.9', '240.0.0.1'],
    ...['::', '::1', 'fe80::1', 'fec0::1', 'fc00::1', 'fd00:ec2::254', 'ff02::1', '2001:db8::1'],
    ...['::ffff:127.0.0.1', '::ffff:8.8.8.8', '64:ff9b::7f00:1', '2002:7f00:1::', '2001::1'],
    ...['', 'localhost', '8.8.8', '8.8.8.8.8', 'fe80::1%eth0'],
  ])('refuses %j', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('isInnerName', () => {
  it.each([
    'localhost',
    'router',
    'nas.local',
    'x.localhost',
    'metadata.google.internal',
    'a.lan.',
  ])('knows %s', (name) => expect(isInnerName(name)).toBe(true));
  it.each(['example.org', 'local.example.org', 'internal.example'])('lets %s pass', (name) => {
    expect(isInnerName(name)).toBe(false);
  });
});

describe('checkFeedAddress', () => {
  const check = (text: string, allowLoopback = false) => {
    const checked = checkFeedAddress(text, allowLoopback);
    return checked.ok ? checked.url.href : checked.reason;
  };

  it.each([
    [' https://Example.org/feed ', 'https://example.org/feed'],
    ['http://example.org:8080/feed#top', 'http://example.org:8080/feed'],
    ['feed:https://example.org/a', 'https://example.org/a'],
    ['https://[2606:4700::1111]/', 'https://[2606:4700::1111]/'],
  ])('tidies %s', (text, href) => {
    expect(check(text)).toBe(href);
  });

  it.each([
    ...['', 'example.org', 'file:///etc/passwd', 'data:text/xml,<rss/>', 'javascript:alert(1)'],
    ...['ftp://example.org/feed', 'gopher://example.org', 'https://user:pw@example.org/'],
    ...['https://example.org:22/', 'http://example.org:25/', `https://e.org/${'x'.repeat(1000)}`],
  ])('refuses %s', (text) => {
    expect(check(text)).toBe('bad-address');
  });

  it.each([
    ...['http://127.0.0.1/', 'http://2130706433/', 'http://0x7f.1/', 'http://0177.0.0.1/'],
    ...['http://127.1/', 'http://[::1]/', 'http://[::ffff:7f00:1]/', 'http://localhost/'],
    ...['http://169.254.169.254/latest/meta-data', 'https://10.0.0.8/', 'http://printer/'],
    ...['http://metadata.google.internal/', 'http://127.0.0.1:8080/', 'http://①②⑦.0.0.1/'],
  ])('knows %s for an inner address', (text) => {
    expect(check(text)).toBe('private-address');
  });

  it('lets only this machine through where a test needs it', () => {
    expect(check('http://127.0.0.1:8080/', true)).toBe('http://127.0.0.1:8080/');
    expect(check('http://10.0.0.8/', true)).toBe('private-address');
    expect(check('http://169.254.169.254/', true)).toBe('private-address');
  });
});

describe('externalLink', () => {
  const link = (text: string, base: string | null = null) =>
    externalLink(text, base, new URL('https://news.example/feeds/all.xml'));

  it.each([
    ['/a', 'https://news.example/a'],
    ['b', 'https://news.example/feeds/b'],
    ['//other.example/c', 'https://other.example/c'],
    ['http://other.example/d', 'https://other.example/d'],
    [' https://other.example/e\n', 'https://other.example/e'],
  ])('resolves %s', (text, href) => {
    expect(link(text)).toBe(href);
  });

  it('starts from the base of the item where it has one', () => {
    expect(link('e', 'https://base.example/x/')).toBe('https://base.example/x/e');
    expect(link('e', 'javascript:alert(1)')).toBeNull();
  });

  it.each([
    ...['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\nscript:alert(1)', 'vbscript:x'],
    ...['data:text/html,<script>alert(1)</script>', 'file:///etc/passwd', 'app://tapeout/'],
    ...['mailto:a@b.example', 'blob:https://a.example/1', 'https://user:pw@a.example/', 'http://'],
  ])('drops %j', (text) => {
    expect(link(text)).toBeNull();
  });
});
