import type { EntryCuration, FacetEdit } from './entry-curation';
import type { PackOrigin } from './pack-origin';
import { isOwnId, LONGEST_REMARK } from './entry-curation';
import { contentOf, type Facets, facetsOf } from './facet';
import { FACET_NAMES, type FacetName } from './facet-name';
import { asRecord, type PlainRecord } from './field-reader';
import { ANNOUNCEMENT_ID, readContent } from './read-content';

/** Null for a stored value that is no overlay. Nothing of one is repaired: it would be another one. */
export function readEntryCuration(value: unknown): EntryCuration | null {
  const record = asRecord(value);
  const id = record?.['id'];
  if (!record || typeof id !== 'string' || !ANNOUNCEMENT_ID.test(id)) return null;
  const own = record['own'] === null ? null : readOwn(record['own']);
  const facets = readEdits(record['facets']);
  const remarks = readRemarks(record);
  if (own === undefined || facets === null || remarks === null) return null;
  return isOwnId(id) === (own !== null) ? { id, own, facets, ...remarks } : null;
}

function readRemarks(record: PlainRecord): Omit<EntryCuration, 'id' | 'own' | 'facets'> | null {
  const { hidden, wrong, annotation, mergedInto } = record;
  const origin = record['origin'] === null ? null : asOrigin(record['origin']);
  if (typeof hidden !== 'boolean' || origin === undefined) return null;
  if (!isRemark(wrong) || !isRemark(annotation) || !isRemark(mergedInto)) return null;
  return { hidden, wrong, annotation, mergedInto, origin };
}

function readOwn(value: unknown): EntryCuration['own'] | undefined {
  const { content, faults } = readContent(value);
  return faults.length === 0 ? content : undefined;
}

function readEdits(value: unknown): EntryCuration['facets'] | null {
  const record = asRecord(value);
  if (!record) return null;
  const edits: Partial<Record<FacetName, FacetEdit>> = {};
  for (const [name, edit] of Object.entries(record)) {
    const known = FACET_NAMES.find((each) => each === name);
    const values = asRecord(edit);
    if (!known || !values) return null;
    const { base, mine } = values;
    if (!isFacet(known, base) || !isFacet(known, mine)) return null;
    edits[known] = { base, mine } as FacetEdit;
  }
  return edits as EntryCuration['facets'];
}

/** Puts the part into an announcement that is good otherwise, and reads that. */
function isFacet(name: FacetName, value: unknown): boolean {
  if (value === undefined) return false;
  const facets = { ...facetsOf(SOUND), [name]: value } as Facets;
  return readContent(contentOf(facets)).faults.length === 0;
}

const SOUND = readContent({
  ...{ date: '2000-01-01', company: 'x', kind: 'cpu', stage: 'planned', claim: 'reported' },
}).content;

function isRemark(value: unknown): value is string | null {
  return value === null || (typeof value === 'string' && value.length <= LONGEST_REMARK);
}

function asOrigin(value: unknown): PackOrigin | undefined {
  const record = asRecord(value);
  const pack = record?.['pack'];
  const confirmed = record?.['confirmed'];
  if (typeof pack !== 'string' || typeof confirmed !== 'boolean') return undefined;
  return { pack, confirmed };
}
