import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allocateSpans, splitCells } from '../../../../../../src/shared/domain/formats/csv-cells';
import { splitPlainCells } from '../../../../../../src/shared/domain/formats/import/plain-cells';

const SEPARATORS = [',', ';', '\t', '|'];

it('splits a line without quotes as the careful way does', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', '1', ' ', '\t', ...SEPARATORS), { maxLength: 20 }),
      fc.constantFrom(...SEPARATORS),
      fc.integer({ min: 1, max: 6 }),
      (characters, separator, room) => {
        const bytes = new TextEncoder().encode(`x${characters.join('')}y`);
        const [one, other] = [allocateSpans(room), allocateSpans(room)];
        const args = [bytes, 1, bytes.length - 1, separator.charCodeAt(0)] as const;
        const count = splitPlainCells(...args, one);
        expect(count).toBe(splitCells(...args, other));
        for (let cell = 0; cell < Math.min(room, count); cell++) {
          const text = (spans: typeof one): string =>
            new TextDecoder().decode(bytes.subarray(spans.starts[cell], spans.ends[cell]));
          expect(text(one)).toBe(text(other));
        }
      },
    ),
    { numRuns: 10_000 },
  );
});
