import {
  ANNOUNCEMENT_KINDS,
  type AnnouncementSource,
  type ClaimReference,
  CLAIMS,
  CONTEXT_KINDS,
  type ContextKind,
  DATE_PRECISIONS,
  type InstrumentRole,
  RELATIONS,
  ROLES,
  SOURCE_BASES,
  SOURCE_TIERS,
  STAGES,
} from '../announcement';
import { WORKLOADS } from '../programme';
import { isCalendarDate } from '../../calendar/calendar-date';
import { isInstrumentId } from '../../instrument/instrument';
import { cleanText } from './clean-text';
import type { ContentFault } from './content-fault';
import type { AnnouncementContent } from './facet';
import { asRecord, FieldReader, type PlainRecord } from './field-reader';
import { LONGEST_COMPANY } from './own-company';
import { readMoment } from './read-moment';
import { hostOfAddress, isWebAddress } from './web-address';

/** Longest texts, in characters, and most items of lists. */
export const CONTENT_LIMITS = {
  ...{ title: 300, summary: 4000, short: 200, note: 2000 },
  ...{ programmes: 20, chips: 40, partners: 30, instruments: 60, sources: 40, references: 40 },
} as const;

/** Of an announcement: the record's, or the user's own. */
export const ANNOUNCEMENT_ID = /^(user:)?[a-z0-9]+(-[a-z0-9]+)*$/;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export interface ContentReading {
  /** All that could be read; only good where there are no faults. */
  readonly content: AnnouncementContent;
  readonly faults: readonly ContentFault[];
  /** Names of fields that no announcement has. They are not taken over. */
  readonly unknown: readonly string[];
}

/**
 * Reads an announcement of unknown origin: a form, a stored row, a file. Known fields are checked for
 * type, length and choice, texts are cleaned; what may be left out has the value that says nothing.
 * Whether the whole makes sense is for `checkContent`.
 *
 * @param also - names of fields that others read
 */
export function readContent(value: unknown, also: readonly string[] = []): ContentReading {
  const record = asRecord(value);
  const reader = new FieldReader(record ?? {});
  if (record === null) reader.note('id', 'wrong-type');
  const kind = reader.choice('kind', ANNOUNCEMENT_KINDS, null);
  const content: AnnouncementContent = {
    date: readDate(reader),
    precision: reader.choice('precision', DATE_PRECISIONS, 'day'),
    at: readMoment(record?.['at'] ?? null, reader),
    company: readCompany(reader),
    programmes: readSlugs(reader, 'programmes', CONTENT_LIMITS.programmes),
    chips: readSlugs(reader, 'chips', CONTENT_LIMITS.chips),
    label: readLabel(reader),
    kind,
    contextKind: readContextKind(reader, record),
    workload: reader.choice('workload', WORKLOADS, kind === 'context' ? 'n/a' : 'general'),
    stage: reader.choice('stage', STAGES, kind === 'context' ? 'context' : null),
    claim: reader.choice('claim', CLAIMS, null),
    process: reader.line('process', CONTENT_LIMITS.short),
    foundry: reader.line('foundry', CONTENT_LIMITS.short),
    designPartners: readPartners(reader),
    isa: reader.line('isa', CONTENT_LIMITS.short),
    title: reader.localized('title', CONTENT_LIMITS.title),
    summary: reader.localized('summary', CONTENT_LIMITS.summary, cleanText),
    instruments: readInstruments(reader),
    sources: readSources(reader),
    verified: reader.flag('verified', false),
    note: reader.text('note', CONTENT_LIMITS.note),
    originalReporter: reader.line('originalReporter', CONTENT_LIMITS.short),
    refersTo: readReferences(reader),
  };
  const known = new Set([...Object.keys(content), ...also]);
  const unknown = Object.keys(record ?? {}).filter((name) => !known.has(name));
  return { content, faults: reader.faults, unknown };
}

function readDate(reader: FieldReader): string {
  const date = reader.line('date', 10) ?? '';
  if (date === '') reader.note('date', 'missing');
  else if (!isCalendarDate(date)) reader.note('date', 'no-such-date');
  return date;
}

function readCompany(reader: FieldReader): string {
  const company = reader.line('company', LONGEST_COMPANY + 'user:'.length) ?? '';
  if (company === '' || company === 'user:') reader.note('company', 'missing');
  return company;
}

function readLabel(reader: FieldReader): AnnouncementContent['label'] {
  const label = reader.localized('label', CONTENT_LIMITS.short);
  return label.en === '' && label.zh === '' ? null : label;
}

function readContextKind(reader: FieldReader, record: PlainRecord | null): ContextKind | null {
  const isNone = (record?.['contextKind'] ?? null) === null;
  return isNone ? null : reader.choice('contextKind', CONTEXT_KINDS, null);
}

function readSlugs(
  reader: FieldReader,
  field: 'programmes' | 'chips',
  most: number,
): readonly string[] {
  return [...new Set(reader.list(field, most, (each) => reader.identity(field, each, SLUG)))];
}

function readPartners(reader: FieldReader): readonly string[] {
  return reader.list('designPartners', CONTENT_LIMITS.partners, (each) =>
    reader.textOf(each, 'designPartners', CONTENT_LIMITS.short),
  );
}

function readInstruments(reader: FieldReader): readonly InstrumentRole[] {
  return reader.list('instruments', CONTENT_LIMITS.instruments, (each) => {
    const record = asRecord(each);
    const instrument = record?.['instrument'];
    const role = ROLES.find((known) => known === (record?.['role'] ?? 'related'));
    if (typeof instrument !== 'string' || !isInstrumentId(instrument)) {
      reader.note('instruments', 'bad-identity');
      return null;
    }
    if (role === undefined) {
      reader.note('instruments', 'not-a-choice');
      return null;
    }
    return { instrument, role };
  });
}

function readSources(reader: FieldReader): readonly AnnouncementSource[] {
  return reader.list('sources', CONTENT_LIMITS.sources, (each) => readSource(each, reader));
}

function readSource(value: unknown, reader: FieldReader): AnnouncementSource | null {
  const record = asRecord(value);
  const url = typeof record?.['url'] === 'string' ? record['url'].trim() : '';
  if (record === null || !isWebAddress(url)) {
    reader.note('sources', 'bad-address');
    return null;
  }
  const date = reader.textOf(record['date'], 'sources', 10);
  if (date !== null && !isCalendarDate(date)) reader.note('sources', 'no-such-date');
  const tier = SOURCE_TIERS.find((known) => known === (record['tier'] ?? 'other'));
  const basis = SOURCE_BASES.find((known) => known === (record['basis'] ?? 'cited'));
  if (!tier || !basis) reader.note('sources', 'not-a-choice');
  return {
    publisher:
      reader.textOf(record['publisher'], 'sources', CONTENT_LIMITS.short) ?? hostOfAddress(url),
    url,
    date,
    dateEstimated: record['dateEstimated'] === true,
    tier: tier ?? 'other',
    basis: basis ?? 'cited',
  };
}

function readReferences(reader: FieldReader): readonly ClaimReference[] {
  return reader.list('refersTo', CONTENT_LIMITS.references, (each) => {
    const record = asRecord(each);
    const relation = RELATIONS.find((known) => known === record?.['relation']);
    const id = reader.identity('refersTo', record?.['id'], ANNOUNCEMENT_ID);
    if (!relation) reader.note('refersTo', 'not-a-choice');
    return id === null || !relation ? null : { id, relation };
  });
}
