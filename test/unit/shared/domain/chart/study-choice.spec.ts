import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  MOST_STUDIES,
  readStudyChoices,
} from '../../../../../src/shared/domain/chart/study-choice';

const SMA = { key: 'sma-1', indicator: 'sma', params: { period: 50 } };
const PROFILE = {
  key: 'profile',
  indicator: 'volume-profile',
  params: { rows: 24, valueArea: 70 },
};

describe('readStudyChoices', () => {
  it('takes indicators and the volume profile with their parameters', () => {
    expect(readStudyChoices([SMA, PROFILE])).toEqual([SMA, PROFILE]);
    expect(readStudyChoices([])).toEqual([]);
  });

  it('fills in parameters that are missing', () => {
    expect(readStudyChoices([{ ...SMA, params: {} }])).toEqual([
      { ...SMA, params: { period: 20 } },
    ]);
  });

  it('leaves out an indicator of a newer version, and what stands beside a study', () => {
    const newer = { key: 'x', indicator: 'of-tomorrow', params: {} };
    expect(readStudyChoices([newer, { ...SMA, colour: 'red' }])).toEqual([SMA]);
  });

  it.each([
    ['no list', { 0: SMA }],
    ['a parameter out of bounds', [{ ...SMA, params: { period: -1 } }]],
    ['a parameter that is none', [{ ...SMA, params: { length: 5 } }]],
    ['a key twice', [SMA, SMA]],
    ['a key of markup', [{ ...SMA, key: '<b>' }]],
    ['too many', Array.from({ length: MOST_STUDIES + 1 }, (_, i) => ({ ...SMA, key: `k${i}` }))],
  ])('refuses %s', (_name, value) => {
    expect(readStudyChoices(value)).toBeNull();
  });

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const read = readStudyChoices(value);
        expect(read === null || Array.isArray(read)).toBe(true);
      }),
    );
  });
});
