import type { ShownAnnouncement } from '../announcement/curation/curated-entry';
import { asRecord, type PlainRecord } from '../announcement/curation/field-reader';
import { isWebAddress } from '../announcement/curation/web-address';
import { daySpan } from '../announcement/placement';
import { entryJson, readEntryJson } from './entry-json';
import { PACK_LIMITS, type PackReading, type PackRow } from './pack';
import type { PackWords } from './pack-words';
import { escapeHtml, linksOf, plainText } from './plain-html';

/** The name of our own field in an event, which TimelineJS does not look at. */
const OWN_FIELD = 'tapeout';
const EVENT_FIELDS = [
  ...['start_date', 'end_date', 'text', 'media', 'group', 'display_date', 'background'],
  ...['autolink', 'unique_id', OWN_FIELD],
];
const LONGEST_HTML = 20_000;

/**
 * TimelineJS 3 of Knight Lab, as https://timeline.knightlab.com/docs/json-format.html has it. Its
 * texts are markup, so that ours are escaped. Each event holds its announcement whole besides.
 */
export function writeTimelinePack(
  announcements: readonly ShownAnnouncement[],
  words: PackWords,
): string {
  const events = announcements.map((announcement) => {
    const { date, precision, sources } = announcement;
    const { from, to } = daySpan(announcement);
    const links = sources.map(
      ({ url, publisher }) => `<a href="${escapeHtml(url)}">${escapeHtml(publisher)}</a>`,
    );
    const paragraphs = [words.summary(announcement), words.facts(announcement)]
      .flatMap((text) => text.split(/\n+/))
      .filter((text) => text !== '')
      .map((text) => `<p>${escapeHtml(text)}</p>`);
    return {
      start_date: dateParts(from),
      ...(precision !== 'day' && { end_date: dateParts(to) }),
      display_date: escapeHtml(words.date(date, precision)),
      unique_id: announcement.id.replace(/[^a-z0-9-]/g, '-'),
      group: words.company(announcement.company),
      text: {
        headline: escapeHtml(words.title(announcement)),
        text: `${paragraphs.join('')}<p>${links.join(', ')}</p>`,
      },
      [OWN_FIELD]: entryJson(announcement),
    };
  });
  return `${JSON.stringify({ scale: 'human', events }, null, 2)}\n`;
}

/** Strings would do as well, but numbers are what the documentation shows for JSON. */
function dateParts(date: string): object {
  const [year, month, day] = date.split('-').map(Number);
  return { year, month, day };
}

/** @param record - a parsed file with `events`; an event that holds no announcement of ours is market context */
export function readTimelinePack(record: PlainRecord, events: readonly unknown[]): PackReading {
  if (events.length > PACK_LIMITS.entries) return { ok: false, error: 'too-many' };
  const known = ['events', 'title', 'eras', 'scale'];
  const unknown = Object.keys(record).filter((name) => !known.includes(name));
  const rows = events.map((event, index) => readEvent(asRecord(event), index + 1));
  return { ok: true, pack: { format: 'timelinejs', rows, companies: new Map(), unknown } };
}

function readEvent(event: PlainRecord | null, number: number): PackRow {
  const unknown = Object.keys(event ?? {}).filter((name) => !EVENT_FIELDS.includes(name));
  const whole = asRecord(event?.[OWN_FIELD]);
  const row = readEntryJson(whole ?? foreignEntry(event ?? {}), number);
  return { ...row, unknown: [...row.unknown, ...unknown] };
}

function foreignEntry(event: PlainRecord): object {
  const text = asRecord(event['text']) ?? {};
  const media = asRecord(event['media']) ?? {};
  const html = textOf(text['text']);
  const urls = [textOf(media['link']), textOf(media['url']), ...linksOf(html)];
  return {
    ...readDate(asRecord(event['start_date']) ?? {}),
    ...{ kind: 'context', contextKind: 'other', stage: 'context', claim: 'reported' },
    company: plainText(textOf(event['group'])) || undefined,
    title: { en: plainText(textOf(text['headline'])) },
    summary: { en: plainText(html) },
    sources: [...new Set(urls)].filter(isWebAddress).map((url) => ({ url })),
  };
}

function readDate(parts: PlainRecord): { readonly date: string; readonly precision: string } {
  const [year, month, day] = ['year', 'month', 'day'].map((name) => textOf(parts[name]).trim());
  const two = (text: string | undefined): string => (text || '1').padStart(2, '0');
  return {
    date: `${(year ?? '').padStart(4, '0')}-${two(month)}-${two(day)}`,
    precision: day ? 'day' : month ? 'month' : 'year',
  };
}

function textOf(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value.slice(0, LONGEST_HTML) : '';
}
