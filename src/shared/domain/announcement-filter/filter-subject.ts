import type { AnnouncementSummary } from '../announcement/announcement';
import { type Instrument, splitInstrumentId, type InstrumentId } from '../instrument/instrument';
import type { LocalizedText } from '../text/localized-text';
import { NO_READINGS, type Readings } from '../text/readings';
import { type SearchText, searchText } from '../text/text-search';
import type { Facet } from './announcement-filter';
import { foundries, instructionSets } from './stated-facts';

/** Stands for what an entry about a chip does not tell. */
export const NOT_STATED = 'not-stated';
/** Before the kind of market context: `context/shortage`. All of it is `context` as well. */
export const CONTEXT_PREFIX = 'context/';

/** An announcement as filters see it. */
export interface FilterSubject {
  readonly id: string;
  readonly values: Readonly<Record<Facet, readonly string[]>>;
  /** Names and titles in both languages. */
  readonly texts: readonly SearchText[];
}

/** What the keys of an announcement stand for; undefined for a key that the record does not know. */
export interface RecordNames {
  readonly company: (id: string) => LocalizedText | undefined;
  readonly programme: (id: string) => LocalizedText | undefined;
  readonly chip: (id: string) => LocalizedText | undefined;
  readonly instrument: (id: string) => Instrument | undefined;
}

type Asked = Pick<
  AnnouncementSummary,
  | 'id'
  | 'date'
  | 'company'
  | 'programmes'
  | 'chips'
  | 'label'
  | 'kind'
  | 'contextKind'
  | 'workload'
  | 'stage'
  | 'claim'
  | 'process'
  | 'isa'
  | 'foundry'
  | 'designPartners'
  | 'title'
  | 'instruments'
  | 'sourceTiers'
>;

/**
 * Reads an announcement for filters. Market context has no stage and no claim about a chip, and leaves
 * nothing unstated; a chip for training and inference is for each of the two.
 */
export function filterSubject(
  announcement: Asked,
  names: RecordNames,
  readings: Readings = NO_READINGS,
): FilterSubject {
  const { company, programmes, sourceTiers } = announcement;
  return {
    id: announcement.id,
    values: {
      ...chipValues(announcement),
      kind: kindsOf(announcement),
      company: [company],
      programme: programmes,
      tier: sourceTiers,
      ticker: listedCompanies(announcement, names),
    },
    texts: textsOf(announcement, names, readings),
  };
}

/** The key of a listed company: what all its lines share, else the instrument itself. */
export function listedCompanyOf(symbol: string, instrument: Instrument | undefined): string {
  return instrument?.issuer ?? symbol;
}

function chipValues({
  stage,
  claim,
  workload,
  isa,
  foundry,
}: Asked): Pick<FilterSubject['values'], 'stage' | 'claim' | 'workload' | 'isa' | 'foundry'> {
  const isChip = stage !== 'context';
  const unstated = isChip ? [NOT_STATED] : [];
  const workloads = workload === 'both' ? ['training', 'inference'] : [workload];
  return {
    stage: isChip ? [stage] : [],
    claim: isChip ? [claim] : [],
    workload: workload === 'n/a' ? unstated : workloads,
    isa: isa === null ? unstated : instructionSets(isa),
    foundry: foundry === null ? unstated : foundries(foundry),
  };
}

function kindsOf({ kind, contextKind }: Asked): readonly string[] {
  return contextKind === null ? [kind] : [kind, `${CONTEXT_PREFIX}${contextKind}`];
}

function listedCompanies({ instruments }: Asked, { instrument }: RecordNames): readonly string[] {
  const keys = instruments.map((role) =>
    listedCompanyOf(role.instrument, instrument(role.instrument)),
  );
  return [...new Set(keys)];
}

function textsOf(
  announcement: Asked,
  names: RecordNames,
  readings: Readings,
): readonly SearchText[] {
  const listed = announcement.instruments.map(({ instrument }) => instrument);
  const known = [
    names.company(announcement.company),
    announcement.label,
    ...announcement.programmes.map((id) => names.programme(id)),
    ...announcement.chips.map((id) => names.chip(id)),
    ...listed.map((id) => names.instrument(id)?.name),
  ].filter((name) => name !== undefined && name !== null);
  const words = [
    ...listed.flatMap((id) => codesOf(id, names.instrument(id))),
    ...announcement.designPartners,
    ...[announcement.process, announcement.foundry, announcement.isa].filter(
      (fact) => fact !== null,
    ),
    announcement.date,
  ];
  return [
    ...once(known.flatMap(({ en, zh }) => [en, zh])).map((name) =>
      searchText(name, { readings, isName: true }),
    ),
    ...[announcement.title.en, announcement.title.zh].map((title) =>
      searchText(title, { readings }),
    ),
    ...once(words).map((word) => searchText(word)),
  ];
}

function codesOf(symbol: string, instrument: Instrument | undefined): readonly string[] {
  return [splitInstrumentId(symbol as InstrumentId).code, ...(instrument?.aliases ?? [])];
}

function once(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
