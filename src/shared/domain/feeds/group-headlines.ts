import { fold } from './headline-lexicon';

/** What a story is told by; the same story may come from several feeds. */
export interface GroupedHeadline {
  readonly id: number;
  readonly title: string;
  readonly url: string | null;
  /** UTC milliseconds. */
  readonly at: number;
}

const LIKENESS = 0.6;
const SAME_DAYS_MS = 3 * 86_400_000;
const FEWEST_TOKENS = 4;
const STOP = new Set(
  'a an and are as at be by for from has in into is it its of on or says that the to was will with'.split(
    ' ',
  ),
);

/**
 * Near-duplicates together: the same address, or titles that share at least 60 % of their words (of
 * Chinese, of their pairs of characters) within three days.
 *
 * @returns for each headline the id of the first of its group in the order given
 */
export function groupHeadlines(headlines: readonly GroupedHeadline[]): ReadonlyMap<number, number> {
  const leads = new Map<number, number>();
  const byUrl = new Map<string, Group>();
  const byToken = new Map<string, Group[]>();
  for (const headline of headlines) {
    const tokens = tokensOf(headline.title);
    const same = headline.url === null ? undefined : byUrl.get(addressKey(headline.url));
    const group = same ?? likest(headline, tokens, byToken);
    leads.set(headline.id, group?.lead ?? headline.id);
    if (group) continue;
    const own: Group = { lead: headline.id, at: headline.at, tokens };
    if (headline.url !== null) byUrl.set(addressKey(headline.url), own);
    for (const token of tokens) byToken.set(token, [...(byToken.get(token) ?? []), own]);
  }
  return leads;
}

interface Group {
  readonly lead: number;
  readonly at: number;
  readonly tokens: ReadonlySet<string>;
}

function likest(
  { at }: GroupedHeadline,
  tokens: ReadonlySet<string>,
  byToken: ReadonlyMap<string, readonly Group[]>,
): Group | undefined {
  if (tokens.size < FEWEST_TOKENS) return undefined;
  const shared = new Map<Group, number>();
  for (const token of tokens) {
    for (const group of byToken.get(token) ?? []) {
      if (Math.abs(group.at - at) <= SAME_DAYS_MS) shared.set(group, (shared.get(group) ?? 0) + 1);
    }
  }
  for (const [group, count] of shared) {
    if (count / (group.tokens.size + tokens.size - count) >= LIKENESS) return group;
  }
  return undefined;
}

/** Without what tells where the reader came from. */
function addressKey(url: string): string {
  return url.replace(/[?#].*$/, '').replace(/\/$/, '');
}

/** Words of Latin script and pairs of Chinese characters, without the publisher behind the last dash. */
function tokensOf(title: string): ReadonlySet<string> {
  const folded = fold(title).replace(/\s[-–—|]\s[^-–—|]{2,40}$/, '');
  const words = folded.match(/[\p{Script=Latin}\p{N}]+/gu) ?? [];
  const runs = folded.match(/\p{Script=Han}+/gu) ?? [];
  const pairs = runs.flatMap((run) =>
    Array.from({ length: run.length - 1 }, (_, index) => run.slice(index, index + 2)),
  );
  return new Set([...words.filter((word) => !STOP.has(word)), ...pairs]);
}
