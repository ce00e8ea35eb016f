import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../../../src/shared/domain/feeds/plain-text';

const clean = (html: string): string => plainText(html, 300);

describe('plainText', () => {
  it.each([
    ['TSMC &amp; Google', 'TSMC & Google'],
    ['Nvidia&#8217;s &ldquo;Vera&rdquo; CPU', 'Nvidia’s “Vera” CPU'],
    ['it&#146;s', 'it’s'],
    ['caf&eacute; &Uuml;ber', 'café Über'],
    ['&#x82AF;&#29255;', '芯片'],
    ['5 &lt; 6 and 7 > 6', '5 < 6 and 7 > 6'],
    ['<p>One</p><p>Two<br/>Three</p>', 'One Two Three'],
    ['NVIDIA <b>H</b>100 and <a href="https://example.org">more</a>', 'NVIDIA H100 and more'],
    ['  a\n\tb\u00a0c\u2028d ', 'a b c d'],
    ['&unknown; stays', '&unknown; stays'],
    ['AT&T and R&D', 'AT&T and R&D'],
    ['&amp;lt;b&amp;gt;bold&amp;lt;/b&amp;gt;', 'bold'],
  ])('reads %s', (html, text) => {
    expect(clean(html)).toBe(text);
  });

  it.each([
    ['<script>alert(1)</script>after', 'after'],
    ['<SCRIPT src=x>alert(1)</SCRIPT >after', 'after'],
    ['<style>a{b:c}</style>after', 'after'],
    ['<svg onload=alert(1)><text>x</text></svg>after', 'after'],
    ['<scr<script>ipt>alert(1)</script>', 'ipt>alert(1)'],
    ['&lt;img src=x onerror=alert(1)&gt;after', 'after'],
    ['<\u202escript>alert(1)</script>after', 'after'],
    ['<<b></b>i>after', 'after'],
    ['before <!-- <script> --> after', 'before after'],
    ['before <![CDATA[x]]> after', 'before after'],
    ['before <img src="', 'before'],
    ['before <script>never ends', 'before'],
    ['before <!-- never ends', 'before'],
  ])('leaves no markup of %s', (html, text) => {
    expect(clean(html)).toBe(text);
  });

  it('takes away what turns text around or is not seen', () => {
    expect(clean('user\u202egnp.exe\u202c \u2066a\u2069\u200b\ufeff\u00ad\u0000\u0007!')).toBe(
      'usergnp.exe a !',
    );
    expect(clean('\ud800broken\udfff')).toBe('broken');
  });

  it('keeps what joins letters and pictures', () => {
    expect(clean('👩\u200d💻 می\u200cخواهم')).toBe('👩\u200d💻 می\u200cخواهم');
  });

  it('ends what is too long in an ellipsis, between characters', () => {
    expect(plainText('💾'.repeat(10), 4)).toBe('💾💾💾…');
    expect(plainText('word '.repeat(10), 8)).toBe('word wo…');
    expect(plainText('12345678', 8)).toBe('12345678');
  });

  it.each([
    ['tags', '<b>'.repeat(100_000)],
    ['references', '&amp;'.repeat(100_000)],
    ['references of references', `&${'amp;'.repeat(100_000)}`],
    ['scripts that never end', '<script '.repeat(100_000)],
    ['comments that never end', '<!--'.repeat(100_000)],
    ['spaces', ' '.repeat(400_000)],
  ])('comes to an end with a great many %s', (_what, html) => {
    expect([...plainText(html, 600)].length).toBeLessThanOrEqual(600);
  });

  const piece = fc.oneof(
    fc.constantFrom('<', '>', '&', ';', '/', '!', '-', '"', "'", '=', '#', 'x', 'lt', 'amp', ' '),
    fc.constantFrom(
      '<script>',
      '</script>',
      '<svg ',
      '<!--',
      '-->',
      '<b',
      '&lt;',
      '&amp;',
      '&#60;',
    ),
    fc.constantFrom('\u202e', '\u2028', '\u0000', '\ud83d', '\u200b', '芯片', 'é'),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );
  const hostile = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

  it('never leaves a tag, a control character or a mark of direction', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 80 }), (html, most) => {
        const text = plainText(html, most);
        expect(text).not.toMatch(/<[a-z/!?]/i);
        expect(text).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u200e\u200f\ufeff]/u);
        expect([...text].length).toBeLessThanOrEqual(most);
      }),
      { numRuns: 3000 },
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 80 }), (html, most) => {
        const once = plainText(html, most);
        expect(plainText(once, most)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });
});
