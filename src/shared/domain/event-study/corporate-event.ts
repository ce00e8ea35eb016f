import { cleanLine } from '../announcement/curation/clean-text';
import { hostOfAddress, isWebAddress } from '../announcement/curation/web-address';
import { type CalendarDate, isCalendarDate } from '../calendar/calendar-date';
import { type InstrumentId, isInstrumentId } from '../instrument/instrument';
import type { LocalizedText } from '../text/localized-text';

export const CORPORATE_EVENT_KINDS = [
  'listing',
  'lock-up',
  'split',
  'dividend',
  'earnings',
  'index-inclusion',
  'other',
] as const;
export type CorporateEventKind = (typeof CORPORATE_EVENT_KINDS)[number];

/** Something that happened to a listed company and is no claim about a chip. Never without a source. */
export interface CorporateEvent {
  /** Unique; `own:` and a number for those that the user added. */
  readonly id: string;
  readonly instrument: InstrumentId;
  readonly kind: CorporateEventKind;
  /** Its day, or the first one of what lasts. Of the instrument's own exchange. */
  readonly from: CalendarDate;
  /** The last day of what lasts, as of a lock-up; null for what happens on one day. */
  readonly to: CalendarDate | null;
  /** True where a day was derived, or where the source tells it only roughly. */
  readonly approximate: boolean;
  readonly title: LocalizedText;
  readonly source: { readonly publisher: string; readonly url: string };
}

/** What the user adds: one text in whatever language, and where it can be read. */
export type OwnEventDraft = Pick<CorporateEvent, 'instrument' | 'kind' | 'from' | 'to'> & {
  readonly text: string;
  readonly url: string;
};

export const OWN_EVENT_PREFIX = 'own:';
export const LONGEST_EVENT_TEXT = 200;

/** Why a draft cannot be kept. */
export type OwnEventFault = 'no-text' | 'text-too-long' | 'bad-date' | 'ends-before' | 'bad-source';

/** What is wrong with a draft; null where nothing is. */
export function ownEventFault({ text, url, from, to }: OwnEventDraft): OwnEventFault | null {
  const line = cleanLine(text);
  if (line === '') return 'no-text';
  if (line.length > LONGEST_EVENT_TEXT) return 'text-too-long';
  if (!isCalendarDate(from) || (to !== null && !isCalendarDate(to))) return 'bad-date';
  if (to !== null && to < from) return 'ends-before';
  return isWebAddress(url.trim()) ? null : 'bad-source';
}

/** The event that a draft without faults stands for. */
export function ownEvent(id: string, draft: OwnEventDraft): CorporateEvent {
  const text = cleanLine(draft.text);
  const url = draft.url.trim();
  const { instrument, kind, from, to } = draft;
  return {
    ...{ id, instrument, kind, from, to, approximate: false },
    title: { en: text, zh: text },
    source: { publisher: hostOfAddress(url), url },
  };
}

/** True for one that the user added. */
export function isOwnEvent({ id }: Pick<CorporateEvent, 'id'>): boolean {
  return id.startsWith(OWN_EVENT_PREFIX);
}

/** The draft that a stored value is; null where it is none. */
export function readOwnDraft(value: unknown): OwnEventDraft | null {
  if (typeof value !== 'object' || value === null) return null;
  const { instrument, kind, from, to, text, url } = value as Record<string, unknown>;
  const known = CORPORATE_EVENT_KINDS.find((one) => one === kind);
  if (!known || typeof instrument !== 'string' || !isInstrumentId(instrument)) return null;
  if (typeof from !== 'string' || (to !== null && typeof to !== 'string')) return null;
  if (typeof text !== 'string' || typeof url !== 'string') return null;
  const draft = { instrument, kind: known, from, to, text, url };
  return ownEventFault(draft) === null ? draft : null;
}
