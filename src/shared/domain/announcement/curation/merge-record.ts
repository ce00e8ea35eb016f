import type { Announcement, Company } from '../announcement';
import type { LocalizedText } from '../../text/localized-text';
import type { CuratedEntry, ShownAnnouncement } from './curated-entry';
import type { EntryCuration, FacetEdit } from './entry-curation';
import { type AnnouncementContent, contentOf, type Facets, facetsOf } from './facet';
import { FACET_NAMES, type FacetName } from './facet-name';
import { mergeTargets, withMerged } from './merged-entries';
import { ownCompany } from './own-company';
import { isSameValue } from './same-value';

export interface MergedRecord {
  /** Every entry by id, also those that are not shown. */
  readonly entries: ReadonlyMap<string, CuratedEntry>;
  /** What is shown, in no particular order. */
  readonly shown: readonly ShownAnnouncement[];
  /** Entry -> the entry that shows it, where it was merged. */
  readonly mergedInto: ReadonlyMap<string, string>;
  /** Overlays whose entry the record does not have any more. Nothing of them is shown or lost. */
  readonly orphans: readonly EntryCuration[];
  /** Companies that only the user's entries know. */
  readonly companies: readonly Company[];
}

/**
 * Lays the user's edits over the record. Part by part (see {@link Facets}): what the record has not
 * changed since the edit is the user's; what the record has changed to the same is the record's;
 * what both changed differently is a conflict, in which the user's value is shown until he decides.
 */
export function mergeRecord(
  shipped: readonly Announcement[],
  curations: readonly EntryCuration[],
): MergedRecord {
  const byId = new Map(curations.map((curation) => [curation.id, curation]));
  const entries = new Map<string, CuratedEntry>();
  for (const announcement of shipped) {
    const curation = byId.get(announcement.id) ?? null;
    entries.set(announcement.id, overlaid(announcement, curation));
  }
  const orphans: EntryCuration[] = [];
  for (const curation of curations) {
    if (entries.has(curation.id)) continue;
    const { id, own: content } = curation;
    if (content === null) orphans.push(curation);
    else entries.set(id, { id, content, shipped: null, curation, edited: [], conflicts: [] });
  }
  const mergedInto = mergeTargets(entries);
  const shown = [...entries.values()].filter(({ id, curation }) => {
    return !mergedInto.has(id) && curation?.hidden !== true;
  });
  const companyIds = new Set([...entries.values()].map(({ content }) => content.company));
  return {
    entries,
    shown: withMerged(entries, mergedInto, shown, showEntry),
    mergedInto,
    orphans,
    companies: [...companyIds].flatMap((id) => ownCompany(id) ?? []),
  };
}

/** One entry as it is shown by itself, its texts in both languages. */
export function showEntry(entry: CuratedEntry): ShownAnnouncement {
  const { id, content, curation, edited, conflicts, shipped } = entry;
  const shown = { ...content, id, ...shownTexts(content) };
  if (curation === null) return shown;
  const { wrong, annotation, origin } = curation;
  const own = shipped === null;
  return {
    ...shown,
    curation: { ...{ own, edited, conflicts, wrong, annotation, origin }, mergedFrom: [] },
  };
}

function overlaid(shipped: Announcement, curation: EntryCuration | null): CuratedEntry {
  const { id } = shipped;
  const record = facetsOf(shipped);
  const facets: Record<string, unknown> = { ...record };
  const edited: FacetName[] = [];
  const conflicts: FacetName[] = [];
  for (const name of FACET_NAMES) {
    const edit: FacetEdit | undefined = curation?.facets[name];
    if (!edit || isSameValue(edit.mine, record[name])) continue;
    facets[name] = edit.mine;
    edited.push(name);
    if (!isSameValue(edit.base, record[name])) conflicts.push(name);
  }
  const content = contentOf(facets as unknown as Facets);
  return { id, content, shipped, curation, edited, conflicts };
}

function shownTexts({ title, summary, label }: AnnouncementContent) {
  return {
    title: inBoth(title),
    summary: inBoth(summary),
    label: label && inBoth(label),
  };
}

/** The other language stands in for one that nobody wrote. */
function inBoth({ en, zh }: LocalizedText): LocalizedText {
  return { en: en || zh, zh: zh || en };
}
