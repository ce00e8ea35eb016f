import type { ShownAnnouncement } from '../announcement/curation/curated-entry';
import { isWebAddress } from '../announcement/curation/web-address';
import { daySpan } from '../announcement/placement';
import { addDays } from '../calendar/calendar-date';
import { createZoneClock } from '../calendar/zone-clock';
import {
  type CalendarLine,
  calendarLines,
  escapeText,
  foldedLine,
  unescapeText,
} from './calendar-lines';
import { entryJson, readEntryJson } from './entry-json';
import { jsonDepth } from './json-depth';
import { PACK_LIMITS, type PackReading, type PackRow } from './pack';
import type { PackWords } from './pack-words';

const PRODUCT = '-//Tapeout//Announcements//EN';
/** Our own property, which other programs leave alone. */
const OWN_PROPERTY = 'X-TAPEOUT-ENTRY';

/**
 * iCalendar (RFC 5545): an event of the whole day, or of the whole period where the day is not known,
 * or at its moment where that is known, in UTC. Each event holds its announcement whole besides.
 *
 * @param exportedAt - UTC milliseconds
 */
export function writeCalendarPack(
  announcements: readonly ShownAnnouncement[],
  words: PackWords,
  exportedAt: number,
): string {
  const stamp = utcStamp(exportedAt);
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:${PRODUCT}`, 'CALSCALE:GREGORIAN'];
  for (const announcement of announcements) lines.push(...eventLines(announcement, words, stamp));
  return [...lines, 'END:VCALENDAR'].map(foldedLine).join('');
}

function eventLines(announcement: ShownAnnouncement, words: PackWords, stamp: string): string[] {
  const { id, sources, claim, kind, stage } = announcement;
  const told = [
    words.summary(announcement),
    words.facts(announcement),
    ...sources.map(({ publisher, url }) => `${publisher}: ${url}`),
  ].filter((text) => text !== '');
  const company = words.company(announcement.company);
  return [
    'BEGIN:VEVENT',
    `UID:${id.replace(':', '-')}@tapeout`,
    `DTSTAMP:${stamp}`,
    ...timeLines(announcement),
    `SUMMARY:${escapeText(`${company}: ${words.title(announcement)}`)}`,
    `DESCRIPTION:${escapeText(told.join('\n'))}`,
    `CATEGORIES:${[claim, kind, stage].map(escapeText).join(',')}`,
    ...(sources[0] ? [`URL:${sources[0].url}`] : []),
    'TRANSP:TRANSPARENT',
    `${OWN_PROPERTY}:${escapeText(JSON.stringify(entryJson(announcement)))}`,
    'END:VEVENT',
  ];
}

function timeLines(announcement: ShownAnnouncement): string[] {
  const { at, date, precision } = announcement;
  if (precision === 'day' && at?.time) {
    const [hour = 0, minute = 0] = at.time.split(':').map(Number);
    return [`DTSTART:${utcStamp(createZoneClock(at.zone).toUtc(date, hour * 60 + minute))}`];
  }
  const { from, to } = daySpan(announcement);
  const day = (of: string): string => of.replaceAll('-', '');
  return [`DTSTART;VALUE=DATE:${day(from)}`, `DTEND;VALUE=DATE:${day(addDays(to, 1))}`];
}

function utcStamp(utcMs: number): string {
  return `${new Date(utcMs).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** Reads the events of a calendar; one that holds no announcement of ours is market context. */
export function readCalendarPack(text: string): PackReading {
  const lines = calendarLines(text);
  const name = lines.find((line) => line.name === 'X-WR-CALNAME')?.value ?? '';
  const events = eventsOf(lines);
  if (events.length > PACK_LIMITS.entries) return { ok: false, error: 'too-many' };
  const rows = events.map((event, index) => readEvent(event, index + 1, unescapeText(name)));
  return { ok: true, pack: { format: 'icalendar', rows, companies: new Map(), unknown: [] } };
}

/** Parts of an event, such as its alarms, are no properties of it. */
function eventsOf(lines: readonly CalendarLine[]): readonly (readonly CalendarLine[])[] {
  const events: CalendarLine[][] = [];
  let depth = 0;
  for (const line of lines) {
    if (line.name === 'BEGIN') {
      const isEvent = line.value.trim().toUpperCase() === 'VEVENT';
      if (depth > 0) depth += 1;
      else if (isEvent && events.push([]) > 0) depth = 1;
    } else if (line.name === 'END') depth = Math.max(0, depth - 1);
    else if (depth === 1) events.at(-1)?.push(line);
  }
  return events;
}

function readEvent(event: readonly CalendarLine[], number: number, calendarName: string): PackRow {
  const textOf = (name: string): string =>
    unescapeText(event.find((line) => line.name === name)?.value ?? '');
  const whole = parsed(textOf(OWN_PROPERTY));
  if (whole !== undefined) return readEntryJson(whole, number);
  const description = textOf('DESCRIPTION');
  const urls = [textOf('URL').trim(), ...(description.match(/https?:\/\/[^\s<>"]+/g) ?? [])];
  const entry = {
    ...readStart(event.find(({ name }) => name === 'DTSTART')),
    ...{ kind: 'context', contextKind: 'other', stage: 'context', claim: 'reported' },
    company: calendarName || undefined,
    title: { en: textOf('SUMMARY') },
    summary: { en: description },
    sources: [...new Set(urls)].filter(isWebAddress).map((url) => ({ url })),
  };
  return readEntryJson(entry, number);
}

function parsed(json: string): unknown {
  if (json === '' || jsonDepth(json) > PACK_LIMITS.depth) return undefined;
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

function readStart(line: CalendarLine | undefined): object {
  const [, year, month, day, hour, minute, utc] =
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z?))?$/.exec(line?.value.trim() ?? '') ?? [];
  const zone = utc ? 'UTC' : line?.parameters.get('TZID');
  return {
    date: year === undefined ? undefined : `${year}-${month}-${day}`,
    at: hour !== undefined && zone ? { zone, time: `${hour}:${minute}` } : null,
  };
}
