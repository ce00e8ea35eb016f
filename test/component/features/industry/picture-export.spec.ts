import { describe, expect, it } from 'vitest';
import type { SaveResult } from '../../../../src/shared/ipc/files-contract';
import type { RenderedPane } from '../../../helpers/render-pane';
import { openIndustry } from './open-industry';

interface Saved {
  readonly suggestedName: string;
  readonly kind: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

async function save(rendered: RenderedPane, name: string): Promise<Saved> {
  await rendered.screen.getByRole('button', { name }).click();
  const asked = (): number => rendered.main.argsOf('files.saveFile').length;
  // A bitmap of this size is not made in a moment.
  await expect.poll(asked, { timeout: 20_000 }).toBe(1);
  return rendered.main.argsOf('files.saveFile')[0] as Saved;
}

const failing = (saving: SaveResult) => openIndustry('roadmap', { saving });

describe('the saved SVG', () => {
  it('is a drawing by itself: every row, the day, the publishers, no script and nothing from elsewhere', async () => {
    const rendered = await openIndustry('roadmap');
    const { suggestedName, kind, bytes } = await save(rendered, 'Save as SVG');
    expect([suggestedName, kind]).toEqual(['Roadmap of in-house chips 2024-05-20', 'svg']);
    const svg = new DOMParser().parseFromString(new TextDecoder().decode(bytes), 'image/svg+xml');
    expect(svg.querySelector('parsererror')).toBeNull();
    const texts = [...svg.querySelectorAll('text')].map((text) => text.textContent);
    expect(texts).toEqual(expect.arrayContaining(['Acme', 'A1', 'A2', 'Bolt', 'B1', 'today']));
    expect(texts).toContain('Made with Tapeout on 20 May 2024');
    const sources = texts.find((text) => text?.startsWith('Sources'));
    expect(sources).toContain('Example Daily, Acme, Example Wire');
    const names = new Set([...svg.querySelectorAll('*')].map(({ localName }) => localName));
    const allowed = ['svg', 'title', 'desc', 'g', 'clipPath', 'rect', 'line', 'circle'];
    expect(
      [...names].filter((name) => ![...allowed, 'polygon', 'polyline', 'text'].includes(name)),
    ).toEqual([]);
    for (const { attributes } of svg.querySelectorAll('*')) {
      for (const { name, value } of attributes) {
        expect(name).not.toMatch(/^on|href/);
        expect(value).not.toMatch(/javascript:|data:|url\((?!#)/);
      }
    }
    const titles = [...svg.querySelectorAll('g > title')].map((title) => title.textContent);
    expect(titles.some((title) => title?.includes('rumoured, 10 Jan 2023'))).toBe(true);
  });
});

describe('the saved PNG', () => {
  it('is a picture twice as sharp as it is large', async () => {
    const rendered = await openIndustry('roadmap');
    const { kind, bytes } = await save(rendered, 'Save as PNG');
    expect(kind).toBe('png');
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    expect(picture.width).toBe(2 * 1640);
    expect(picture.height).toBeGreaterThan(600);
  });
});

describe('what comes of saving', () => {
  it.each([
    [{ saved: true }, 'Saved.'],
    [{ saved: false, reason: 'disk-full' }, /the disk is full/],
    [{ saved: false, reason: 'not-writable' }, /cannot be written/],
  ] as const)('is said: %o', async (saving, words) => {
    const rendered = await failing(saving);
    await save(rendered, 'Save as SVG');
    await expect.element(rendered.screen.getByText(words)).toBeVisible();
  });

  it('is nothing where the dialog was closed', async () => {
    const rendered = await failing({ saved: false, reason: 'closed' });
    await save(rendered, 'Save as SVG');
    const status = document.querySelector('dialog footer [role="status"]');
    expect(status?.textContent).toBe('');
  });
});
