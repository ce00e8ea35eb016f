import type { Announcement } from '../../shared/domain/announcement/announcement';
import {
  checkContent,
  type KnownNames,
} from '../../shared/domain/announcement/curation/check-content';
import type { ContentFault } from '../../shared/domain/announcement/curation/content-fault';
import type { AnnouncementContent } from '../../shared/domain/announcement/curation/facet';
import { ownCompanyId } from '../../shared/domain/announcement/curation/own-company';
import { readContent } from '../../shared/domain/announcement/curation/read-content';

/** What the fields of the form hold: an announcement as texts. */
export interface FormFields {
  date: string;
  precision: Announcement['precision'];
  zone: string;
  time: string;
  /** As it is written; a name of the record stands for its key. */
  company: string;
  programmes: readonly string[];
  chips: readonly string[];
  label: { en: string; zh: string };
  kind: Announcement['kind'];
  contextKind: NonNullable<Announcement['contextKind']>;
  workload: Announcement['workload'];
  stage: Announcement['stage'];
  claim: Announcement['claim'];
  process: string;
  foundry: string;
  isa: string;
  /** One on each line. */
  designPartners: string;
  title: { en: string; zh: string };
  summary: { en: string; zh: string };
  instruments: { instrument: string; role: Announcement['instruments'][number]['role'] }[];
  sources: {
    publisher: string;
    url: string;
    date: string;
    dateEstimated: boolean;
    tier: Announcement['sources'][number]['tier'];
    basis: Announcement['sources'][number]['basis'];
  }[];
  verified: boolean;
  originalReporter: string;
  refersTo: { id: string; relation: Announcement['refersTo'][number]['relation'] }[];
}

/** The form of one announcement: its fields, and what is wrong with them. */
export class EntryForm {
  fields: FormFields = $state() as FormFields;
  readonly #id: string | null;
  readonly #note: string | null;
  readonly #known: KnownNames;
  readonly #companyKeys: ReadonlyMap<string, string>;

  /** @param companyKeys - names of companies in small letters -> their keys */
  constructor(
    id: string | null,
    content: AnnouncementContent,
    companyName: string,
    known: KnownNames,
    companyKeys: ReadonlyMap<string, string>,
  ) {
    this.#id = id;
    this.#note = content.note;
    this.#known = known;
    this.#companyKeys = companyKeys;
    this.fields = fieldsOf(content, companyName);
  }

  /** The fields as an announcement that is yet to be checked. */
  readonly #raw: object = $derived.by(() => {
    const { zone, time, company, designPartners, ...rest } = $state.snapshot(this.fields);
    const name = company.trim();
    const isContext = rest.kind === 'context';
    return {
      ...rest,
      at: zone === '' && time === '' ? null : { zone, time: time || null },
      company: this.#companyKeys.get(name.toLowerCase()) ?? (name && ownCompanyId(name)),
      contextKind: isContext ? rest.contextKind : null,
      stage: isContext ? 'context' : rest.stage,
      designPartners: designPartners.split('\n').filter((line) => line.trim() !== ''),
      sources: rest.sources.map((source) => ({ ...source, date: source.date || null })),
      note: this.#note,
    };
  });

  readonly #reading = $derived(readContent(this.#raw));

  readonly content: AnnouncementContent = $derived(this.#reading.content);

  readonly faults: readonly ContentFault[] = $derived.by(() => {
    const { faults, content } = this.#reading;
    const faulty = new Set(faults.map(({ field }) => field));
    const others = checkContent(this.#id, content, this.#known);
    return [...faults, ...others.filter(({ field }) => !faulty.has(field))];
  });
}

function fieldsOf(content: AnnouncementContent, companyName: string): FormFields {
  const { at, label, stage, contextKind } = content;
  return {
    ...{ date: content.date, precision: content.precision, company: companyName },
    ...{ zone: at?.zone ?? '', time: at?.time ?? '' },
    ...{ programmes: content.programmes, chips: content.chips },
    label: { en: label?.en ?? '', zh: label?.zh ?? '' },
    ...{ kind: content.kind, contextKind: contextKind ?? 'other', workload: content.workload },
    ...{ stage: stage === 'context' ? 'announced' : stage, claim: content.claim },
    ...textsOf(content),
    designPartners: content.designPartners.join('\n'),
    ...{ title: { ...content.title }, summary: { ...content.summary } },
    instruments: content.instruments.map((each) => ({ ...each })),
    sources: content.sources.map((each) => ({ ...each, date: each.date ?? '' })),
    verified: content.verified,
    refersTo: content.refersTo.map((each) => ({ ...each })),
  };
}

function textsOf({ process, foundry, isa, originalReporter }: AnnouncementContent) {
  return {
    process: process ?? '',
    foundry: foundry ?? '',
    isa: isa ?? '',
    originalReporter: originalReporter ?? '',
  };
}
