import { describe, expect, it } from 'vitest';
import {
  profileFigures,
  profileRows,
} from '../../../../../src/features/chart/studies/study-profile';

const PROFILE = {
  low: 10,
  high: 18,
  up: Float64Array.of(1, 4, 3, 0),
  down: Float64Array.of(0, 3, 1, 1),
  pointOfControl: 1,
  valueArea: [1, 2],
} as const;

describe('the volume profile as the chart draws it', () => {
  it('has rows of one height, and names the row of control and the value area', () => {
    expect(profileRows(PROFILE)).toEqual([
      { from: 10, to: 12, up: 1, down: 0, part: 'beyond' },
      { from: 12, to: 14, up: 4, down: 3, part: 'control' },
      { from: 14, to: 16, up: 3, down: 1, part: 'value-area' },
      { from: 16, to: 18, up: 0, down: 1, part: 'beyond' },
    ]);
  });

  it('tells the middle of the row of control, and the ends of the value area', () => {
    expect(profileFigures(PROFILE)).toEqual([13, 12, 16]);
  });
});
