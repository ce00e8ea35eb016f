import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMPANY_COLOURS, companyColour } from '../../../../src/features/timeline/company-colour';
import { announcements } from '../../../helpers/announcement-set';

const css = readFileSync(new URL('../../../../src/ui/tokens.css', import.meta.url), 'utf8');

type Rgb = readonly [number, number, number];

/** The tokens of a theme, in linear light. */
function tokensOf(theme: 'dark' | 'light'): ReadonlyMap<string, Rgb> {
  const block = css.slice(css.indexOf(`[data-theme='${theme}']`));
  const entries = [...block.slice(0, block.indexOf('}')).matchAll(/--([\w-]+): #([0-9a-f]{6});/g)];
  return new Map(entries.map(([, name = '', hex = '']) => [name, linear(hex)]));
}

function linear(hex: string): Rgb {
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return [r, g, b];
}

const luminance = ([r, g, b]: Rgb): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

function contrast(one: Rgb, other: Rgb): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** Full protanopia and deuteranopia after Machado, Oliveira and Fernandes (2009), in linear light. */
const EYES: Readonly<Record<string, readonly Rgb[]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

const dot = (row: Rgb, [r, g, b]: Rgb): number => row[0] * r + row[1] * g + row[2] * b;

/** Oklab after Ottosson (2020): a distance of 0.02 is just seen. */
function oklab(colour: Rgb): Rgb {
  const lms = (
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ] as const
  ).map((row) => Math.cbrt(dot(row, colour))) as unknown as Rgb;
  return [
    dot([0.2104542553, 0.793617785, -0.0040720468], lms),
    dot([1.9779984951, -2.428592205, 0.4505937099], lms),
    dot([0.0259040371, 0.7827717662, -0.808675766], lms),
  ];
}

const distance = (one: Rgb, other: Rgb): number =>
  Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);

describe('the colour of a company', () => {
  it('is always the same and one of those that there are', () => {
    for (const { company } of announcements) {
      expect(companyColour(company)).toBe(companyColour(company));
      expect(companyColour(company)).toBeGreaterThanOrEqual(1);
      expect(companyColour(company)).toBeLessThanOrEqual(COMPANY_COLOURS);
    }
  });

  it('differs among the companies that are told of most', () => {
    const most = [
      'google',
      'amazon',
      'apple',
      'bytedance',
      'huawei',
      'alibaba',
      'microsoft',
      'meta',
    ];
    expect(new Set(most.map(companyColour)).size).toBe(COMPANY_COLOURS);
  });
});

describe.each(['dark', 'light'] as const)('the colours of companies in the %s theme', (theme) => {
  const tokens = tokensOf(theme);
  const colours = Array.from({ length: COMPANY_COLOURS }, (_, index) => {
    const colour = tokens.get(`company-${index + 1}`);
    if (!colour) throw new Error(`no --company-${index + 1}`);
    return colour;
  });

  it('stand out of their pane', () => {
    const pane = tokens.get('pane') as Rgb;
    for (const colour of colours) expect(contrast(colour, pane)).toBeGreaterThanOrEqual(3);
  });

  it.each(Object.keys(EYES))('can be told apart with %s', (eye) => {
    const seen = colours.map((colour) => {
      const rows = EYES[eye] ?? [];
      return oklab(rows.map((row) => Math.max(0, dot(row, colour))) as unknown as Rgb);
    });
    const near = seen.flatMap((one, at) =>
      seen.slice(at + 1).flatMap((other, next) => {
        const apart = distance(one, other);
        return apart < 0.06 ? [`${at + 1} and ${at + next + 2}: ${apart.toFixed(3)}`] : [];
      }),
    );
    expect(near).toEqual([]);
  });
});
