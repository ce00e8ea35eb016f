import { type ShortcutName, shortcutOf } from '../../shared/domain/keys/shortcuts';

const PAGE_ENTRIES = 5;

const STEPS: Partial<Record<ShortcutName<'timeline'>, number>> = {
  up: -1,
  down: 1,
  pageUp: -PAGE_ENTRIES,
  pageDown: PAGE_ENTRIES,
  first: -Infinity,
  last: Infinity,
};
const ALONE = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

/** The entry that a key leads to; null for other keys and an empty list. */
export function travel(
  key: string,
  ids: readonly string[],
  activeId: string | undefined,
): string | null {
  const name = shortcutOf('timeline', { key, ...ALONE }, false);
  const step = name === null ? undefined : STEPS[name];
  if (step === undefined) return null;
  const from = ids.indexOf(activeId ?? '');
  return ids[Math.min(ids.length - 1, Math.max(0, from + step))] ?? null;
}
