import type { Company } from '../announcement/announcement';
import { checkContent, type KnownNames } from '../announcement/curation/check-content';
import type { ContentFault } from '../announcement/curation/content-fault';
import { isOwnId, OWN_PREFIX } from '../announcement/curation/entry-curation';
import { type AnnouncementContent, changedFacets, facetsOf } from '../announcement/curation/facet';
import type { FacetName } from '../announcement/curation/facet-name';
import type { CuratedEntry } from '../announcement/curation/curated-entry';
import { ownCompanyId } from '../announcement/curation/own-company';
import type { LocalizedText } from '../text/localized-text';
import { idFromContent } from './entry-json';
import type { Pack, PackEntry, PackRow } from './pack';

/** What the record and the user's entries are, for the comparison with a pack. */
export interface PackWorld {
  readonly entries: ReadonlyMap<string, CuratedEntry>;
  readonly companies: readonly Company[];
  readonly known: KnownNames;
}

/** What would become of one row of a pack. */
export interface PreparedRow {
  readonly number: number;
  readonly verdict: 'new' | 'changes' | 'same' | 'refused';
  /** Of the entry that it would become or change. */
  readonly id: string;
  readonly content: AnnouncementContent;
  readonly annotation: string | null;
  readonly wrong: string | null;
  /** Where it differs from the entry that is there. */
  readonly changed: readonly FacetName[];
  /** True where it would change a remark of the user's. */
  readonly remarks: boolean;
  readonly faults: readonly ContentFault[];
  /** The pack says it again under an identity that it has already used. */
  readonly repeated: boolean;
  /** Fields, programmes and chips that nothing here knows. */
  readonly leftOut: readonly string[];
  /** True where the pack alone says that the claim is confirmed. */
  readonly confirmed: boolean;
}

/** Compares a pack with what is there; nothing is changed. */
export function previewPack(pack: Pack, world: PackWorld): readonly PreparedRow[] {
  const companyOf = companyFinder(pack.companies, world.companies);
  const used = new Set<string>();
  return pack.rows.map((row) => {
    const id = targetId(row, world.entries);
    const repeated = used.has(id);
    used.add(id);
    return prepare(row, { id, repeated, company: companyOf(row.entry.content.company) }, world);
  });
}

interface Target {
  readonly id: string;
  readonly repeated: boolean;
  readonly company: string;
}

function prepare(row: PackRow, { id, repeated, company }: Target, world: PackWorld): PreparedRow {
  const { known, entries } = world;
  const { annotation, wrong, content: named } = row.entry;
  const programmes = named.programmes.filter((each) => known.programmes.has(each));
  const chips = named.chips.filter((each) => known.chips.has(each));
  const content = { ...named, company, programmes, chips };
  const faults = row.faults.length > 0 ? row.faults : checkContent(id, content, known);
  const there = entries.get(id);
  const changed = there ? changedFacets(facetsOf(there.content), facetsOf(content)) : [];
  const remarks = changesRemarks(row.entry, there);
  const isGood = !repeated && faults.length === 0;
  return {
    ...{ number: row.number, id, content, annotation, wrong, changed, remarks, faults, repeated },
    verdict: isGood ? verdictOf(there, changed.length > 0 || remarks) : 'refused',
    leftOut: [
      ...row.unknown,
      ...named.programmes.filter((each) => !programmes.includes(each)),
      ...named.chips.filter((each) => !chips.includes(each)),
    ],
    confirmed: content.claim === 'confirmed' && there?.content.claim !== 'confirmed',
  };
}

function verdictOf(there: CuratedEntry | undefined, differs: boolean): PreparedRow['verdict'] {
  if (!there) return 'new';
  return differs ? 'changes' : 'same';
}

/** A pack without a remark leaves the one that may be there. */
function changesRemarks(
  { annotation, wrong }: PackEntry,
  there: CuratedEntry | undefined,
): boolean {
  const { annotation: note = null, wrong: reason = null } = there?.curation ?? {};
  return (annotation !== null && annotation !== note) || (wrong !== null && wrong !== reason);
}

/** An identity of the record stands for that entry; every other one is of the user's own. */
function targetId(row: PackRow, entries: ReadonlyMap<string, CuratedEntry>): string {
  const { id } = row.entry;
  if (id === null) return idFromContent(row);
  return entries.has(id) || isOwnId(id) ? id : OWN_PREFIX + id;
}

/** Companies are known by key, or by either name; others become the user's own. */
function companyFinder(
  named: ReadonlyMap<string, LocalizedText>,
  companies: readonly Company[],
): (company: string) => string {
  const keys = new Map<string, string>();
  for (const { id, name } of companies) {
    for (const text of [name.en, name.zh]) keys.set(text.toLowerCase(), id);
  }
  const ids = new Set(companies.map(({ id }) => id));
  return (company) => {
    if (company === '' || ids.has(company) || isOwnId(company)) return company;
    const { en = '', zh = '' } = named.get(company) ?? {};
    const names = [company, en, zh].filter((text) => text !== '');
    const known = names.map((text) => keys.get(text.toLowerCase())).find((id) => id !== undefined);
    return known ?? ownCompanyId(en || zh || company);
  };
}
