import type { Programme } from '../../shared/domain/announcement/programme';
import { hostOfAddress } from '../../shared/domain/announcement/curation/web-address';
import type { AnnouncementContent } from '../../shared/domain/announcement/curation/facet';
import { isCalendarDate } from '../../shared/domain/calendar/calendar-date';
import type { DraftPrefill } from '../../state/curation-state.svelte';

/**
 * A new announcement with what is known of it. What it claims is *reported* unless the user chooses
 * otherwise, and nobody has read its source.
 *
 * @param now - UTC milliseconds
 */
export function draftContent(
  prefill: DraftPrefill,
  programmeOf: (id: string) => Programme | undefined,
  now: number,
): AnnouncementContent {
  const { title = '', claim = 'reported' } = prefill;
  const url = prefill.url ?? '';
  const programmes = (prefill.programmeIds ?? []).flatMap((id) => programmeOf(id) ?? []);
  const main = programmes[0];
  const isChinese = /\p{Script=Han}/u.test(title);
  const date = dateOf(prefill.publishedAt ?? null);
  return {
    ...{ date: date ?? isoDate(now), precision: 'day', at: null },
    company: prefill.companyIds?.[0] ?? main?.company ?? '',
    ...{ programmes: programmes.map(({ id }) => id), chips: [], label: null },
    ...natureOf(main),
    ...{ claim, process: null, foundry: null, isa: null },
    designPartners: [],
    title: isChinese ? { en: '', zh: title } : { en: title, zh: '' },
    ...{ summary: { en: '', zh: '' }, instruments: [] },
    sources: [
      {
        ...{ publisher: hostOfAddress(url), url, date, dateEstimated: false },
        ...{ tier: 'press', basis: 'cited' },
      },
    ],
    ...{ verified: false, note: null, originalReporter: null, refersTo: [] },
  };
}

/** What a new announcement of a programme is most likely about. */
function natureOf(programme: Programme | undefined) {
  const kind: AnnouncementContent['kind'] = programme?.kind ?? 'cpu';
  const stage: AnnouncementContent['stage'] = 'announced';
  return { kind, contextKind: null, workload: programme?.workload ?? 'general', stage };
}

function dateOf(publishedAt: number | string | null): string | null {
  if (typeof publishedAt === 'number') return isoDate(publishedAt);
  return publishedAt !== null && isCalendarDate(publishedAt) ? publishedAt : null;
}

const isoDate = (utcMs: number): string => new Date(utcMs).toISOString().slice(0, 10);
