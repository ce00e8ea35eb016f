import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonicalJson,
  type Json,
  roundNumbers,
} from '../../../../../../src/shared/domain/event-study/bundle/canonical-json';

const anyJson = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>;

/** The same value with the keys of its objects put in the other way round. */
function turned(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(turned);
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, turned(member as Json)]),
  );
}

describe('canonicalJson', () => {
  it('orders keys and leaves no blanks', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: true, '\u00e9': 2, Z: 3 })).toBe(
      '{"Z":3,"a":true,"b":[1,{"c":"x","d":null}],"\u00e9":2}',
    );
  });

  it('writes numbers in the fewest digits that read back', () => {
    expect(canonicalJson([0.1, 1e21, 1e-7, 100, 1 / 3, -0, 5e-324])).toBe(
      '[0.1,1e+21,1e-7,100,0.3333333333333333,0,5e-324]',
    );
  });

  it('leaves out what is undefined and refuses what is no number', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
    for (const value of [NaN, Infinity, -Infinity]) {
      expect(() => canonicalJson([value])).toThrow(RangeError);
    }
  });

  it('reads back as what it was, whatever the order of keys', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text) as Json)).toBe(text);
        expect(canonicalJson(turned(value))).toBe(text);
      }),
    );
  });
});

describe('roundNumbers', () => {
  it('keeps 12 significant digits, wherever the point stands', () => {
    expect(
      roundNumbers({
        a: [1 / 3, 123456.7890123456],
        b: { c: 1.23456789012345e-9 },
        d: 'x',
        e: null,
      }),
    ).toEqual({ a: [0.333333333333, 123456.789012], b: { c: 1.23456789012e-9 }, d: 'x', e: null });
    expect(roundNumbers({ a: undefined, b: true })).toEqual({ a: undefined, b: true });
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(roundNumbers(roundNumbers(value))).toBe(roundNumbers(value));
      }),
    );
  });
});
