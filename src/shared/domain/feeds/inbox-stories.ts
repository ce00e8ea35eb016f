import type { InboxItem } from './feed';
import type { HeadlineScore } from './score-headline';

/** One story, told by one feed or by several. */
export interface Story {
  /** The newest; it stands for the others. */
  readonly lead: InboxItem;
  readonly others: readonly InboxItem[];
  /** The highest of its headlines. */
  readonly score: HeadlineScore;
}

export const INBOX_FILTERS = ['all', 'unread', 'starred'] as const;
export type InboxFilter = (typeof INBOX_FILTERS)[number];

export interface InboxWish {
  readonly filter: InboxFilter;
  /** Only likely news of chips, and what is starred. */
  readonly onlyLikely: boolean;
  /** Only stories that this feed tells; null for all. */
  readonly feedId: number | null;
  /** Part of a title or summary, in any case; empty for all. */
  readonly text: string;
  /** Stays whatever else is asked for, so that it does not go while it is read; null for none. */
  readonly keptId: number | null;
}

/**
 * Headlines as stories, in the order of their leads.
 *
 * @param leads - for each headline the id of the one that stands for it
 */
export function storiesOf(
  items: readonly InboxItem[],
  leads: ReadonlyMap<number, number>,
  scoreOf: (item: InboxItem) => HeadlineScore,
): readonly Story[] {
  const groups = new Map<number, InboxItem[]>();
  for (const item of items) {
    const lead = leads.get(item.id) ?? item.id;
    groups.set(lead, [...(groups.get(lead) ?? []), item]);
  }
  return [...groups.values()].flatMap(([lead, ...others]) => {
    if (!lead) return [];
    const scores = [lead, ...others].map(scoreOf);
    const score = scores.reduce((best, each) => (each.score > best.score ? each : best));
    return [{ lead, others, score }];
  });
}

export function isShown({ lead, others, score }: Story, wish: InboxWish): boolean {
  const all = [lead, ...others];
  if (all.some(({ id }) => id === wish.keptId)) return true;
  const isStarred = all.some(({ starred }) => starred);
  if (wish.onlyLikely && !score.isLikely && !isStarred) return false;
  if (wish.filter === 'starred' && !isStarred) return false;
  if (wish.filter === 'unread' && lead.read) return false;
  if (wish.feedId !== null && !all.some(({ feedId }) => feedId === wish.feedId)) return false;
  const text = wish.text.trim().toLowerCase();
  return (
    text === '' || all.some((item) => `${item.title} ${item.summary}`.toLowerCase().includes(text))
  );
}
