/**
 * What announcements can be asked by. `kind` holds the kinds of market context too; `ticker` stands for
 * a listed company with all its lines, `tier` for having a source of that tier.
 */
export const FACETS = [
  'kind',
  'company',
  'programme',
  'stage',
  'claim',
  'workload',
  'isa',
  'foundry',
  'tier',
  'ticker',
] as const;
export type Facet = (typeof FACETS)[number];

/**
 * A question to the announcements. Several values of one facet mean any of them, several facets all of
 * them. Every word of the text has to stand somewhere in the announcement's names and titles.
 */
export interface AnnouncementFilter {
  /** A facet without values asks nothing and is left out. */
  readonly facets: Readonly<Partial<Record<Facet, readonly string[]>>>;
  readonly text: string;
}

/** Lets everything through. */
export const NO_FILTER: AnnouncementFilter = { facets: {}, text: '' };

export const LONGEST_FILTER_TEXT = 200;
const LONGEST_VALUE = 120;
const MOST_VALUES = 500;

export function isNoFilter({ facets, text }: AnnouncementFilter): boolean {
  return text.trim() === '' && Object.keys(facets).length === 0;
}

export function chosenValues({ facets }: AnnouncementFilter, facet: Facet): readonly string[] {
  return facets[facet] ?? [];
}

/** The same question with other values of one facet. */
export function withValues(
  filter: AnnouncementFilter,
  facet: Facet,
  values: readonly string[],
): AnnouncementFilter {
  const others = Object.entries(filter.facets).filter(([name]) => name !== facet);
  const asked = values.length > 0 ? [[facet, [...new Set(values)]] as const] : [];
  return { ...filter, facets: Object.fromEntries([...others, ...asked]) };
}

/** Chooses a value of a facet, or lets it go where it was chosen. */
export function toggleValue(
  filter: AnnouncementFilter,
  facet: Facet,
  value: string,
): AnnouncementFilter {
  const before = chosenValues(filter, facet);
  const without = before.filter((each) => each !== value);
  return withValues(filter, facet, without.length < before.length ? without : [...before, value]);
}

/** True where both ask the same, in whatever order their values were chosen. */
export function isSameFilter(one: AnnouncementFilter, other: AnnouncementFilter): boolean {
  if (one.text.trim() !== other.text.trim()) return false;
  return FACETS.every((facet) => {
    const values = new Set(chosenValues(one, facet));
    const others = new Set(chosenValues(other, facet));
    return values.size === others.size && [...values].every((value) => others.has(value));
  });
}

/**
 * A filter as it was stored or sent; null where that is none. Values that no announcement has any more
 * are kept: the record may have them again.
 */
export function readAnnouncementFilter(value: unknown): AnnouncementFilter | null {
  if (!isRecord(value) || !isRecord(value['facets'])) return null;
  const { facets, text } = value;
  if (typeof text !== 'string' || text.length > LONGEST_FILTER_TEXT) return null;
  let filter: AnnouncementFilter = { facets: {}, text };
  for (const [name, values] of Object.entries(facets as Record<string, unknown>)) {
    const facet = FACETS.find((each) => each === name);
    if (facet === undefined || !isValueList(values)) return null;
    filter = withValues(filter, facet, values);
  }
  return filter;
}

function isValueList(values: unknown): values is readonly string[] {
  return (
    Array.isArray(values) &&
    values.length <= MOST_VALUES &&
    values.every(
      (value) => typeof value === 'string' && value !== '' && value.length <= LONGEST_VALUE,
    )
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
