import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import '../../../src/ui/base.css';
import { CLAIMS, STAGES } from '../../../src/shared/domain/announcement/announcement';
import StageGlyph from '../../../src/ui/StageGlyph.svelte';

type Props = Parameters<typeof render<typeof StageGlyph>>[1];

async function glyph(props: Props): Promise<SVGElement> {
  const { container } = await render(StageGlyph, props);
  const svg = container.querySelector('svg');
  if (!svg) throw new Error('no glyph');
  return svg;
}

/** What is drawn inside the circle, without colours. */
async function shapeOf(props: Props): Promise<string> {
  const inner = [...(await glyph(props)).children].slice(1);
  return inner
    .map((node) => node.outerHTML.replace(/ class="[^"]*"/g, '').replace(/<!--.*?-->/g, ''))
    .join('');
}

async function outlineOf(props: Props): Promise<CSSStyleDeclaration> {
  const outline = (await glyph(props)).querySelector('.outline');
  if (!outline) throw new Error('no outline');
  return getComputedStyle(outline);
}

describe('the glyph of a stage', () => {
  it('has a shape of its own for each stage, so that colour is never alone', async () => {
    const shapes = new Set<string>();
    for (const stage of STAGES) shapes.add(await shapeOf({ stage, claim: 'confirmed' }));
    expect(shapes.size).toBe(STAGES.length);
  });

  it('has an outline of its own for each claim', async () => {
    const dashes = new Set<string>();
    for (const claim of CLAIMS) {
      dashes.add((await outlineOf({ stage: 'announced', claim })).strokeDasharray);
    }
    expect(dashes.size).toBe(CLAIMS.length);
    const solid = await outlineOf({ stage: 'announced', claim: 'confirmed' });
    expect(solid.strokeDasharray).toBe('none');
  });

  it('is amber while nobody has confirmed it, whatever the stage', async () => {
    const reported = (await outlineOf({ stage: 'deployed', claim: 'reported' })).stroke;
    const rumoured = (await outlineOf({ stage: 'sampling', claim: 'rumoured' })).stroke;
    const confirmed = (await outlineOf({ stage: 'deployed', claim: 'confirmed' })).stroke;
    expect(reported).toBe(rumoured);
    expect(confirmed).not.toBe(reported);
  });

  it('stays grey for market context', async () => {
    const reported = (await outlineOf({ stage: 'context', claim: 'reported' })).stroke;
    const confirmed = (await outlineOf({ stage: 'context', claim: 'confirmed' })).stroke;
    expect(reported).toBe(confirmed);
  });

  it('is as large as asked for, and silent', async () => {
    const svg = await glyph({ stage: 'planned', claim: 'confirmed', size: 12 });
    expect(svg.getBoundingClientRect().width).toBe(12);
    expect(svg.getAttribute('aria-hidden')).toBe('true');
  });
});
