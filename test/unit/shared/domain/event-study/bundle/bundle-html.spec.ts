import { describe, expect, it } from 'vitest';
import { renderBundleHtml } from '../../../../../../src/shared/domain/event-study/bundle/bundle-html';
import { makeBundle } from '../../../../../../src/shared/domain/event-study/bundle/write-bundle';
import { BUNDLE_WORDS } from '../../../../../../src/shared/i18n/evidence/bundle-catalogue';
import { BUNDLE_ORIGIN, BUNDLE_TOOLS, sampleInput } from '../../../../../helpers/bundle-sample';

const bundleOf = (...args: Parameters<typeof sampleInput>) =>
  makeBundle(sampleInput(...args), BUNDLE_ORIGIN, BUNDLE_TOOLS);
const page = (...args: Parameters<typeof sampleInput>): string =>
  renderBundleHtml(bundleOf(...args), BUNDLE_WORDS);

describe('renderBundleHtml', () => {
  it('makes the same bytes each time, of what travelled as JSON too', () => {
    const travelled = JSON.parse(JSON.stringify(bundleOf())) as ReturnType<typeof bundleOf>;
    expect(renderBundleHtml(travelled, BUNDLE_WORDS)).toBe(page());
  });

  it('loads nothing: no script, no frame, no picture, no sheet, and a policy that says so', () => {
    const html = page();
    expect(html).toContain('default-src &#39;none&#39;');
    expect(html).not.toMatch(/<(script|img|iframe|link|object|embed|base|form)\b/i);
    expect(html).not.toMatch(/\b(src|srcset|xlink:href|action)=/i);
    expect(html).not.toMatch(/url\(|@import|\son\w+=/i);
    const addresses = [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1]);
    expect(new Set(addresses)).toEqual(
      new Set(['https://example.org/chip?a=1&amp;b=2', 'https://example.org/results']),
    );
  });

  it('escapes what came from outside', () => {
    const html = page();
    expect(html).toContain('A chip &lt;of its own&gt;');
    expect(html).toContain('It is &quot;here&quot; &amp; now.');
    expect(html).toContain('Press: A &lt;b&gt;chip&lt;/b&gt;');
    expect(html).not.toContain('javascript:');
    expect(html).toContain('Elsewhere: No web address');
  });

  it('is whole in both languages', () => {
    const html = page(1, 0.5);
    for (const words of [
      ...[
        'Unusual, cause unknown',
        'Company XNAS:A0',
        'Told after the close',
        'Earnings',
        'A chip',
      ],
      ...['异常，原因未知', '公司XNAS:A0', '前一日收盘后公布', '财报', '一款芯片'],
    ]) {
      expect(html).toContain(words);
    }
    expect(html.match(/<main /g)).toHaveLength(2);
    expect(html).toContain(bundleOf(1, 0.5).dataHash);
    expect(html).not.toContain('undefined');
    expect(html).not.toContain('NaN');
  });

  it('is well-formed as far as tags go', () => {
    const html = page(3).replace(/<(meta|input)\b[^>]*>|<!doctype html>/g, '');
    const open: string[] = [];
    for (const [, close, name] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/g)) {
      if (close === '') open.push(name as string);
      else expect(open.pop()).toBe(name);
    }
    expect(open).toEqual([]);
  });

  it('shows each day, and the charts of one event', () => {
    const [english] = page().split('<main class="l1"');
    expect(english?.match(/<svg /g)).toHaveLength(2);
    for (const day of [-2, -1, 0, 1, 2]) expect(english).toContain(`>${day}</td>`);
    expect(english).toMatch(/<polygon class="band" points="[\d., -]+">/);
    expect(english).toContain('<line class="event"');
  });

  it('shows a panel with a line for each event', () => {
    const [english] = page(4, 0.1).split('<main class="l1"');
    expect(english).toContain('Panel of 4 events, 0 left out');
    expect(english?.match(/<svg /g)).toHaveLength(1);
    for (const name of ['Kolari–Pynnönen', 'BMP', 'Corrado rank', 'Sign-flip', 'XNAS:A3']) {
      expect(english).toContain(name);
    }
  });

  it('says what cannot be said', () => {
    const html = page(1, 0, 20);
    expect(html).toContain('Not enough history');
    expect(html).toContain('The history is too short for any statement.');
    expect(html).toContain('历史太短，无法得出任何结论。');
    expect(html).toContain('Nothing to draw.');
  });

  it('shows what the app says once the confounders are counted', () => {
    const input = sampleInput(1, 0.5);
    const said = {
      verdict: 'fits-chance',
      why: { en: 'The sector moved.', zh: '板块同步。' },
    } as const;
    const events = input.events.map((event) => ({ ...event, said, confounders: [] }));
    const html = renderBundleHtml(
      makeBundle({ ...input, events }, BUNDLE_ORIGIN, BUNDLE_TOOLS),
      BUNDLE_WORDS,
    );
    expect(html).toMatch(/<strong>Fits chance<\/strong>[^<]*The sector moved\./);
    expect(html).toContain('Nothing else is recorded.');
  });
});
