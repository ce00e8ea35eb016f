import { describe, expect, it } from 'vitest';
import { isCalendarDate } from '../../../src/shared/domain/calendar/calendar-date';
import {
  announcementFileNames,
  announcements,
  catalogue,
  companies,
  COVERED_UNTIL,
  readAnnouncementFile,
} from '../../helpers/announcement-set';

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

describe('the announcements', () => {
  it('have ids of their own', () => {
    expect(repeated(announcements.map((entry) => entry.id))).toEqual([]);
  });

  it('define every company once, and use each that is defined', () => {
    const defined = companies.map((company) => company.id);
    expect(repeated(defined)).toEqual([]);
    expect(new Set(announcements.map((entry) => entry.company))).toEqual(new Set(defined));
  });

  it('give every company names of its own in both languages', () => {
    expect(repeated(companies.map((company) => company.name.en))).toEqual([]);
    expect(repeated(companies.map((company) => company.name.zh))).toEqual([]);
  });

  it.each(announcementFileNames)(
    'stand in %s.json by its companies, sorted by date and id',
    (name) => {
      const file = readAnnouncementFile(name);
      const own = file.companies.map((company) => company.id);
      expect(name.startsWith('context-') || (own.length === 1 && own[0] === name)).toBe(true);
      expect(file.announcements.filter((entry) => !own.includes(entry.company))).toEqual([]);
      const keys = file.announcements.map((entry) => `${entry.date} ${entry.id}`);
      expect(keys).toEqual([...keys].sort());
    },
  );

  it('have dates that exist and are covered', () => {
    const dates = announcements.map((entry) => entry.date);
    expect(dates.filter((date) => !isCalendarDate(date) || date > COVERED_UNTIL)).toEqual([]);
    expect(dates).toContain(COVERED_UNTIL);
  });

  it('have source dates that exist and are covered', () => {
    const dates = announcements.flatMap((entry) => entry.sources.map((source) => source.date));
    const known = dates.filter((date) => date !== null);
    expect(known.filter((date) => !isCalendarDate(date) || date > COVERED_UNTIL)).toEqual([]);
  });

  it('name only instruments of the catalogue, each once', () => {
    const known = new Set<string>(catalogue.map((instrument) => instrument.id));
    for (const entry of announcements) {
      const named = entry.instruments.map((role) => role.instrument);
      expect(
        named.filter((id) => !known.has(id)),
        entry.id,
      ).toEqual([]);
      expect(repeated(named), entry.id).toEqual([]);
    }
  });

  it('name every source once, by an address that a browser opens as it stands', () => {
    for (const entry of announcements) {
      const urls = entry.sources.map((source) => source.url);
      expect(repeated(urls), entry.id).toEqual([]);
      expect(
        urls.filter((url) => new URL(url).protocol !== 'https:'),
        entry.id,
      ).toEqual([]);
      expect(
        urls.map((url) => new URL(url).href),
        entry.id,
      ).toEqual(urls);
    }
  });

  it('are context in kind and stage, or in neither', () => {
    const mixed = announcements.filter(
      (entry) => (entry.kind === 'context') !== (entry.stage === 'context'),
    );
    expect(mixed.map((entry) => entry.id)).toEqual([]);
  });

  it('are not called verified where every source is from memory, unless the note says why', () => {
    const unread = announcements.filter(
      (entry) =>
        entry.verified &&
        entry.note === null &&
        entry.sources.every((source) => source.basis === 'memory'),
    );
    expect(unread.map((entry) => entry.id)).toEqual([]);
  });
});
