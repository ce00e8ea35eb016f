import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { ExternalLinks } from '../../../../electron/window/external-links';

let opened: string[];
let failures: string[];
let links: ExternalLinks;

beforeEach(() => {
  opened = [];
  failures = [];
  links = new ExternalLinks(
    async (address) => void opened.push(address),
    (message) => failures.push(message),
  );
});

describe('ExternalLinks', () => {
  it('opens an https address and names its host', async () => {
    expect(await links.openLink('https://example.com/a?b=c#d')).toEqual({
      ok: true,
      host: 'example.com',
    });
    expect(opened).toEqual(['https://example.com/a?b=c#d']);
  });

  it('opens the parsed form', async () => {
    await links.openLink('HTTPS://EXAMPLE.com/a b');
    expect(opened).toEqual(['https://example.com/a%20b']);
  });

  it.each([
    'http://example.com/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'mailto:a@example.com',
    'ms-msdt:/id',
    'smb://host/share',
    'app://tapeout/index.html',
    'https://user@example.com/',
    'https://user:secret@example.com/',
    'https://example.com@evil.example/',
    'https://',
    'example.com',
    '//example.com',
    '',
    ' https://example.com/\n',
    'https://exam\tple.com/',
    'https://example.com/\0',
    'https://example.com/\u007f',
    `https://example.com/${'a'.repeat(2048)}`,
  ])('refuses %j', async (address) => {
    expect(await links.openLink(address)).toEqual({ ok: false, reason: 'refused-address' });
    expect(opened).toEqual([]);
  });

  it('tells when no browser opens it', async () => {
    links = new ExternalLinks(
      () => Promise.reject(new Error('no handler')),
      (message) => failures.push(message),
    );
    expect(await links.openLink('https://example.com/secret')).toEqual({
      ok: false,
      reason: 'no-browser',
    });
    expect(failures).toEqual(['no browser opened a page of example.com']);
  });

  it('never opens anything but a clean https address', async () => {
    const address = fc.oneof(
      fc.webUrl({ validSchemes: ['https', 'http', 'ftp'] }),
      fc.string({ unit: 'binary' }),
      fc.string().map((tail) => `https://${tail}`),
    );
    await fc.assert(
      fc.asyncProperty(address, async (text) => {
        opened = [];
        await links.openLink(text);
        for (const each of opened) expect(each).toMatch(/^https:\/\/[^@/]+\/[\x20-\x7e]*$/);
      }),
      { numRuns: 500 },
    );
  });
});
