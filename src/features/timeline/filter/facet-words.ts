import type { Facet } from '../../../shared/domain/announcement-filter/announcement-filter';
import {
  CONTEXT_PREFIX,
  NOT_STATED,
} from '../../../shared/domain/announcement-filter/filter-subject';
import type { Desk } from '../../../state/desk.svelte';
import { tickerLabel } from '../ticker-label';

type Words = Pick<Desk, 't' | 'timeline' | 'settings' | 'instruments'>;

/** What a value of a facet is called; the value itself where the record does not know it any more. */
export function facetValueWords(facet: Facet, value: string, desk: Words): string {
  if (value === NOT_STATED) return desk.t.timelineFilter.notStated;
  const { locale } = desk.settings;
  const { timeline } = desk.t;
  switch (facet) {
    case 'company':
      return desk.timeline.companyName(value, locale);
    case 'programme':
      return desk.timeline.programmeName(value, locale);
    case 'ticker':
      return listedCompanyWords(value, desk);
    case 'foundry':
      return known(desk.t.timelineFilter.foundries, value);
    case 'kind':
      return kindWords(value, desk);
    case 'stage':
      return known(timeline.stages, value);
    case 'claim':
      return known(timeline.claims, value);
    case 'workload':
      return known(timeline.workloads, value);
    case 'tier':
      return known(timeline.tiers, value);
    case 'isa':
      return value;
  }
}

function kindWords(value: string, { t }: Words): string {
  if (value === 'context') return t.timelineFilter.anyContext;
  return value.startsWith(CONTEXT_PREFIX)
    ? known(t.timeline.contextKinds, value.slice(CONTEXT_PREFIX.length))
    : known(t.timeline.kinds, value);
}

/** By name and by one of its tickers, as lists of quotes have it. */
function listedCompanyWords(value: string, { timeline, instruments, settings }: Words): string {
  const [line] = timeline.filters.linesOf(value);
  if (line === undefined) return value;
  return `${instruments.nameOf(line, settings.locale)} · ${tickerLabel(line, instruments)}`;
}

function known(words: Readonly<Record<string, string>>, value: string): string {
  return words[value] ?? value;
}
