import { describe, expect, it } from 'vitest';
import { shortcutLines } from '../../../../src/features/shortcuts/shortcut-lines';
import { SHORTCUT_SECTIONS, SHORTCUTS } from '../../../../src/shared/domain/keys/shortcuts';
import { LOCALES } from '../../../../src/shared/domain/settings/settings';
import { deskMessages } from '../../../../src/shared/i18n/desk/desk-catalogue';

describe('the list of shortcuts', () => {
  it.each(LOCALES)('has every registered one with its keys and a text of its own, %s', (locale) => {
    const t = deskMessages(locale).shortcuts;
    for (const section of SHORTCUT_SECTIONS) {
      const lines = shortcutLines(section, t, false);
      expect(lines.map(({ name }) => name)).toEqual(Object.keys(SHORTCUTS[section]));
      expect(new Set(lines.map(({ text }) => text)).size, section).toBe(lines.length);
      for (const { name, text, presses } of lines) {
        expect(text, name).not.toBe(name);
        expect(presses.length, name).toBeGreaterThan(0);
      }
    }
  });

  it('tells ways of doing the same from keys that follow each other', () => {
    const t = deskMessages('en').shortcuts;
    const lines = shortcutLines('chart', t, false);
    const jointOf = (name: string) => lines.find((line) => line.name === name)?.joint;
    expect(jointOf('zoomIn')).toBe('or');
    expect(jointOf('interval')).toBe('then');
  });
});
