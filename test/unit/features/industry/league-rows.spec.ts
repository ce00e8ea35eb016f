import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  groupRows,
  type LeagueRow,
  leagueRows,
  orderRows,
  plainTable,
} from '../../../../src/features/industry/league-rows';
import { LEAGUE_COLUMNS, type LeagueColumn } from '../../../../src/state/industry-state.svelte';
import { announcements, chips, companies, programmes } from '../../../helpers/announcement-set';
import type { DeskUnderTest, DeskUnderTestOptions } from '../../../helpers/desk-under-test';
import { sampleAnnouncements } from '../../../helpers/desk-sample';
import { endDesk, industryDesk } from './industry-desk';

let made: DeskUnderTest;

async function rowsOf(options?: DeskUnderTestOptions): Promise<LeagueRow[]> {
  made = await industryDesk(options);
  return leagueRows(made.desk.industry.records, made.desk);
}

const texts = ({ cells }: LeagueRow): string[] =>
  LEAGUE_COLUMNS.map((column) => cells[column].text);
const keysBy = (rows: readonly LeagueRow[], column: LeagueColumn, descending = false): string[] =>
  orderRows(rows, { column, descending }, 'en').map(({ key }) => key);

let rows: LeagueRow[];
beforeEach(async () => {
  rows = await rowsOf();
});
afterEach(() => endDesk(made));

describe('a row of the table', () => {
  it('says who has what, how far, on whose word and how well known', () => {
    expect(rows.map(texts)).toEqual([
      [
        ...['Acme', 'Acme A series', 'A1', 'CPU', 'announced', 'confirmed', '5 Mar 2024'],
        ...['3 nm', 'Fabco', 'RISC-V', '2'],
      ],
      [
        ...['Acme', 'Acme A series', 'A2', 'CPU', 'taped out', 'reported', '9 Mar 2024'],
        ...['', '', '', '1'],
      ],
      [
        ...['Bolt', 'Bolt B', 'B1', 'CPU', 'planned', 'rumoured, not verified', '10 Jan 2023'],
        ...['', '', '', '1'],
      ],
    ]);
  });

  it('stands for a programme where no chip of it is named', async () => {
    endDesk(made);
    const plan = sampleAnnouncements.filter(({ id }) => id === 'acme-plan');
    const [row, ...others] = await rowsOf({ announcements: plan });
    expect(others).toEqual([]);
    expect(row?.key).toBe('programme acme-a');
    expect(row?.cells.chip).toMatchObject({ text: 'not named', by: null });
    expect(row?.cells.date).toMatchObject({ text: 'February 2024', plain: '2024-02' });
  });

  it('leads to the newest announcement', () => {
    expect(rows.map(({ newest }) => newest)).toEqual(['acme-a1', 'acme-a2', 'bolt-rumour']);
  });
});

describe('the order', () => {
  it('of stages is the way to use, of claims how well they are founded', () => {
    expect(keysBy(rows, 'stage')).toEqual(['chip bolt-b1', 'chip acme-a1', 'chip acme-a2']);
    expect(keysBy(rows, 'claim', true)[0]).toBe('chip acme-a1');
  });

  it('of dates and numbers is by what they are', () => {
    expect(keysBy(rows, 'date')[0]).toBe('chip bolt-b1');
    expect(keysBy(rows, 'sources', true)[0]).toBe('chip acme-a1');
  });

  it('has what is not known last, either way, and keeps equals in their order', () => {
    const known = ['chip acme-a1', 'chip acme-a2', 'chip bolt-b1'];
    expect(keysBy(rows, 'process')).toEqual(known);
    expect(keysBy(rows, 'process', true)).toEqual(known);
  });
});

describe('groups', () => {
  it('hold the rows of each company together, in the order of the rows', () => {
    const mixed = [rows[0], rows[2], rows[1]].filter((row) => row !== undefined);
    expect(groupRows(mixed).map(({ company, rows: its }) => [company, its.length])).toEqual([
      ['acme', 2],
      ['bolt', 1],
    ]);
  });
});

describe('the table for other programs', () => {
  it('has the head in the language shown, plain dates and numbers', () => {
    const [head, first] = plainTable(rows, made.desk);
    expect(head?.slice(0, 3)).toEqual(['Company', 'Programme', 'Chip']);
    expect(first?.slice(6)).toEqual(['2024-03-05', '3 nm', 'Fabco', 'RISC-V', 2]);
  });
});

describe.each(['en', 'zh-CN'] as const)('the whole data set, %s', (locale) => {
  it('has a row for every chip and for every programme without one, without a gap', async () => {
    endDesk(made);
    const real = await rowsOf({
      settings: { locale },
      announcements,
      record: { companies, programmes, chips },
    });
    const told = real.map(({ key }) => key);
    expect(told).toEqual(expect.arrayContaining(chips.map(({ id }) => `chip ${id}`)));
    const withChip = new Set(chips.map(({ programme }) => programme));
    const others = programmes.filter(({ id }) => !withChip.has(id)).map(({ id }) => id);
    const wholes = told.filter((key) => key.startsWith('programme ')).map((key) => key.slice(10));
    expect(others).toEqual(expect.arrayContaining(wholes));
    for (const { cells } of real) {
      for (const column of ['company', 'programme', 'chip', 'stage', 'claim', 'date'] as const) {
        expect(cells[column].text).not.toBe('');
      }
      expect(cells.sources.plain).toBeGreaterThan(0);
    }
  });
});
