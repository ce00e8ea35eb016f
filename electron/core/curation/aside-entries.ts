import type {
  AsideEntry,
  AsideReason,
} from '../../../src/shared/domain/announcement/curation/curation-view';
import {
  type MergedRecord,
  showEntry,
} from '../../../src/shared/domain/announcement/curation/merge-record';
import type { CuratedEntry } from '../../../src/shared/domain/announcement/curation/curated-entry';
import type { LocalizedText } from '../../../src/shared/domain/text/localized-text';

/** What the list does not show, or shows as wrong; newest first, what is gone at the end. */
export function asideEntries(record: MergedRecord): readonly AsideEntry[] {
  const { entries, mergedInto, orphans } = record;
  const aside: AsideEntry[] = [];
  for (const entry of entries.values()) {
    const target = entries.get(mergedInto.get(entry.id) ?? '');
    const wrong = entry.curation?.wrong ?? null;
    if (target) aside.push(asideOf(entry, 'merged', showEntry(target).title));
    else if (entry.curation?.hidden) aside.push(asideOf(entry, 'hidden', wrong && inBoth(wrong)));
    else if (wrong !== null) aside.push(asideOf(entry, 'wrong', inBoth(wrong)));
  }
  aside.sort((one, other) => ((one.date ?? '') < (other.date ?? '') ? 1 : -1));
  return [
    ...aside,
    ...orphans.map(({ id, facets }): AsideEntry => {
      const title = { en: facets.titleEn?.mine || id, zh: facets.titleZh?.mine || id };
      return { id, why: 'gone', title, date: null, precision: 'day', company: null, remark: null };
    }),
  ];
}

function asideOf(
  entry: CuratedEntry,
  why: AsideReason,
  remark: LocalizedText | '' | null,
): AsideEntry {
  const { id, title, date, precision, company } = showEntry(entry);
  return { id, why, title, date, precision, company, remark: remark || null };
}

const inBoth = (text: string): LocalizedText => ({ en: text, zh: text });
