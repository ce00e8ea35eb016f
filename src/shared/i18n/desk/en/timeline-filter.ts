import type { Facet } from '../../../domain/announcement-filter/announcement-filter';

const facets: Record<Facet, string> = {
  kind: 'Kind',
  company: 'Company',
  programme: 'Programme',
  stage: 'Stage',
  claim: 'Claim',
  workload: 'Workload',
  isa: 'ISA',
  foundry: 'Foundry',
  tier: 'Source tier',
  ticker: 'Listed company',
};

/** Foundries as each language writes them; the others stay as the record has them. */
const foundries = {
  TSMC: 'TSMC',
  Samsung: 'Samsung',
  SMIC: 'SMIC',
  Intel: 'Intel',
  GlobalFoundries: 'GlobalFoundries',
  UMC: 'UMC',
};

/** Texts of the filters of the timeline. */
export const enTimelineFilter = {
  facets,
  foundries,
  notStated: 'not stated',
  anyContext: 'Market context',
  followLabel: 'What the list follows',
  follow: { all: 'All', company: 'Company', visible: 'In view' },
  followHelp: {
    all: 'The whole record',
    company: 'Announcements that name the charted company',
    visible: 'Announcements of the dates that the chart shows',
  },
  search: 'Filter by text, in English, Chinese or pinyin',
  searchHint: 'Filter (/)',
  open: 'Filters',
  openWith: (n: number) => (n === 1 ? 'Filters: 1 chosen' : `Filters: ${n} chosen`),
  quick: 'Kinds',
  more: (n: number) => `${n} more`,
  fewer: 'Fewer',
  anyOf: (facet: string) => `${facet}: any`,
  active: 'Filters in force',
  remove: (facet: string, value: string) => `Remove ${facet}: ${value}`,
  removeText: (text: string) => `Remove the text “${text}”`,
  text: (text: string) => `“${text}”`,
  clearAll: 'Clear all',
  outside: 'outside the filter',
  outsideHelp: 'The filter hides it; it is here because it was asked for.',
  saved: 'Saved filters',
  savedNone: 'None is saved yet. Choose a filter, then save it here under a name.',
  saveThis: 'Save the filter of now …',
  nameLabel: 'Name of the filter',
  save: 'Save',
  use: (name: string) => `Use the filter “${name}”`,
  inForce: 'in force',
  rename: (name: string) => `Rename the filter “${name}”`,
  removeSaved: (name: string) => `Delete the filter “${name}”`,
  replaces: (name: string) => `Replaces the filter “${name}”.`,
  refused: {
    'too-many': 'There are 100 saved filters, more are not kept. Delete one, then save again.',
    unknown: 'That filter is not there any more. The others are as they were.',
    'name-taken': 'Another filter has that name. Both are as they were; choose another name.',
  },
  density: { comfortable: 'Show more of each announcement', compact: 'Show one line for each' },
  emptyFilter: 'Nothing in the record answers this filter.',
  emptyVisible: 'No announcement falls on the dates that the chart shows.',
  hiddenMarkers: (n: number) => (n === 1 ? '1 hidden by filter' : `${n} hidden by filter`),
  showHidden: 'Clear the filter, so that all announcements are marked',
};

export type TimelineFilterMessages = typeof enTimelineFilter;
