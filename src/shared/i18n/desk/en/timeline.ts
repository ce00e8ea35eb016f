import type {
  AnnouncementKind,
  Claim,
  ContextKind,
  DatePrecision,
  Relation,
  Role,
  SourceTier,
  Stage,
} from '../../../domain/announcement/announcement';
import type { Workload } from '../../../domain/announcement/programme';

const stages: Record<Stage, string> = {
  planned: 'planned',
  designing: 'in design',
  announced: 'announced',
  'taped-out': 'taped out',
  sampling: 'sampling',
  production: 'in production',
  deployed: 'deployed',
  cancelled: 'cancelled',
  context: 'context',
};

const claims: Record<Claim, string> = {
  rumoured: 'rumoured',
  reported: 'reported',
  confirmed: 'confirmed',
};

const claimHelp: Record<Claim, string> = {
  rumoured: 'Neither the company nor named media stand behind it',
  reported: 'By named media; not confirmed by the company',
  confirmed: 'By the company itself or a government',
};

const kinds: Record<AnnouncementKind, string> = {
  cpu: 'CPU',
  accelerator: 'accelerator',
  soc: 'SoC',
  video: 'video chip',
  dpu: 'DPU',
  modem: 'modem',
  networking: 'networking chip',
  context: 'market',
};

const contextKinds: Record<ContextKind, string> = {
  shortage: 'shortage',
  capacity: 'capacity',
  'trade-rule': 'trade rule',
  subsidy: 'subsidy',
  'price-move': 'share price',
  listing: 'listing',
  deal: 'deal',
  acquisition: 'acquisition',
  'user-of-chips': 'user of chips',
  denial: 'denial',
  other: 'other',
};

const relations: Record<Relation, string> = {
  confirms: 'confirms',
  denies: 'denies',
  updates: 'updates',
  corrects: 'corrects',
  repeats: 'repeats',
};

const workloads: Record<Workload, string> = {
  training: 'training',
  inference: 'inference',
  both: 'training and inference',
  general: 'general purpose',
  'n/a': '',
};

const roles: Record<Role, string> = {
  owner: 'owner',
  partner: 'partner',
  foundry: 'foundry',
  supplier: 'supplier',
  competitor: 'competitor',
  customer: 'customer',
  related: 'related',
};

const tiers: Record<SourceTier, string> = {
  primary: 'primary',
  press: 'press',
  other: 'other',
};

const knownTo: Record<DatePrecision, string> = {
  day: 'day',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
};

/** Texts of the timeline. */
export const enTimeline = {
  title: 'Timeline',
  count: (shown: number, all: number) => (shown === all ? `${all}` : `${shown} of ${all}`),
  search: 'Search announcements',
  stages,
  claims,
  claimHelp,
  contextHelp: (kind: string) => `Market context, no news of a chip: ${kind}`,
  kinds,
  contextKinds,
  workloads,
  precisions: knownTo,
  roles,
  tiers,
  sources: (n: number) => (n === 1 ? '1 source' : `${n} sources`),
  notVerified: 'not verified',
  notVerifiedHelp: 'No text that supports this date and claim has been read for this entry.',
  moreTickers: (n: number) => `+${n}`,
  loading: 'Loading the announcements',
  emptyTitle: 'No announcements here',
  emptyCompany: (company: string) => `No announcement names ${company}.`,
  showAll: 'Show all',
  failedTitle: 'The announcements could not be read',
  retry: 'Try again',
  loadingCard: 'Loading the details',
  facts: {
    programme: 'Programme',
    chips: 'Chips',
    published: 'Published',
    firstSession: 'First session to react',
    stage: 'Stage',
    process: 'Process',
    foundry: 'Foundry',
    isa: 'ISA',
    workload: 'Workload',
    partners: 'Design partners',
    reporter: 'First reported by',
  },
  listSeparator: ', ',
  onlyProgramme: (programme: string) => `Show only what is about ${programme}`,
  predecessor: (chip: string) => `follows ${chip}`,
  firstSession: (date: string, code: string) => `${date} (${code})`,
  publishedAt: (date: string, time: string | null, zone: string) =>
    time === null ? `${date}, ${zone}` : `${date}, ${time} ${zone}`,
  chainTitle: 'Earlier and later claims',
  relations,
  firstClaim: 'first claim',
  thisClaim: 'this entry',
  goToClaim: (title: string) => `Show: ${title}`,
  companiesTitle: 'Listed companies',
  chartIt: (name: string) => `Show ${name} on the chart`,
  noPrice: 'no price',
  simulatedTag: 'SIM',
  simulatedHelp: 'Simulated price',
  sourcesTitle: 'Sources',
  openSource: (publisher: string, host: string) => `Open ${publisher} at ${host} in the browser`,
  estimatedDate: (date: string) => `≈ ${date}`,
  estimatedHelp: 'The date on the page itself was not seen',
  undated: 'no date',
  note: 'Note',
  noteLanguage: '',
  places: {
    session: (code: string, date: string) => `On the chart of ${code}: session of ${date}`,
    shifted: (code: string, published: string, date: string) =>
      `${published} was no trading day for ${code}: shown at the next session, ${date}`,
    span: (code: string, precision: DatePrecision, from: string, to: string) =>
      `Known to the ${knownTo[precision]} only: marked on ${code} from ${from} to ${to}`,
    before: (code: string, first: string) =>
      `Before the history of ${code}, whose first bar is ${first}`,
    after: (code: string, last: string) => `After the last bar of ${code}, ${last}`,
    gap: (code: string) => `The session is missing in the bars of ${code}`,
    noBars: (code: string) => `No bars of ${code} to place it on`,
  },
  moreOnSession: (n: number) => (n === 1 ? 'and 1 more' : `and ${n} more`),
};

export type TimelineMessages = typeof enTimeline;
