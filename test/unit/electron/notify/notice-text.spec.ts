import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  byteLength,
  cutNotice,
  cutToBytes,
  escapeMarkup,
  plainLine,
} from '../../../../electron/notify/notice-text';

describe('plainLine', () => {
  it('makes one line of a text', () => {
    expect(plainLine('  NVDA\n\t201.35\r\nUSD ')).toBe('NVDA 201.35 USD');
  });

  it('takes away what turns the direction of writing', () => {
    expect(plainLine('NVDA \u202e001\u202c above')).toBe('NVDA 001 above');
  });

  it('keeps every character that is text', () => {
    expect(plainLine('寒武纪 ▲ 😀 é < & >')).toBe('寒武纪 ▲ 😀 é < & >');
  });

  it('gives text that D-Bus takes, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const line = plainLine(text);
        expect(line).not.toMatch(/[\0\n\r]/);
        expect(Buffer.from(line, 'utf8').toString('utf8')).toBe(line);
      }),
    );
  });
});

describe('escapeMarkup', () => {
  it('leaves nothing that is markup', () => {
    expect(escapeMarkup('<b>x</b> & "y"')).toBe('&lt;b&gt;x&lt;/b&gt; &amp; &quot;y&quot;');
  });

  it('can be read back to the same text', () => {
    const back = (text: string): string =>
      text
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'<>&"\'ab;#l') }), (text) => {
        expect(escapeMarkup(text)).not.toMatch(/[<>"']|&(?!amp;|lt;|gt;|quot;|#39;)/);
        expect(back(escapeMarkup(text))).toBe(text);
      }),
    );
  });
});

describe('cutToBytes', () => {
  it('leaves a text that fits', () => {
    expect(cutToBytes('NVDA 201.35', 11)).toBe('NVDA 201.35');
  });

  it('cuts between characters and says so', () => {
    expect(cutToBytes('NVDA 201.35', 10)).toBe('NVDA 20…');
    expect(cutToBytes('寒武纪', 8)).toBe('寒…');
    expect(cutToBytes('👨‍👩‍👧x', 10)).toBe('');
  });

  it('never gives more bytes than allowed, nor half a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 0, max: 300 }),
        (text, most) => {
          const cut = cutToBytes(text, most);
          expect(byteLength(cut)).toBeLessThanOrEqual(most);
          const kept = cut.replace(/…$/, '');
          expect(text.startsWith(kept) || cut === text).toBe(true);
        },
      ),
    );
  });
});

describe('cutNotice', () => {
  it('cuts the body and keeps the price', () => {
    const notice = { title: 'NVDA 201.35 USD', body: 'x'.repeat(400), isUrgent: false };
    const cut = cutNotice(notice, 256);
    expect(cut.title).toBe('NVDA 201.35 USD');
    expect(byteLength(cut.title + cut.body)).toBe(256);
    expect(cut.isUrgent).toBe(false);
  });

  it('cuts the title where that alone is too long', () => {
    const cut = cutNotice({ title: `201.35 ${'x'.repeat(400)}`, body: 'y' }, 256);
    expect(cut.title).toMatch(/^201\.35 x+…$/);
    expect(byteLength(cut.title + cut.body)).toBeLessThanOrEqual(256);
  });
});
