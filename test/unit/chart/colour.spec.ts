import { describe, expect, it } from 'vitest';
import { contrast, readableOn, withAlpha } from '../../../src/chart/colour';

describe('withAlpha', () => {
  it('appends the alpha as two hexadecimal digits', () => {
    expect(withAlpha('#123456', 1)).toBe('#123456ff');
    expect(withAlpha('#123456', 0)).toBe('#12345600');
    expect(withAlpha('#123456', 0.5)).toBe('#12345680');
    expect(withAlpha('#123456', 0.01)).toBe('#12345603');
    expect(withAlpha('#123456', 7)).toBe('#123456ff');
  });
});

describe('contrast', () => {
  it('is 21 for black on white and 1 for a colour on itself', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 6);
    expect(contrast('#6ea0ff', '#6ea0ff')).toBe(1);
  });

  it('agrees with the published ratio of #767676 on white, in either order', () => {
    // WebAIM's reference grey: the darkest that just passes 4.5:1.
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
    expect(contrast('#ffffff', '#767676')).toBeCloseTo(4.54, 2);
  });
});

describe('readableOn', () => {
  it('takes the stronger contrast', () => {
    expect(readableOn('#2fbf8a', '#11151c', '#e7ebf3')).toBe('#11151c');
    expect(readableOn('#2f6bdf', '#141a24', '#ffffff')).toBe('#ffffff');
  });
});

describe('a colour that a build has shortened', () => {
  it('counts as the long one', () => {
    expect(withAlpha('#fff', 1)).toBe('#ffffffff');
    expect(readableOn('#cb2945', '#fff', '#141a24')).toBe('#fff');
    expect(contrast('#fff', '#000')).toBeCloseTo(21, 6);
  });
});
