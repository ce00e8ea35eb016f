import type { Story } from '../../shared/domain/feeds/inbox-stories';
import {
  type KeyboardEventLike,
  type ShortcutName,
  shortcutOf,
} from '../../shared/domain/keys/shortcuts';

const DEEDS = ['open', 'star', 'read', 'dismiss', 'draft'] as const;
export type InboxDeed = (typeof DEEDS)[number];

const STEPS: Partial<Record<ShortcutName<'inbox'>, number>> = {
  ...{ next: 1, previous: -1, pageDown: 8, pageUp: -8, first: -Infinity, last: Infinity },
};

/** What a key does to the story that has the focus; null for all other keys. */
export function deedOf(event: KeyboardEventLike): InboxDeed | null {
  const name = shortcutOf('inbox', event, false);
  return DEEDS.find((deed) => deed === name) ?? null;
}

/** The story that a key leads to; null for other keys and an empty list. */
export function travel(
  event: KeyboardEventLike,
  stories: readonly Story[],
  activeId: number | null,
): Story | null {
  const name = shortcutOf('inbox', event, false);
  const step = name === null ? undefined : STEPS[name];
  if (step === undefined) return null;
  const from = stories.findIndex(({ lead }) => lead.id === activeId);
  if (from < 0) return stories[0] ?? null;
  return stories[Math.min(stories.length - 1, Math.max(0, from + step))] ?? null;
}
