import {
  keyCaps,
  pressesOf,
  SEQUENCES,
  SHORTCUTS,
  type ShortcutName,
  type ShortcutSection,
} from '../../shared/domain/keys/shortcuts';
import type { ShortcutMessages } from '../../shared/i18n/desk/en/shortcuts';

/** A shortcut as it is listed. */
export interface ShortcutLine {
  readonly name: string;
  readonly text: string;
  /** The keys of each press. */
  readonly presses: readonly (readonly string[])[];
  /** What stands between two presses. */
  readonly joint: string;
}

/** The shortcuts of a section, as they are registered. */
export function shortcutLines<Section extends ShortcutSection>(
  section: Section,
  t: ShortcutMessages,
  isMac: boolean,
): readonly ShortcutLine[] {
  const names = Object.keys(SHORTCUTS[section]) as ShortcutName<Section>[];
  const texts = t.names[section] as Readonly<Record<string, string>>;
  return names.map((name) => ({
    name,
    text: texts[name] ?? name,
    presses: pressesOf(section, name).map((press) => keyCaps(press, isMac)),
    joint: SEQUENCES.has(`${section}.${name}`) ? t.then : t.or,
  }));
}
