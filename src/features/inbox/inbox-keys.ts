import type { Story } from '../../shared/domain/feeds/inbox-stories';

export type InboxDeed = 'open' | 'star' | 'read' | 'dismiss' | 'draft';

const DEEDS: Readonly<Record<string, InboxDeed>> = {
  ...{ Enter: 'open', s: 'star', u: 'read', x: 'dismiss', Delete: 'dismiss', m: 'draft' },
};
const STEPS: Readonly<Record<string, number>> = {
  ...{ j: 1, ArrowDown: 1, k: -1, ArrowUp: -1, PageDown: 8, PageUp: -8 },
  ...{ Home: -Infinity, End: Infinity },
};

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** What a key does to the story that has the focus; null for all other keys. */
export function deedOf({ key, ctrlKey, metaKey, altKey }: Key): InboxDeed | null {
  if (ctrlKey || metaKey || altKey) return null;
  return DEEDS[key.length === 1 ? key.toLowerCase() : key] ?? null;
}

/** The story that a key leads to; null for other keys and an empty list. */
export function travel(
  { key, ctrlKey, metaKey, altKey }: Key,
  stories: readonly Story[],
  activeId: number | null,
): Story | null {
  const step = STEPS[key.length === 1 ? key.toLowerCase() : key];
  if (step === undefined || ctrlKey || metaKey || altKey) return null;
  const from = stories.findIndex(({ lead }) => lead.id === activeId);
  if (from < 0) return stories[0] ?? null;
  return stories[Math.min(stories.length - 1, Math.max(0, from + step))] ?? null;
}
