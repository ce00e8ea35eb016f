import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeFeed } from '../../../../electron/feeds/decode-feed';

const CHIP = '<rss>芯片</rss>';
const declared = (label: string, rest: readonly number[]): Uint8Array =>
  Buffer.concat([
    Buffer.from(`<?xml version="1.0" encoding="${label}"?><rss>`),
    Buffer.from(rest),
    Buffer.from('</rss>'),
  ]);
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

describe('decodeFeed', () => {
  it.each([
    ['a mark of UTF-8', Buffer.from(`\ufeff${CHIP}`)],
    ['a mark of UTF-16, little end first', Buffer.from(`\ufeff${CHIP}`, 'utf16le')],
    ['a mark of UTF-16, big end first', utf16be(`\ufeff${CHIP}`)],
    ['UTF-16 without a mark', Buffer.from(CHIP, 'utf16le')],
    ['UTF-16 without a mark, big end first', utf16be(CHIP)],
    ['nothing, where it is UTF-8', Buffer.from(CHIP)],
  ])('goes by %s', (_what, bytes) => {
    expect(decodeFeed(bytes, 'text/xml; charset=iso-8859-1'.slice(0, 8))).toBe(CHIP);
  });

  it.each([
    ['GB18030', [0xd0, 0xbe, 0xc6, 0xac], '芯片'],
    ['gb2312', [0xd0, 0xbe, 0xc6, 0xac], '芯片'],
    ['gbk', [0xd0, 0xbe, 0xc6, 0xac], '芯片'],
    ['Big5', [0xb4, 0xb9, 0xa4, 0xf9], '晶片'],
    ['Shift_JIS', [0x94, 0xbc, 0x93, 0xb1, 0x91, 0xcc], '半導体'],
    ['EUC-KR', [0xb9, 0xdd, 0xb5, 0xb5, 0xc3, 0xbc], '반도체'],
    ['windows-1252', [0x93, 0x43, 0x50, 0x55, 0x94, 0x80], '“CPU”€'],
    ['windows-1251', [0xf7, 0xe8, 0xef], 'чип'],
    ['iso-8859-1', [0xe9], 'é'],
  ])('reads %s where the document declares it', (label, bytes, text) => {
    expect(decodeFeed(declared(label, bytes), 'text/xml; charset=utf-8')).toContain(
      `<rss>${text}</rss>`,
    );
  });

  it('takes the word of the header where the document says nothing', () => {
    const bytes = Buffer.from([0x3c, 0x61, 0x3e, 0xd0, 0xbe, 0xc6, 0xac]);
    expect(decodeFeed(bytes, 'application/xml; charset="gbk"')).toBe('<a>芯片');
  });

  it.each(['utf-16', 'x-evil', 'us-ascii-art', 'big5'])(
    'passes over a declared %s that does not fit',
    (label) => {
      expect(
        decodeFeed(declared(label, [0xd0, 0xbe, 0xc6, 0xac]), 'text/xml; charset=gbk'),
      ).toContain(label === 'big5' ? '<rss>' : '<rss>芯片</rss>');
    },
  );

  it('never throws, and loses only what cannot be read', () => {
    expect(decodeFeed(Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0x62]), null)).toBe('<a>\ufffdb');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.option(fc.string()), (bytes, type) => {
        expect(typeof decodeFeed(bytes, type)).toBe('string');
      }),
    );
  });
});
