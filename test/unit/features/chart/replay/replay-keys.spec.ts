import { expect, it } from 'vitest';
import { replayCommand } from '../../../../../src/features/chart/replay/replay-keys';

const press = (key: string, held: Partial<KeyboardEvent> = {}) => ({
  ...{ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false },
  ...held,
});

/** An element that stands within what these selectors name. */
const within = (...names: readonly string[]): Element =>
  ({
    closest: (selector: string) =>
      selector.split(', ').some((each) => names.includes(each)) || null,
  }) as unknown as Element;

it.each([
  ['Escape', {}, 'leave'],
  [' ', {}, 'toggle'],
  ['ArrowRight', { shiftKey: true }, 'forward'],
  ['ArrowLeft', { shiftKey: true }, 'back'],
  ['ArrowRight', {}, null],
  ['Escape', { ctrlKey: true }, null],
  [' ', { metaKey: true }, null],
  ['a', {}, null],
  ['a', { shiftKey: true }, null],
] as const)('%s %o means %s', (key, held, command) => {
  expect(replayCommand(press(key, held), within())).toBe(command);
  expect(replayCommand(press(key, held), null)).toBe(command);
});

it('leaves fields, menus and dialogs their keys, and a button its space', () => {
  for (const name of ['input', 'textarea', 'select', '[role="dialog"]', '[role="menu"]']) {
    expect(replayCommand(press('Escape'), within(name))).toBeNull();
  }
  expect(replayCommand(press(' '), within('button'))).toBeNull();
  expect(replayCommand(press('Escape'), within('button'))).toBe('leave');
});
