import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createNormalSource,
  createRandomSource,
  hashText,
} from '../../../../../src/shared/domain/simulation/random-source';
import { correlation, excessKurtosis, mean } from './statistics';

const TWO_POW_32 = 2 ** 32;
const word = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });

describe('createRandomSource', () => {
  it('gives the published numbers of sfc32', () => {
    // Test vector of github.com/maloquacious/prng (sfc32_test.go): words 0, 12345, 0, counter 1.
    const random = createRandomSource([0, 12_345, 0]);
    expect(Array.from({ length: 10 }, () => random() * TWO_POW_32)).toEqual([
      235160590, 2967261163, 116171463, 2882324903, 362604721, 4227106926, 1933307004, 1608300071,
      2256615412, 2701957640,
    ]);
  });

  it('takes words with their highest bit set', () => {
    // From an implementation of the same definition with unbounded integers.
    const random = createRandomSource([0xdeadbeef, 0x9e3779b9, -1]);
    expect(Array.from({ length: 4 }, () => random() * TWO_POW_32)).toEqual([
      3404845421, 2568648311, 1148994899, 909137483,
    ]);
  });

  it('stays within 0 and 1 and repeats itself', () => {
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        const [one, other] = [createRandomSource([a, b, c]), createRandomSource([a, b, c])];
        for (let turn = 0; turn < 20; turn += 1) {
          const value = one();
          expect(value).toBe(other());
          expect(value >= 0 && value < 1).toBe(true);
        }
      }),
    );
  });

  it('gives unrelated streams to neighbouring days', () => {
    const days = Array.from({ length: 4000 }, (_, day) => createRandomSource([1, 2, day])());
    // Uniform: mean 1/2 with standard error 1/sqrt(12 n) = 0.0046; neighbours uncorrelated, 1/sqrt(n) = 0.016.
    expect(Math.abs(mean(days) - 0.5)).toBeLessThan(3 * 0.0046);
    expect(Math.abs(correlation(days.slice(1), days.slice(0, -1)))).toBeLessThan(3 * 0.016);
  });
});

describe('hashText', () => {
  it.each([
    // fmix32 of the published FNV-1a hashes 0x811c9dc5, 0xe40c292c and 0xbf9cf968.
    ['', 2872998923],
    ['a', 444641715],
    ['foobar', 202221276],
  ])('of %j is %i', (text, hash) => {
    expect(hashText(text)).toBe(hash);
  });

  it('differs by one letter, by order and by basis', () => {
    const hashes = [
      hashText('XNAS:AMD'),
      hashText('XNAS:AMC'),
      hashText('XNAS:ADM'),
      hashText('XNAS:AMD', 1),
    ];
    expect(new Set(hashes).size).toBe(4);
  });
});

describe('createNormalSource', () => {
  it('makes numbers with the moments of the normal distribution', () => {
    const normal = createNormalSource(createRandomSource([1, 2, 3]));
    const values = Array.from({ length: 40_000 }, normal);
    const spread = mean(values.map((value) => value * value));
    // Standard errors at n = 40,000: mean 1/sqrt(n) = 0.005, variance sqrt(2/n) = 0.0071,
    // kurtosis sqrt(24/n) = 0.0245. Bounds are three of each.
    expect(Math.abs(mean(values))).toBeLessThan(0.015);
    expect(Math.abs(spread - 1)).toBeLessThan(0.0213);
    expect(Math.abs(excessKurtosis(values))).toBeLessThan(0.0735);
  });

  it('makes pairs that know nothing of each other', () => {
    const normal = createNormalSource(createRandomSource([4, 5, 6]));
    const pairs = Array.from({ length: 10_000 }, () => [normal(), normal()] as const);
    const first = pairs.map((pair) => pair[0]);
    const second = pairs.map((pair) => pair[1]);
    expect(Math.abs(correlation(first, second))).toBeLessThan(0.03);
    expect(Math.abs(correlation(first.map(Math.abs), second.map(Math.abs)))).toBeLessThan(0.03);
  });

  it('survives a source that begins with the centre and with a corner', () => {
    const given = [0.5, 0.5, 0, 0, 0.75, 0.5];
    const normal = createNormalSource(() => given.shift() ?? NaN);
    // x = 0.5, y = 0, s = 0.25: x sqrt(-2 ln s / s) = 0.5 sqrt(8 ln 4).
    expect(normal()).toBeCloseTo(0.5 * Math.sqrt(8 * Math.log(4)), 12);
    expect(normal()).toBe(0);
  });
});
