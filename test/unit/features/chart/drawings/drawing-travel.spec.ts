import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChartDrawing } from '../../../../../src/chart/drawing-types';
import { nextDrawing, touches } from '../../../../../src/features/chart/drawings/drawing-travel';

const point = (time: number, price = 100) => ({ time, price });
const line = (id: string, from: number, to: number): ChartDrawing => ({
  ...{ id, kind: 'trend-line', from: point(from), to: point(to) },
});
const level = (id: string, price: number): ChartDrawing => ({ id, kind: 'horizontal-line', price });
const note = (id: string, time: number): ChartDrawing => ({
  ...{ id, kind: 'text-note', at: point(time), text: 'here' },
});
const ALL = [line('late', 90, 30), level('low', 5), note('early', 10), level('high', 50)];

describe('nextDrawing', () => {
  it('goes from levels, the highest first, to what begins earliest, and around', () => {
    const walked: (string | undefined)[] = [];
    let selected: string | null = null;
    for (let step = 0; step < 5; step++) {
      selected = nextDrawing(ALL, selected, 1)?.drawing.id ?? null;
      walked.push(selected ?? undefined);
    }
    expect(walked).toEqual(['high', 'low', 'early', 'late', 'high']);
    expect(nextDrawing(ALL, null, -1)).toMatchObject({
      drawing: { id: 'late' },
      place: 4,
      count: 4,
    });
    expect(nextDrawing(ALL, 'high', -1)?.drawing.id).toBe('late');
  });

  it('begins anew where what was selected is gone, and finds nothing where there is nothing', () => {
    expect(nextDrawing(ALL, 'gone', 1)).toMatchObject({ drawing: { id: 'high' }, place: 1 });
    expect(nextDrawing([], null, 1)).toBeNull();
  });

  it('comes to each once in a round, forwards and backwards', () => {
    const some = fc.uniqueArray(
      fc.record({ id: fc.string(), time: fc.integer({ min: 0, max: 9 }), isLevel: fc.boolean() }),
      { selector: ({ id }) => id, minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(some, fc.constantFrom(1 as const, -1 as const), (made, step) => {
        const drawings = made.map(({ id, time, isLevel }) =>
          isLevel ? level(id, time) : line(id, time, time + 1),
        );
        let selected: string | null = null;
        const seen = drawings.map(
          () => (selected = nextDrawing(drawings, selected, step)?.drawing.id ?? null),
        );
        expect(new Set(seen)).toEqual(new Set(made.map(({ id }) => id)));
      }),
    );
  });
});

describe('touches', () => {
  it('tells what lies in view: a level always, a ray also behind its second point', () => {
    expect(touches(level('a', 1), 40, 50)).toBe(true);
    expect(touches(line('a', 10, 45), 40, 50)).toBe(true);
    expect(touches(line('a', 10, 39), 40, 50)).toBe(false);
    expect(touches(line('a', 51, 60), 40, 50)).toBe(false);
    expect(touches({ ...line('a', 10, 39), kind: 'ray' } as ChartDrawing, 40, 50)).toBe(true);
    expect(touches(note('a', 45), 40, 50)).toBe(true);
    expect(touches(note('a', 55), 40, 50)).toBe(false);
  });
});
