import { describe, expect, it } from 'vitest';
import {
  keyCaps,
  type KeyPress,
  pressesOf,
  SEQUENCES,
  shortcutOf,
  SHORTCUT_SECTIONS,
  SHORTCUTS,
} from '../../../../../src/shared/domain/keys/shortcuts';

const event = (key: string, ...held: ('ctrl' | 'meta' | 'alt' | 'shift')[]) => ({
  key,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  altKey: held.includes('alt'),
  shiftKey: held.includes('shift'),
});

describe('a key', () => {
  it('means the shortcut of its section', () => {
    expect(shortcutOf('chart', event('ArrowLeft'), false)).toBe('older');
    expect(shortcutOf('watchlist', event('ArrowLeft'), false)).toBe('collapse');
    expect(shortcutOf('chart', event('ArrowLeft', 'shift'), false)).toBe('olderFar');
    expect(shortcutOf('chart', event('ArrowUp'), false)).toBeNull();
  });

  it('counts with the modifiers of the system', () => {
    expect(shortcutOf('desk', event('k', 'ctrl'), false)).toBe('palette');
    expect(shortcutOf('desk', event('k', 'meta'), false)).toBeNull();
    expect(shortcutOf('desk', event('k', 'meta'), true)).toBe('palette');
    expect(shortcutOf('desk', event('S', 'ctrl', 'shift'), false)).toBe('savePicture');
    expect(shortcutOf('desk', event('k'), false)).toBeNull();
    expect(shortcutOf('chart', event('c', 'ctrl'), false)).toBeNull();
  });

  it('tells a sign with shift or without, as the keyboard has it', () => {
    expect(shortcutOf('desk', event('?', 'shift'), false)).toBe('overlay');
    expect(shortcutOf('desk', event('?'), false)).toBe('overlay');
    expect(shortcutOf('chart', event('+', 'shift'), false)).toBe('zoomIn');
  });

  it('is a letter with Alt wherever it lies, whatever character that makes', () => {
    const onMac = { ...event('˙', 'alt'), code: 'KeyH' };
    expect(shortcutOf('drawings', onMac, true)).toBe('horizontal-line');
    expect(shortcutOf('drawings', { ...onMac, shiftKey: true, code: 'KeyR' }, true)).toBe(
      'rectangle',
    );
    expect(shortcutOf('chart', { ...event('h', 'alt'), code: 'KeyH' }, false)).toBeNull();
  });

  it('of a sequence means nothing alone', () => {
    expect(shortcutOf('chart', event('5'), false)).toBeNull();
    expect(shortcutOf('chart', event('Enter'), false)).toBe('pinNews');
  });
});

describe('the registry', () => {
  it('has no press twice in a section, nor one of the desk in another', () => {
    const text = (press: KeyPress): string => JSON.stringify(Object.entries(press).sort());
    const ofSection = (section: (typeof SHORTCUT_SECTIONS)[number]): string[] =>
      Object.entries(SHORTCUTS[section])
        .filter(([name]) => !SEQUENCES.has(`${section}.${name}`))
        .flatMap(([, presses]) => (presses as readonly KeyPress[]).map(text));
    const desk = ofSection('desk');
    for (const section of SHORTCUT_SECTIONS) {
      const presses = ofSection(section);
      expect(new Set(presses).size, section).toBe(presses.length);
      if (section !== 'desk') expect(presses.filter((press) => desk.includes(press))).toEqual([]);
    }
  });
});

describe('the caps of a press', () => {
  it('are those of the system', () => {
    const [press] = pressesOf('desk', 'savePicture');
    expect(press && keyCaps(press, false)).toEqual(['Ctrl', 'Shift', 'S']);
    expect(press && keyCaps(press, true)).toEqual(['⌘', '⇧', 'S']);
    expect(keyCaps({ key: 'ArrowUp', alt: true }, false)).toEqual(['Alt', '↑']);
  });
});
