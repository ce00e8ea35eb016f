import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { STUDY_COLOURS } from '../../../../../src/shared/domain/chart/study-choice';

type Rgb = readonly [number, number, number];

/** How eyes without one kind of cone see linear RGB (Machado, Oliveira and Fernandes 2009). */
const EYES: Readonly<Record<string, readonly Rgb[]>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
};
/** Two colours nearer than this in CIELAB are hard to keep apart as lines. */
const APART = 18;
/** WCAG 2.2, 1.4.11: graphics that one needs to understand the content. */
const LEAST_CONTRAST = 3;

const css = readFileSync(new URL('../../../../../src/ui/tokens.css', import.meta.url), 'utf8');

function tokensOf(theme: string): (name: string) => Rgb {
  const block = css.split(`[data-theme='${theme}'] {`)[1]?.split('}')[0] ?? '';
  return (name) => {
    const hex = new RegExp(`--${name}: #([0-9a-f]{6});`).exec(block)?.[1];
    if (hex === undefined) throw new Error(`${theme} has no ${name}`);
    const channel = (at: number): number => {
      const value = parseInt(hex.slice(at, at + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    };
    return [channel(0), channel(2), channel(4)];
  };
}

const times = (rows: readonly Rgb[], [r, g, b]: Rgb): Rgb =>
  rows.map((row) => Math.min(1, Math.max(0, row[0] * r + row[1] * g + row[2] * b))) as never;

const luminance = ([r, g, b]: Rgb): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

function lab([r, g, b]: Rgb): Rgb {
  const f = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const y = f(luminance([r, g, b]));
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const distance = (one: Rgb, other: Rgb): number =>
  Math.hypot(...lab(one).map((value, at) => value - (lab(other)[at] as number)));

describe.each(['dark', 'light'])('the colours of studies on the %s theme', (theme) => {
  const token = tokensOf(theme);
  const colours = STUDY_COLOURS.map((name) => ({ name, rgb: token(`study-${name}`) }));

  it('stand out from the ground of the chart', () => {
    const ground = luminance(token('pane')) + 0.05;
    for (const { name, rgb } of colours) {
      const own = luminance(rgb) + 0.05;
      const contrast = Math.max(own, ground) / Math.min(own, ground);
      expect(contrast, name).toBeGreaterThan(LEAST_CONTRAST);
    }
  });

  it.each(Object.entries(EYES))('stay apart for %s eyes', (_, eye) => {
    for (const one of colours) {
      for (const other of colours) {
        if (one.name === other.name) continue;
        const apart = distance(times(eye, one.rgb), times(eye, other.rgb));
        expect(apart, `${one.name} and ${other.name}`).toBeGreaterThan(APART);
      }
    }
  });
});
