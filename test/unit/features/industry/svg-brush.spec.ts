import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Ink, INKS, type PictureTheme } from '../../../../src/features/industry/brush';
import { escapeXml, SvgBrush } from '../../../../src/features/industry/svg-brush';

const THEME: PictureTheme = {
  inks: Object.fromEntries(INKS.map((ink, at) => [ink, `#0000${10 + at}`])) as Record<Ink, string>,
  font: "'Inter', sans-serif",
};
const ABOUT = { title: 'A & B', description: '<none>', language: 'en' };
const SIZE = { widthPx: 100.456, heightPx: 50 };

describe('text in XML', () => {
  it('opens no element, ends no attribute and holds no forbidden character', () => {
    expect(escapeXml(`<a href="x" b='y'>&\0\u{b}`)).toBe(
      '&lt;a href=&quot;x&quot; b=&apos;y&apos;&gt;&amp;',
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeXml(text)).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|apos);)/);
      }),
    );
  });
});

describe('a drawing', () => {
  it('says its size, title and language, and is the same for the same picture', () => {
    const made = (): string => new SvgBrush(THEME).finish(SIZE, ABOUT);
    expect(made()).toContain('viewBox="0 0 100.46 50"');
    expect(made()).toContain('<title>A &amp; B</title>\n<desc>&lt;none&gt;</desc>');
    expect(made()).toContain('xml:lang="en"');
    expect(made()).toBe(made());
  });

  it('has each shape with its colours', () => {
    const brush = new SvgBrush(THEME);
    const stroke = { ink: 'line', widthPx: 1, dash: [2, 3] } as const;
    brush.box({ x: 1, y: 2, widthPx: 4, heightPx: 5 }, { fill: 'text', alpha: 0.5 }, 3);
    brush.line({ x: 0, y: 0 }, { x: 9, y: 0 }, stroke);
    brush.circle({ x: 1, y: 1 }, 2, { stroke });
    brush.path(
      [
        { x: 0, y: 0 },
        { x: 1, y: 1 },
      ],
      true,
      { fill: 'text' },
    );
    brush.text({ x: 1, y: 2 }, 'a<b', { ink: 'text', sizePx: 11, align: 'end' });
    const svg = brush.finish(SIZE, ABOUT);
    expect(svg).toContain(
      '<rect x="1" y="2" width="4" height="5" rx="2" fill="#000010" fill-opacity="0.5"/>',
    );
    expect(svg).toContain('<line x1="0" y1="0" x2="9" y2="0" stroke="#000013"');
    expect(svg).toContain('stroke-dasharray="2 3"');
    expect(svg).toContain('<circle cx="1" cy="1" r="2" fill="none"');
    expect(svg).toContain('<polygon points="0,0 1,1" fill="#000010"/>');
    expect(svg).toContain('text-anchor="end" fill="#000010">a&lt;b</text>');
  });

  it('names what is named, and closes what it opens', () => {
    const brush = new SvgBrush(THEME);
    const area = { x: 5, y: 6, widthPx: 10, heightPx: 10 };
    brush.within(area, () => brush.named('a "claim"', () => brush.within(area, () => undefined)));
    const svg = brush.finish(SIZE, ABOUT);
    expect(svg).toContain('<title>a &quot;claim&quot;</title>');
    expect(svg.match(/<g[ >]/g)).toHaveLength(svg.match(/<\/g>/g)?.length ?? 0);
    expect(new Set(svg.match(/clipPath id="[^"]+"/g)).size).toBe(2);
  });
});
