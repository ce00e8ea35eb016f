import { describe, expect, it } from 'vitest';
import { writeCalendarPack } from '../../../../../src/shared/domain/packs/calendar-pack';
import { writeCsvPack } from '../../../../../src/shared/domain/packs/csv-pack';
import { jsonDepth } from '../../../../../src/shared/domain/packs/json-depth';
import { PACK_LIMITS } from '../../../../../src/shared/domain/packs/pack';
import { previewPack } from '../../../../../src/shared/domain/packs/pack-preview';
import { readPack } from '../../../../../src/shared/domain/packs/read-pack';
import { writeTapeoutPack } from '../../../../../src/shared/domain/packs/tapeout-pack';
import { writeTimelinePack } from '../../../../../src/shared/domain/packs/timeline-pack';
import { CONTENT_LIMITS } from '../../../../../src/shared/domain/announcement/curation/read-content';
import { createRandomSource } from '../../../../../src/shared/domain/simulation/random-source';
import { plainContent } from '../../../../helpers/made-up-content';
import { PLAIN_WORDS } from './pack-words';

const ENTRIES = [
  { id: 'user:a', ...plainContent() },
  { id: 'user:b', ...plainContent({ title: { en: 'Second', zh: '第二' }, foundry: 'Fabco' }) },
];
const GOOD = [
  writeTapeoutPack(ENTRIES, [{ id: 'acme', name: { en: 'Acme', zh: '艾克米' } }], 0),
  writeCsvPack(ENTRIES),
  writeTimelinePack(ENTRIES, PLAIN_WORDS),
  writeCalendarPack(ENTRIES, PLAIN_WORDS, 0),
];
const NASTY = [
  '"__proto__":{"polluted":true},',
  '"constructor":{"prototype":{"polluted":true}},',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '\u202e\u0000\u0007',
  '[[[[[[[[[[[[[[[[[[[[',
  '{"a":'.repeat(30),
  'x'.repeat(20_000),
  '"'.repeat(50),
  '\r\n\r\nBEGIN:VEVENT\r\n',
  '\ud800',
  '=HYPERLINK("https://evil.example")',
  '&#x3c;script&#x3e;',
  '9'.repeat(400),
  'null',
];
const WORLD = {
  entries: new Map(),
  companies: [],
  known: { companies: new Set<string>(), programmes: new Set<string>(), chips: new Map() },
};

const random = createRandomSource([1, 2, 3]);
const below = (n: number): number => Math.floor(random() * n);

function mutated(text: string): string {
  let changed = text;
  for (let left = 1 + below(4); left > 0; left -= 1) {
    const at = below(changed.length);
    const to = Math.min(changed.length, at + below(40));
    switch (below(5)) {
      case 0:
        changed = changed.slice(0, at) + String.fromCharCode(below(0x180)) + changed.slice(at + 1);
        break;
      case 1:
        changed = changed.slice(0, at) + changed.slice(to);
        break;
      case 2:
        changed = changed.slice(0, to) + changed.slice(at);
        break;
      case 3:
        changed = changed.slice(0, at) + (NASTY[below(NASTY.length)] ?? '') + changed.slice(at);
        break;
      default:
        changed = changed.slice(0, at);
    }
  }
  return changed;
}

/** Every text of a value, its names included. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => [name, ...textsOf(each)]);
}

describe('10,000 mutated packs', () => {
  it('give entries within the limits, or an error with a name, and nothing else', () => {
    const outcomes = new Map<string, number>();
    const bad: string[] = [];
    for (let round = 0; round < 10_000; round += 1) {
      const reading = readPack(mutated(GOOD[round % GOOD.length] as string));
      if (!reading.ok) {
        outcomes.set(reading.error, (outcomes.get(reading.error) ?? 0) + 1);
        continue;
      }
      for (const row of previewPack(reading.pack, WORLD)) {
        outcomes.set(row.verdict, (outcomes.get(row.verdict) ?? 0) + 1);
        if (row.verdict === 'refused') continue;
        const isBad = (text: string): boolean =>
          text.length > CONTENT_LIMITS.summary ||
          /[\u0000-\u0009\u000b-\u001f\u202a-\u202e]|\p{Surrogate}/u.test(text);
        bad.push(...textsOf(row.content).filter(isBad));
        const urls = row.content.sources.map(({ url }) => url);
        bad.push(...urls.filter((url) => !/^https?:\/\/[^<>"\s]+$/i.test(url)));
      }
    }
    expect(bad).toEqual([]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect([...outcomes.keys()]).toEqual(expect.arrayContaining(['new', 'refused', 'not-json']));
  });
});

describe('what is too much', () => {
  const error = (text: string): string | null => {
    const reading = readPack(text);
    return reading.ok ? null : reading.error;
  };
  const packOf = (entries: readonly object[]): string =>
    JSON.stringify({ format: 'tapeout-announcements', version: 1, announcements: entries });

  it('is refused by its size, depth and number', () => {
    expect(error('x'.repeat(PACK_LIMITS.bytes + 1))).toBe('too-large');
    expect(error('['.repeat(4_000_000))).toBe('too-deep');
    expect(error(packOf(new Array(5_001).fill({})))).toBe('too-many');
    expect(error('date\n' + '2026-01-01\n'.repeat(5_001))).toBe('too-many');
    const event = 'BEGIN:VEVENT\r\nEND:VEVENT\r\n';
    expect(error(`BEGIN:VCALENDAR\r\n${event.repeat(5_001)}`)).toBe('too-many');
  });

  it('is told from what is nothing, nothing known, or newer than the app', () => {
    expect(error(' \n')).toBe('empty');
    expect(error(packOf([]))).toBe('empty');
    expect(error('{"a":1}')).toBe('not-a-pack');
    expect(error('a,b\n1,2\n')).toBe('not-a-pack');
    expect(error('{')).toBe('not-json');
    expect(error('{"format":"tapeout-announcements","version":2}')).toBe('newer-version');
  });

  it('of a text or a list is a fault of its row', () => {
    const long = { ...plainContent(), title: { en: 'x'.repeat(301), zh: '' } };
    const huge = { ...plainContent(), summary: { en: 'x'.repeat(1_000_000), zh: '' } };
    const many = { ...plainContent(), designPartners: new Array(31).fill('x') };
    const reading = readPack(packOf([long, huge, many]));
    expect(reading.ok && reading.pack.rows.map(({ faults }) => faults[0])).toEqual([
      { field: 'title', fault: 'too-long', index: null },
      { field: 'summary', fault: 'too-long', index: null },
      { field: 'designPartners', fault: 'too-many', index: null },
    ]);
  });

  it('counts only brackets outside of strings', () => {
    expect(jsonDepth('{"a":"[[[\\"[[","b":[{}]}')).toBe(3);
  });
});

describe('what sets a prototype', () => {
  it('is no announcement', () => {
    const text = `{"format":"tapeout-announcements","announcements":[{"__proto__":{"a":1},"date":"2026-01-01"}]}`;
    const reading = readPack(text);
    expect(reading.ok && reading.pack.rows[0]?.faults[0]).toEqual({
      ...{ field: 'id', fault: 'wrong-type', index: null },
    });
  });
});
