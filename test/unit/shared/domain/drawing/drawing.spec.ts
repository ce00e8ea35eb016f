import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  LONGEST_NOTE,
  MOST_DRAWINGS,
  readDrawing,
  readDrawings,
} from '../../../../../src/shared/domain/drawing/drawing';

const point = (time: number, price: number) => ({ time, price });
const line = (id: string) => ({ id, interval: 'D', kind: 'horizontal-line', price: 10 });
const trend = {
  id: 'a',
  interval: '1h',
  kind: 'trend-line',
  from: point(0, 1),
  to: point(3600, 2),
};
const note = { id: 'n', interval: 'W', kind: 'text-note', at: point(0, 1), text: 'tape-out' };

describe('readDrawing', () => {
  it.each([line('x'), trend, { ...trend, kind: 'ray' }, { ...trend, kind: 'measure' }, note])(
    'takes %j as it is',
    (drawing) => {
      expect(readDrawing(drawing)).toEqual(drawing);
    },
  );

  it('takes a look and a lock', () => {
    const looked = { ...trend, look: { colour: 'amber', width: 'thick' }, locked: true };
    expect(readDrawing(looked)).toEqual(looked);
    expect(readDrawing({ ...trend, locked: 'yes' })).toEqual(trend);
  });

  it('drops what a drawing does not have, and spaces around a note', () => {
    expect(readDrawing({ ...line('x'), colour: 'red' })).toEqual(line('x'));
    expect(readDrawing({ ...note, text: '  流片 \n' })).toEqual({ ...note, text: '流片' });
  });

  it.each([
    [null, 'not-a-drawing'],
    [[], 'not-a-drawing'],
    [{ ...line('') }, 'not-a-drawing'],
    [{ ...line('x'.repeat(65)) }, 'not-a-drawing'],
    [{ ...line('x'), interval: '2h' }, 'not-a-drawing'],
    [{ ...line('x'), look: { colour: 'pink', width: 'thin' } }, 'not-a-drawing'],
    [{ ...line('x'), look: null }, 'not-a-drawing'],
    [{ ...line('x'), kind: 'fibonacci' }, 'unknown-kind'],
    [{ ...line('x'), price: '10' }, 'bad-point'],
    [{ ...line('x'), price: Infinity }, 'bad-point'],
    [{ ...trend, to: undefined }, 'bad-point'],
    [{ ...trend, to: point(NaN, 1) }, 'bad-point'],
    [{ ...trend, from: point(1e13, 1) }, 'bad-point'],
    [{ ...trend, to: trend.from }, 'no-extent'],
    [{ ...note, at: 5 }, 'bad-point'],
    [{ ...note, text: ' ' }, 'empty-text'],
    [{ ...note, text: 7 }, 'empty-text'],
    [{ ...note, text: 'x'.repeat(LONGEST_NOTE + 1) }, 'text-too-long'],
  ])('refuses %j: %s', (value, fault) => {
    expect(readDrawing(value)).toBe(fault);
  });

  it('counts a character outside the first plane once', () => {
    expect(readDrawing({ ...note, text: '📈'.repeat(LONGEST_NOTE) })).toMatchObject({ id: 'n' });
  });

  it('reads what it has read', () => {
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom(trend, note, line('x')), (noise, drawing) => {
        const mixed =
          typeof noise === 'object' && noise !== null ? { ...drawing, ...noise } : noise;
        const read = readDrawing(mixed);
        if (typeof read !== 'string') expect(readDrawing(read)).toEqual(read);
      }),
    );
  });
});

describe('readDrawings', () => {
  it('keeps the good ones and names the others', () => {
    expect(readDrawings([line('a'), 'x', line('a'), line('b')])).toEqual({
      drawings: [line('a'), line('b')],
      refused: [
        { index: 1, fault: 'not-a-drawing' },
        { index: 2, fault: 'id-taken' },
      ],
    });
  });

  it('takes so many and no more', () => {
    const many = Array.from({ length: MOST_DRAWINGS + 1 }, (_, index) => line(String(index)));
    const { drawings, refused } = readDrawings(many);
    expect(drawings.length).toBe(MOST_DRAWINGS);
    expect(refused).toEqual([{ index: MOST_DRAWINGS, fault: 'too-many' }]);
  });
});
