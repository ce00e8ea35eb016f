import { expect, it } from 'vitest';
import { settledTop } from '../../../../src/features/timeline/timeline-scroll';

it.each([
  ['stays where it was while it fits', 200, 300, 800, 200],
  ['moves up as far as its end needs', 600, 300, 800, 492],
  ['never goes under the heading', 600, 2000, 800, 32],
  ['comes out from under the heading', 10, 300, 800, 32],
])('an entry %s', (_what, topPx, sizePx, viewportPx, expected) => {
  expect(settledTop(topPx, sizePx, viewportPx)).toBe(expected);
});
