/**
 * Renders the SVG sources under assets/icons into the sizes and containers that the packagers want:
 * `npm run icons`. The results are committed, so that no build needs the renderer.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { renderTrayIcons } from './render-tray-icons.mjs';

const ICONS = resolve(import.meta.dirname, '../assets/icons');
const LINUX_SIZES = [16, 24, 32, 48, 64, 128, 256, 512];
const SOURCE_SIZE = 1024;

const { Resvg } = await import('@resvg/resvg-js');
const png2icons = (await import('png2icons')).default;

/** @param {string} svg @param {number} size @returns {Buffer} */
function render(svg, size) {
  return new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng();
}

/** @param {Buffer | null} data @param {string} name @returns {Buffer} */
function required(data, name) {
  if (data === null) throw new Error(`${name} could not be made`);
  return data;
}

const svg = await readFile(resolve(ICONS, 'tapeout.svg'), 'utf8');
for (const size of LINUX_SIZES) {
  await writeFile(resolve(ICONS, `${size}x${size}.png`), render(svg, size));
}
const large = render(svg, SOURCE_SIZE);
const icns = png2icons.createICNS(large, png2icons.BICUBIC2, 0);
const ico = png2icons.createICO(large, png2icons.BICUBIC2, 0, false, true);
await writeFile(resolve(ICONS, 'icon.icns'), required(icns, 'icon.icns'));
await writeFile(resolve(ICONS, 'icon.ico'), required(ico, 'icon.ico'));
await renderTrayIcons();
