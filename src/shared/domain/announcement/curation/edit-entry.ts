import { emptyCuration, type EntryCuration, type FacetEdit, orNothing } from './entry-curation';
import { type AnnouncementContent, facetsOf } from './facet';
import { FACET_NAMES, type FacetName } from './facet-name';
import type { CuratedEntry } from './curated-entry';
import { isSameValue } from './same-value';

/**
 * The overlay after the user has given an entry another content. Parts that stay as they are shown
 * keep their edit (also one in conflict), parts that are the record's again lose it.
 *
 * @returns null where nothing is left that differs from the record
 */
export function withContent(
  entry: CuratedEntry,
  content: AnnouncementContent,
): EntryCuration | null {
  const curation = entry.curation ?? emptyCuration(entry.id);
  if (entry.shipped === null) return { ...curation, own: content };
  const record = facetsOf(entry.shipped);
  const shown = facetsOf(entry.content);
  const wanted = facetsOf(content);
  const facets: Record<string, FacetEdit> = {};
  for (const name of FACET_NAMES) {
    const edit = curation.facets[name];
    if (isSameValue(wanted[name], shown[name])) {
      if (edit) facets[name] = edit;
    } else if (!isSameValue(wanted[name], record[name])) {
      facets[name] = { base: record[name], mine: wanted[name] };
    }
  }
  return orNothing({ ...curation, facets: facets as EntryCuration['facets'] });
}

/**
 * The overlay after the user has decided a conflict: his value from now on over the record as it is
 * now, or the record's. As {@link withContent} otherwise.
 */
export function withDecision(
  entry: CuratedEntry,
  name: FacetName,
  choice: 'mine' | 'record',
): EntryCuration | null {
  const { curation, shipped } = entry;
  const edit: FacetEdit | undefined = curation?.facets[name];
  if (!curation || !shipped || !edit) return curation;
  const facets = new Map(Object.entries(curation.facets));
  if (choice === 'record') facets.delete(name);
  else facets.set(name, { base: facetsOf(shipped)[name], mine: edit.mine } as FacetEdit<never>);
  return orNothing({ ...curation, facets: Object.fromEntries(facets) });
}

/** The overlay without changes of content. The user's own entry is none without its content. */
export function withoutContent({ curation, shipped }: CuratedEntry): EntryCuration | null {
  if (!curation || shipped === null) return null;
  return orNothing({ ...curation, facets: {}, origin: null });
}

/** The overlay with other remarks, as {@link withContent}. */
export function withRemarks(
  entry: CuratedEntry,
  remarks: Partial<Pick<EntryCuration, 'hidden' | 'wrong' | 'annotation' | 'mergedInto'>>,
): EntryCuration | null {
  return orNothing({ ...(entry.curation ?? emptyCuration(entry.id)), ...remarks });
}
