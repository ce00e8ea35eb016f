import { describe, expect, it } from 'vitest';
import { rowWindow } from '../../../../src/features/industry/row-window';

const view = (scrollPx: number) => ({ scrollPx, heightPx: 800 });

describe('the lines in the document', () => {
  it('are all of a short table', () => {
    expect(rowWindow(500, 32, view(9000))).toEqual({ from: 0, to: 500 });
    expect(rowWindow(0, 32, view(0))).toEqual({ from: 0, to: 0 });
  });

  it('are those in view of a long one, and a few more', () => {
    const { from, to } = rowWindow(2000, 32, view(32_000));
    expect(from).toBeLessThan(1000);
    expect(to).toBeGreaterThan(1025);
    expect(to - from).toBeLessThan(60);
  });

  it('reach both ends', () => {
    expect(rowWindow(2000, 32, view(0)).from).toBe(0);
    expect(rowWindow(2000, 32, view(2000 * 32 - 800)).to).toBe(2000);
    expect(rowWindow(2000, 32, view(1e9)).to).toBe(2000);
  });
});
