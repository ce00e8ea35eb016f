import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  describeStudy,
  MOST_STUDIES,
  newStudy,
  readStudyChoices,
  STUDY_COLOURS,
  type StudyChoice,
} from '../../../../../src/shared/domain/chart/study-choice';

const LOOK = { colour: 'blue', hidden: false, announcement: null, share: null } as const;
const SMA = { key: 'sma-1', indicator: 'sma', params: { period: 50 }, ...LOOK };
const PROFILE = {
  ...LOOK,
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
    expect(readStudyChoices([newer, { ...SMA, width: 3 }])).toEqual([SMA]);
  });

  it('keeps colour, eye, anchor and height, and takes the first look where they are none', () => {
    const worn = { ...SMA, colour: 'pink', hidden: true, announcement: 'a-1', share: 0.3 } as const;
    expect(readStudyChoices([worn])).toEqual([worn]);
    const odd = { ...SMA, colour: 'of-tomorrow', hidden: 1, announcement: 7, share: 4 };
    expect(readStudyChoices([odd])).toEqual([SMA]);
  });

  it('knows no time as a parameter, because it follows from the announcement', () => {
    expect(describeStudy('anchored-vwap')?.parameters).toEqual([]);
    const anchored = { ...SMA, key: 'v', indicator: 'anchored-vwap', params: { anchor: 5 } };
    expect(readStudyChoices([anchored])).toBeNull();
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

describe('newStudy', () => {
  it('has its standard parameters, and a key and a colour of its own', () => {
    const first = newStudy('sma', []);
    const second = newStudy('sma', [first]);
    expect(first).toEqual({ ...SMA, params: { period: 20 } });
    expect(second.key).not.toBe(first.key);
    expect(second.colour).not.toBe(first.colour);
  });

  it('takes a colour again where all are used, and a key that was given up', () => {
    const all: StudyChoice[] = [];
    while (all.length < MOST_STUDIES) all.push(newStudy('ema', all));
    expect(new Set(all.slice(0, STUDY_COLOURS.length).map(({ colour }) => colour)).size).toBe(
      STUDY_COLOURS.length,
    );
    expect(new Set(all.map(({ key }) => key)).size).toBe(MOST_STUDIES);
    expect(readStudyChoices(all)).toEqual(all);
    expect(newStudy('ema', all.slice(1)).key).toBe(all[0]?.key);
  });

  it('refuses an indicator that there is not', () => {
    expect(() => newStudy('of-tomorrow', [])).toThrow(RangeError);
  });
});
