import { holdsWords, queryWords } from '../text/text-search';
import { type AnnouncementFilter, chosenValues, type Facet, FACETS } from './announcement-filter';
import type { FilterSubject } from './filter-subject';

/** How many of the subjects each value of each facet would show; a value of none is left out. */
export type FacetCounts = Readonly<Record<Facet, ReadonlyMap<string, number>>>;

/** True where the subject has what every facet asks for, and every word of the text. */
export function matches(filter: AnnouncementFilter, subject: FilterSubject): boolean {
  return createMatcher(filter)(subject);
}

/** As {@link matches}, for many subjects and one filter. */
export function createMatcher(filter: AnnouncementFilter): (subject: FilterSubject) => boolean {
  const words = queryWords(filter.text);
  const asked = askedFacets(filter);
  return (subject) =>
    asked.every(([facet, chosen]) => hasAny(subject, facet, chosen)) &&
    holdsWords(subject.texts, words);
}

/**
 * Counts, for each value, what would be shown if it were the only one chosen of its facet and all else
 * stayed as it is. One pass: a subject that every facet lets through counts everywhere, one that a
 * single facet holds back counts in that facet alone.
 */
export function countFacets(
  filter: AnnouncementFilter,
  subjects: readonly FilterSubject[],
): FacetCounts {
  const words = queryWords(filter.text);
  const asked = askedFacets(filter);
  const counts = newCounts();
  for (const subject of subjects) {
    const refusing = asked.filter(([facet, chosen]) => !hasAny(subject, facet, chosen));
    if (refusing.length > 1 || !holdsWords(subject.texts, words)) continue;
    const counted = refusing[0] ? [refusing[0][0]] : FACETS;
    for (const facet of counted) countValues(counts[facet], subject.values[facet]);
  }
  return counts;
}

function askedFacets(
  filter: AnnouncementFilter,
): readonly (readonly [Facet, ReadonlySet<string>])[] {
  return FACETS.map((facet) => [facet, new Set(chosenValues(filter, facet))] as const).filter(
    ([, chosen]) => chosen.size > 0,
  );
}

function hasAny({ values }: FilterSubject, facet: Facet, chosen: ReadonlySet<string>): boolean {
  return values[facet].some((value) => chosen.has(value));
}

function newCounts(): Record<Facet, Map<string, number>> {
  return Object.fromEntries(FACETS.map((facet) => [facet, new Map<string, number>()])) as Record<
    Facet,
    Map<string, number>
  >;
}

function countValues(counts: Map<string, number>, values: readonly string[]): void {
  for (const value of new Set(values)) counts.set(value, (counts.get(value) ?? 0) + 1);
}
