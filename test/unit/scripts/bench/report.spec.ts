import { describe, expect, it } from 'vitest';
import {
  absoluteMeasure,
  differenceMeasure,
  ratioMeasure,
} from '../../../../scripts/bench/measure.mjs';
import { reportTable } from '../../../../scripts/bench/report.mjs';

const PAIRS = [
  { value: 3, floor: 2 },
  { value: 8, floor: 2 },
  { value: 5, floor: 4 },
];

describe('a measure', () => {
  it('compares value and floor round by round', () => {
    // By hand: 1.5, 4 and 1.25; 1, 6 and 1; 3, 8 and 5.
    expect(ratioMeasure('a', PAIRS, 1.5)).toMatchObject({ score: { median: 1.5 }, met: true });
    expect(differenceMeasure('b', PAIRS, 0.5)).toMatchObject({ score: { median: 1 }, met: false });
    expect(absoluteMeasure('c', PAIRS, 5)).toMatchObject({ score: { median: 5 }, met: true });
  });

  it('without a target is neither met nor missed', () => {
    const told = ratioMeasure('a', PAIRS, null, 'us');
    expect(told.met).toBeNull();
    const [, line] = reportTable([told]).split('\n');
    expect(line).toBe('a  5 (3-8) us  2 (2-4) us  1.50 (1.25-4.00)x');
  });
});

describe('the table', () => {
  it('gives small values two figures and large ones no fraction', () => {
    const small = ratioMeasure('MB', [{ value: 0.4567, floor: 123.4 }], 0.12, 'MB');
    expect(reportTable([small])).toContain('0.46 (0.46-0.46) MB');
    expect(reportTable([small])).toContain('123 (123-123) MB');
  });
});
