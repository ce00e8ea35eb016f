import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  portableExp,
  portableLog,
} from '../../../../../src/shared/domain/simulation/portable-math';

const relativeError = (value: number, expected: number): number => Math.abs(value / expected - 1);

describe('portableExp', () => {
  it.each([
    // To 20 digits by decimal arithmetic.
    [0, 1],
    [1, 2.7182818284590452354],
    [-1, 0.3678794411714423216],
    [0.02, 1.0202013400267558102],
    [-0.35, 0.70468808971871343435],
    [12, 162754.79141900392081],
  ])('of %f is %f', (x, expected) => {
    expect(relativeError(portableExp(x), expected)).toBeLessThan(5e-16);
  });

  it('agrees with the engine to a few parts in 10^15', () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
        expect(relativeError(portableExp(x), Math.exp(x))).toBeLessThan(4e-15);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([701, -701, Infinity, -Infinity, NaN])('refuses %f', (x) => {
    expect(() => portableExp(x)).toThrow(RangeError);
  });
});

describe('portableLog', () => {
  it.each([
    [2, 0.69314718055994530942],
    [10, 2.302585092994045684],
    [0.5, -0.69314718055994530942],
    [1.0009765625, 0.00097608597305545889],
    [250_000, 12.429216196844383485],
  ])('of %f is %f', (x, expected) => {
    expect(relativeError(portableLog(x), expected)).toBeLessThan(5e-16);
  });

  it('of 1 is exactly 0', () => {
    expect(portableLog(1)).toBe(0);
  });

  it('agrees with the engine to a few parts in 10^15', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x) => {
        expect(Math.abs(portableLog(x) - Math.log(x))).toBeLessThan(
          2e-15 * Math.max(1, Math.abs(Math.log(x))),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('is undone by the exponential', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e7, noNaN: true }), (x) => {
        expect(relativeError(portableExp(portableLog(x)), x)).toBeLessThan(1e-14);
      }),
    );
  });

  it.each([0, -1, Infinity, NaN])('refuses %f', (x) => {
    expect(() => portableLog(x)).toThrow(RangeError);
  });
});

describe('the simulation', () => {
  const folder = new URL('../../../../../src/shared/domain/simulation/', import.meta.url);
  // Math functions that IEEE 754 or the language fixes to the last digit.
  const exact = new Set(['abs', 'ceil', 'floor', 'imul', 'max', 'min', 'round', 'sqrt']);

  it.each(readdirSync(folder))('%s calls nothing that engines round in their own way', (name) => {
    const code = readFileSync(new URL(name, folder), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
    const used = [...code.matchAll(/Math\.(\w+)/g)].map((match) => match[1] ?? '');
    expect(used.filter((called) => !exact.has(called))).toEqual([]);
    expect(code).not.toContain('**');
  });
});
