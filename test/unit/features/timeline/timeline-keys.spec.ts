import { expect, it } from 'vitest';
import { travel } from '../../../../src/features/timeline/timeline-keys';

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

it.each([
  ['ArrowDown', 'a', 'b'],
  ['ArrowUp', 'b', 'a'],
  ['ArrowUp', 'a', 'a'],
  ['ArrowDown', 'h', 'h'],
  ['PageDown', 'b', 'g'],
  ['PageDown', 'f', 'h'],
  ['PageUp', 'g', 'b'],
  ['Home', 'g', 'a'],
  ['End', 'b', 'h'],
])('%s leads from %s to %s', (key, from, to) => {
  expect(travel(key, ids, from)).toBe(to);
});

it('leads nowhere with other keys and in an empty list', () => {
  expect(travel('x', ids, 'a')).toBeNull();
  expect(travel('ArrowDown', [], undefined)).toBeNull();
});
