import { expect, it } from 'vitest';
import { cardPosition, CARD_WIDTH_PX } from '../../../../src/features/chart/hover-card-position';

it.each([
  ['in the middle: centred over the glyph', 500, 1000, 500 - CARD_WIDTH_PX / 2],
  ['near the left edge: kept inside', 20, 1000, 14],
  ['near the right edge: kept inside', 990, 1000, 1000 - CARD_WIDTH_PX - 14],
  ['in a plot narrower than the card: at the left edge', 100, 200, 14],
])('%s', (_name, x, plotWidthPx, leftPx) => {
  expect(cardPosition({ x, y: 400 }, plotWidthPx)).toEqual({ leftPx, topPx: 386 });
});
