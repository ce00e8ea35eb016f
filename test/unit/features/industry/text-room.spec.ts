import { describe, expect, it } from 'vitest';
import { fitText, textPx, wrapText } from '../../../../src/features/industry/text-room';

describe('the width of a text', () => {
  it('grows with its letters and their size', () => {
    expect(textPx('芯片', 12)).toBe(24);
    expect(textPx('TPU', 12)).toBeGreaterThan(textPx('tpu', 12));
    expect(textPx('', 12)).toBe(0);
  });
});

describe('a text in its room', () => {
  it('stays whole where it fits, and ends in dots where not', () => {
    expect(fitText('Graviton4', 12, 200)).toBe('Graviton4');
    const cut = fitText('Alibaba Zhenwu (T-Head PPU)', 12, 100);
    expect(cut).toMatch(/^Alibaba.*…$/);
    expect(textPx(cut, 12)).toBeLessThanOrEqual(112);
  });
});

describe('pieces in lines', () => {
  it('fill each line and break between pieces only', () => {
    const lines = wrapText(['Reuters', 'Bloomberg', 'Nikkei'], ', ', 10, 125);
    expect(lines).toEqual(['Reuters, Bloomberg,', 'Nikkei']);
    expect(wrapText([], ', ', 10, 100)).toEqual([]);
    expect(wrapText(['much too long for this'], ', ', 10, 20)).toEqual(['much too long for this']);
  });
});
