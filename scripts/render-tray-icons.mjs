/**
 * Renders the SVG sources under assets/tray for dark panels, light panels and as template images of
 * macOS: part of `npm run icons`. The results are committed, so that no build needs the renderer.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Resvg } from '@resvg/resvg-js';

const TRAY = resolve(import.meta.dirname, '../assets/tray');
const STATES = ['calm', 'alerts', 'muted', 'offline'];

/** What the glyph is drawn in, and the mark of new alerts. macOS colours a template itself. */
const TONES = {
  dark: { glyph: '#e8ebf0', mark: '#ffb454' },
  light: { glyph: '#2a313c', mark: '#c2610c' },
  template: { glyph: '#000000', mark: '#000000' },
};
/** Pixels at a scale of 1: Windows and macOS take 16, Linux panels 24. */
const SIZES = { dark: [16, 24], light: [16, 24], template: [16] };
const SCALES = [1, 2];

/** @param {string} svg @param {{ glyph: string, mark: string }} tone */
function colour(svg, { glyph, mark }) {
  return svg
    .replace(/(class="mark"[^>]*)currentColor/, `$1${mark}`)
    .replaceAll('currentColor', glyph);
}

/** @param {string} state @param {string} tone @param {number} size @param {number} scale */
function fileName(state, tone, size, scale) {
  const name = tone === 'template' ? `${state}Template` : `${state}-${tone}-${size}`;
  return `${name}${scale === 1 ? '' : `@${scale}x`}.png`;
}

export async function renderTrayIcons() {
  for (const state of STATES) {
    const source = await readFile(resolve(TRAY, `${state}.svg`), 'utf8');
    for (const tone of /** @type {const} */ (['dark', 'light', 'template'])) {
      for (const size of SIZES[tone]) {
        for (const scale of SCALES) {
          const svg = colour(source, TONES[tone]);
          const picture = new Resvg(svg, { fitTo: { mode: 'width', value: size * scale } });
          await writeFile(
            resolve(TRAY, fileName(state, tone, size, scale)),
            picture.render().asPng(),
          );
        }
      }
    }
  }
}
