import fc from 'fast-check';
import ical from 'ical.js';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { emptyCuration } from '../../../../../src/shared/domain/announcement/curation/entry-curation';
import { mergeRecord } from '../../../../../src/shared/domain/announcement/curation/merge-record';
import type { ShownAnnouncement } from '../../../../../src/shared/domain/announcement/curation/curated-entry';
import { readContent } from '../../../../../src/shared/domain/announcement/curation/read-content';
import { foldedLine } from '../../../../../src/shared/domain/packs/calendar-lines';
import { writeCalendarPack } from '../../../../../src/shared/domain/packs/calendar-pack';
import { writeCsvPack } from '../../../../../src/shared/domain/packs/csv-pack';
import type { Pack } from '../../../../../src/shared/domain/packs/pack';
import { previewPack } from '../../../../../src/shared/domain/packs/pack-preview';
import { escapeHtml, plainText } from '../../../../../src/shared/domain/packs/plain-html';
import { readPack } from '../../../../../src/shared/domain/packs/read-pack';
import { writeTapeoutPack } from '../../../../../src/shared/domain/packs/tapeout-pack';
import { writeTimelinePack } from '../../../../../src/shared/domain/packs/timeline-pack';
import {
  announcements as SHIPPED,
  chips,
  companies,
  compileSchema,
  programmes,
} from '../../../../helpers/announcement-set';
import { madeUpContent, plainContent } from '../../../../helpers/made-up-content';
import { PLAIN_WORDS } from './pack-words';

const NOW = Date.UTC(2026, 10, 26, 8, 30);
const COMPANIES = [{ id: 'acme', name: { en: 'Acme', zh: '艾克米' } }];

const FORMS: Readonly<Record<string, (all: readonly ShownAnnouncement[]) => string>> = {
  tapeout: (all) => writeTapeoutPack(all, COMPANIES, NOW),
  csv: (all) => writeCsvPack(all),
  timelinejs: (all) => writeTimelinePack(all, PLAIN_WORDS),
  icalendar: (all) => writeCalendarPack(all, PLAIN_WORDS, NOW),
};

function packOf(text: string): Pack {
  const reading = readPack(text);
  if (!reading.ok) throw new Error(reading.error);
  return reading.pack;
}

const made = fc
  .array(madeUpContent, { minLength: 1, maxLength: 4 })
  .map((contents) => contents.map((content, index) => ({ id: `user:e${index}`, ...content })));

describe.each(Object.entries(FORMS))('%s', (format, write) => {
  it('gives back what was written', () => {
    fc.assert(
      fc.property(made, (all) => {
        const pack = packOf(write(all));
        expect(pack.format).toBe(format);
        expect(pack.rows.map(({ faults, unknown }) => [faults, unknown])).toEqual(
          all.map(() => [[], []]),
        );
        expect(pack.rows.map(({ entry }) => ({ id: entry.id, ...entry.content }))).toEqual(all);
      }),
      { numRuns: 60 },
    );
  });

  it('gives back the whole record, and nothing of it is news', () => {
    const pack = packOf(write(SHIPPED));
    const { entries } = mergeRecord(SHIPPED, []);
    const known = {
      companies: new Set(companies.map(({ id }) => id)),
      programmes: new Set(programmes.map(({ id }) => id)),
      chips: new Map(chips.map((chip) => [chip.id, chip.programme])),
    };
    const rows = previewPack(pack, { entries, companies, known });
    expect(rows).toHaveLength(SHIPPED.length);
    expect(rows.filter(({ verdict }) => verdict !== 'same')).toEqual([]);
  });

  it('keeps annotations and reasons', () => {
    const curation = {
      ...{ own: true, edited: [], conflicts: [], mergedFrom: [], origin: null },
      ...{ annotation: 'Ask, again; "twice".\n=1', wrong: 'No.' },
    };
    const [row] = packOf(write([{ id: 'user:a', ...plainContent(), curation }])).rows;
    expect(row?.entry).toMatchObject({ annotation: curation.annotation, wrong: 'No.' });
  });
});

describe('the schema of packs', () => {
  const validate = compileSchema('announcements/schema/pack.schema.json');

  it('takes what is written', () => {
    for (const all of [
      SHIPPED,
      fc.sample(madeUpContent, 50).map((content) => ({ id: 'user:a', ...content })),
    ]) {
      expect(
        validate(JSON.parse(writeTapeoutPack(all, companies, NOW))),
        JSON.stringify(validate.errors),
      ).toBe(true);
    }
  });

  it.each([
    ['version', { version: 2 }],
    ['no source', { announcements: [{ ...plainContent(), sources: [] }] }],
    [
      'an address of another kind',
      { announcements: [{ ...plainContent(), sources: [{ url: 'file:///x' }] }] },
    ],
    ['an unknown stage', { announcements: [{ ...plainContent(), stage: 'later' }] }],
  ])('refuses %s', (_, change) => {
    const pack = { format: 'tapeout-announcements', version: 1, announcements: [], ...change };
    expect(validate(pack)).toBe(false);
  });
});

describe('the reader', () => {
  it('takes every entry of the record as it stands', () => {
    for (const { id, ...content } of SHIPPED) {
      const reading = readContent(content);
      expect({ id, ...reading }).toEqual({ id, content, faults: [], unknown: [] });
    }
  });
});

describe('a calendar', () => {
  const all = SHIPPED.slice(0, 60);
  const parsed = () => {
    const component = new ical.Component(ical.parse(FORMS['icalendar']?.(all) ?? '') as unknown[]);
    return component.getAllSubcomponents('vevent').map((each) => new ical.Event(each));
  };

  it('is read by another parser with the same days, texts and links', () => {
    const events = parsed();
    expect(events.map(({ summary }) => summary)).toEqual(
      all.map(({ company, title }) => `${company}: ${title.en}`),
    );
    events.forEach((event, index) => {
      const { date, precision, sources, summary } = all[index] as (typeof all)[number];
      expect(event.startDate.isDate).toBe(true);
      expect(event.startDate.toString()).toBe(date);
      if (precision === 'day') expect(event.duration.toSeconds()).toBe(86_400);
      expect(event.component.getFirstPropertyValue('url')).toBe(sources[0]?.url);
      expect(event.description.startsWith(summary.en)).toBe(true);
      expect(event.component.getFirstPropertyValue('dtstamp')?.toString()).toBe(
        '2026-11-26T08:30:00Z',
      );
    });
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(all.length);
  });

  it('spans the quarter that is all that is known', () => {
    const content = plainContent({ date: '2026-04-01', precision: 'quarter' });
    const text = writeCalendarPack([{ id: 'q', ...content }], PLAIN_WORDS, NOW);
    expect(text).toContain('DTSTART;VALUE=DATE:20260401\r\nDTEND;VALUE=DATE:20260701\r\n');
  });

  it('names the moment in UTC where it is known, also in summer time', () => {
    const content = plainContent({ at: { zone: 'America/New_York', time: '16:05' } });
    const text = writeCalendarPack([{ id: 'm', ...content }], PLAIN_WORDS, NOW);
    expect(text).toContain('DTSTART:20260528T200500Z\r\n');
  });

  it('has no line above 75 octets and cuts no character', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400, unit: 'grapheme' }), (text) => {
        const flat = text.replace(/[\r\n]/g, '');
        const folded = foldedLine(flat);
        for (const line of folded.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        }
        expect(folded.replace(/\r\n /g, '')).toBe(`${flat}\r\n`);
      }),
    );
  });

  it('of another program is read, its alarms and zones left alone', () => {
    const text = [
      ...['BEGIN:VCALENDAR', 'X-WR-CALNAME:Foo Chips', 'BEGIN:VEVENT', 'UID:1@example.org'],
      ...['DTSTART;TZID="Asia/Shanghai":20260102T093000', 'SUMMARY:Tape-out\\, at la', ' st'],
      ...['BEGIN:VALARM', 'DESCRIPTION:ring', 'END:VALARM', 'URL:https://example.org/a'],
      ...['DESCRIPTION:One\\nTwo', 'END:VEVENT', 'END:VCALENDAR', ''],
    ].join('\r\n');
    const [row] = packOf(text).rows;
    expect(row?.faults).toEqual([]);
    expect(row?.entry).toMatchObject({
      id: null,
      content: {
        ...{ date: '2026-01-02', at: { zone: 'Asia/Shanghai', time: '09:30' } },
        ...{ company: 'Foo Chips', kind: 'context', claim: 'reported' },
        title: { en: 'Tape-out, at last', zh: '' },
        summary: { en: 'One\nTwo', zh: '' },
      },
    });
  });
});

describe('a table', () => {
  it('is read by another parser, and no cell of it is a formula', () => {
    fc.assert(
      fc.property(made, (all) => {
        const text = writeCsvPack(all);
        expect(text.startsWith('\ufeff')).toBe(true);
        const { data, errors } = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true });
        expect(errors).toEqual([]);
        expect(data).toHaveLength(all.length + 1);
        expect(data.flat().filter((cell) => /^[=+\-@\t\r\0＝＋－＠]/.test(cell))).toEqual([]);
        const titles = data.slice(1).map((row) => row[data[0]?.indexOf('title_en') ?? -1]);
        expect(titles.map((title) => title?.replace(/^'(?='*[=+\-@＝＋－＠])/, ''))).toEqual(
          all.map(({ title }) => title.en),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('of other hands is read by usual names, and says what it leaves out', () => {
    const text =
      'Date;Company;Title;URL;Kind;Stage;Claim;Mood\n2026-01-02;Acme;Chip;https://a.example/;cpu;planned;rumoured;good\n';
    const pack = packOf(text);
    expect(pack.unknown).toEqual(['Mood']);
    expect(pack.rows[0]).toMatchObject({
      faults: [],
      entry: { content: { title: { en: 'Chip', zh: '' }, sources: [{ publisher: 'a.example' }] } },
    });
  });
});

describe('a TimelineJS file', () => {
  it('has the documented shape, its texts escaped', () => {
    const content = plainContent({ title: { en: '<b>&', zh: '' } });
    const text = writeTimelinePack([{ id: 'user:a', ...content }], PLAIN_WORDS);
    expect(JSON.parse(text)).toEqual({
      scale: 'human',
      events: [
        {
          start_date: { year: 2026, month: 5, day: 28 },
          display_date: '2026-05-28 (day)',
          unique_id: 'user-a',
          group: 'acme',
          text: {
            headline: '&lt;b&gt;&amp;',
            text: '<p>A summary.</p><p>cpu, designing, reported</p><p><a href="https://example.com/a">Example</a></p>',
          },
          tapeout: { id: 'user:a', ...content },
        },
      ],
    });
  });

  it('of another program is read as text, with the precision of its date', () => {
    const event = {
      start_date: { year: '2024', month: '3' },
      text: {
        headline: 'A <i>chip</i> &amp; more<script>alert(1)</script>',
        text: '<p>One</p><p>Two <a href="https://example.org/x?a=1&amp;b=2">link</a></p>',
      },
      ...{ group: 'Acme', mood: 'good' },
    };
    const [row] = packOf(JSON.stringify({ events: [event] })).rows;
    expect(row?.unknown).toEqual(['mood']);
    expect(row?.entry.content).toMatchObject({
      ...{ date: '2024-03-01', precision: 'month', company: 'Acme' },
      title: { en: 'A chip & morealert(1)', zh: '' },
      summary: { en: 'One\nTwo link' },
      sources: [{ url: 'https://example.org/x?a=1&b=2' }],
    });
  });

  it('never holds markup that was text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(escapeHtml(text)).not.toMatch(/[<>"']/);
        expect(plainText(escapeHtml(text))).toBe(text);
      }),
    );
  });
});

describe('the preview', () => {
  const known = {
    companies: new Set(['acme']),
    programmes: new Set(['acme-a']),
    chips: new Map([['acme-a1', 'acme-a']]),
  };
  const shipped = { id: 'acme-a1', ...plainContent() };
  const { entries } = mergeRecord(
    [shipped],
    [{ ...emptyCuration('user:mine'), own: plainContent({ company: 'user:Foo' }) }],
  );
  const preview = (all: readonly ShownAnnouncement[], companies = COMPANIES) =>
    previewPack(packOf(writeTapeoutPack(all, companies, NOW)), {
      ...{ entries, known, companies: COMPANIES },
    });

  it('tells new, changed and same entries apart', () => {
    const rows = preview([
      shipped,
      { id: 'user:mine', ...plainContent({ company: 'user:Foo', foundry: 'Fabco' }) },
      { id: 'elsewhere', ...plainContent({ claim: 'confirmed' }) },
      { ...shipped, foundry: 'Again' },
      { id: 'bad', ...plainContent({ stage: 'context' }) },
    ]);
    expect(rows.map(({ id, verdict, changed }) => [id, verdict, changed])).toEqual([
      ['acme-a1', 'same', []],
      ['user:mine', 'changes', ['foundry']],
      ['user:elsewhere', 'new', []],
      ['acme-a1', 'refused', ['foundry']],
      ['user:bad', 'refused', []],
    ]);
    expect(rows.map(({ confirmed }) => confirmed)).toEqual([false, false, true, false, false]);
    expect(rows[3]?.repeated).toBe(true);
    expect(rows[4]?.faults).toEqual([{ field: 'stage', fault: 'context-mismatch', index: null }]);
  });

  it('finds companies by name, and names those that it does not know', () => {
    const foo = { id: 'foo', name: { en: 'Foo Chips', zh: '富芯' } };
    const rows = preview(
      [
        { id: 'a', ...plainContent({ company: '艾克米' }) },
        { id: 'b', ...plainContent({ company: 'foo' }) },
        { id: 'c', ...plainContent({ company: 'Unheard  Of' }) },
      ],
      [foo],
    );
    expect(rows.map(({ content }) => content.company)).toEqual([
      'acme',
      'user:Foo Chips',
      'user:Unheard Of',
    ]);
  });

  it('says which programmes and chips it leaves out', () => {
    const content = plainContent({
      programmes: ['acme-a', 'other'],
      chips: ['acme-a1', 'other-1'],
    });
    const [row] = preview([{ id: 'a', ...content }]);
    expect(row).toMatchObject({ verdict: 'new', leftOut: ['other', 'other-1'] });
    expect(row?.content.chips).toEqual(['acme-a1']);
  });
});
