import type { Announcement } from '../announcement';
import { FACET_NAMES, type FacetName } from './facet-name';
import { isSameValue } from './same-value';

/** All that an announcement says, without its identity. */
export type AnnouncementContent = Omit<Announcement, 'id'>;

/**
 * The parts of an announcement that are edited, compared and merged as one: what makes sense only
 * together (a date and its precision, a kind and its stage) is one part, the languages of a text
 * are two.
 */
export interface Facets {
  readonly when: Pick<Announcement, 'date' | 'precision' | 'at'>;
  readonly company: string;
  readonly about: Pick<Announcement, 'programmes' | 'chips'>;
  readonly label: Announcement['label'];
  readonly nature: Pick<Announcement, 'kind' | 'contextKind' | 'stage'>;
  readonly claim: Announcement['claim'];
  readonly workload: Announcement['workload'];
  readonly titleEn: string;
  readonly titleZh: string;
  readonly summaryEn: string;
  readonly summaryZh: string;
  readonly process: Announcement['process'];
  readonly foundry: Announcement['foundry'];
  readonly isa: Announcement['isa'];
  readonly designPartners: Announcement['designPartners'];
  readonly instruments: Announcement['instruments'];
  readonly sources: Announcement['sources'];
  readonly verified: boolean;
  readonly note: Announcement['note'];
  readonly originalReporter: Announcement['originalReporter'];
  readonly refersTo: Announcement['refersTo'];
}

/** Takes an announcement apart. */
export function facetsOf(content: AnnouncementContent): Facets {
  const { date, precision, at, programmes, chips, kind, contextKind, stage } = content;
  const { title, summary } = content;
  return {
    when: { date, precision, at },
    company: content.company,
    about: { programmes, chips },
    label: content.label,
    nature: { kind, contextKind, stage },
    claim: content.claim,
    workload: content.workload,
    titleEn: title.en,
    titleZh: title.zh,
    summaryEn: summary.en,
    summaryZh: summary.zh,
    process: content.process,
    foundry: content.foundry,
    isa: content.isa,
    designPartners: content.designPartners,
    instruments: content.instruments,
    sources: content.sources,
    verified: content.verified,
    note: content.note,
    originalReporter: content.originalReporter,
    refersTo: content.refersTo,
  };
}

/** Puts an announcement together again: `contentOf(facetsOf(content))` is the content. */
export function contentOf(facets: Facets): AnnouncementContent {
  return {
    ...facets.when,
    company: facets.company,
    ...facets.about,
    label: facets.label,
    ...facets.nature,
    workload: facets.workload,
    claim: facets.claim,
    process: facets.process,
    foundry: facets.foundry,
    designPartners: facets.designPartners,
    isa: facets.isa,
    title: { en: facets.titleEn, zh: facets.titleZh },
    summary: { en: facets.summaryEn, zh: facets.summaryZh },
    instruments: facets.instruments,
    sources: facets.sources,
    verified: facets.verified,
    note: facets.note,
    originalReporter: facets.originalReporter,
    refersTo: facets.refersTo,
  };
}

/** The parts in which two announcements differ. */
export function changedFacets(one: Facets, other: Facets): readonly FacetName[] {
  return FACET_NAMES.filter((name) => !isSameValue(one[name], other[name]));
}
