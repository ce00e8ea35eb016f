import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadLabels } from '../../../../../src/chart/primitives/axis-labels/label-layout';

const label = (y: number, pinned = false) => ({ y, heightPx: 16, pinned });

describe('spreadLabels', () => {
  it('leaves labels alone that do not touch', () => {
    expect(spreadLabels([label(10), label(50), label(30)])).toEqual([10, 50, 30]);
  });

  it('moves the others away from the pinned one', () => {
    expect(spreadLabels([label(100, true), label(98), label(104)])).toEqual([100, 84, 116]);
  });

  it('never lets two cover one another, and keeps their order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 9 }), (wishes) => {
        const labels = wishes.map((y, i) => label(y, i === 0));
        const centres = spreadLabels(labels);
        if (wishes.length > 0) expect(centres[0]).toBe(wishes[0]);
        const order = wishes.map((_, i) => i).sort((a, b) => (wishes[a] ?? 0) - (wishes[b] ?? 0));
        const sorted = order.map((i) => centres[i] as number);
        sorted
          .slice(1)
          .forEach((y, i) => expect(y - (sorted[i] as number)).toBeGreaterThanOrEqual(16));
      }),
    );
  });
});
