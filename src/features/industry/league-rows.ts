import type {
  AnnouncementSummary,
  Claim,
  DatePrecision,
} from '../../shared/domain/announcement/announcement';
import {
  type ChipRecord,
  newestFact,
  type RecordedFact,
  stageReached,
  stageStep,
} from '../../shared/domain/announcement/chip-record';
import type { Desk } from '../../state/desk.svelte';
import {
  LEAGUE_COLUMNS,
  type LeagueColumn,
  type LeagueOrder,
} from '../../state/industry-state.svelte';

/** A field of the table. */
export interface LeagueCell {
  /** As it is shown; empty where nothing is known. */
  readonly text: string;
  /** What the order goes by; null where nothing is known. */
  readonly by: string | number | null;
  /** As a spreadsheet takes it. */
  readonly plain: string | number;
  /** What the field stands on, where that may be less than the company's own word. */
  readonly claim: Claim | null;
}

/** A chip, or a programme of which no chip is named. */
export interface LeagueRow {
  readonly key: string;
  /** Id. */
  readonly company: string;
  readonly cells: Readonly<Record<LeagueColumn, LeagueCell>>;
  /** The claim of the stage that it has reached. */
  readonly reached: AnnouncementSummary;
  /** Id of the announcement that came last. */
  readonly newest: string;
}

type Words = Pick<Desk, 't' | 'formats' | 'timeline' | 'settings'>;

const CLAIM_ORDER: Readonly<Record<Claim, number>> = { rumoured: 0, reported: 1, confirmed: 2 };

/** One row for each chip, and one for each programme without any, in the language shown. */
export function leagueRows(records: readonly ChipRecord[], words: Words): LeagueRow[] {
  const named = new Set(records.flatMap(({ programme, chip }) => (chip ? [programme.id] : [])));
  return records.flatMap((record): LeagueRow[] => {
    const { key, programme, chip, claims } = record;
    const reached = stageReached(claims);
    const newest = claims.at(-1);
    if (!reached || !newest || (chip === null && named.has(programme.id))) return [];
    const cells = cellsOf(record, reached, words);
    return [{ key, company: programme.company, cells, reached, newest: newest.id }];
  });
}

/** What is not known comes last, either way; what is equal keeps its order. */
export function orderRows(
  rows: readonly LeagueRow[],
  { column, descending }: LeagueOrder,
  locale: string,
): LeagueRow[] {
  const collator = new Intl.Collator(locale, { numeric: true });
  const way = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [left, right] = [a.cells[column].by, b.cells[column].by];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    if (typeof left === 'number' && typeof right === 'number') return way * (left - right);
    return way * collator.compare(String(left), String(right));
  });
}

/** The rows of each company together, companies by their first row. */
export function groupRows(
  rows: readonly LeagueRow[],
): readonly { readonly company: string; readonly rows: readonly LeagueRow[] }[] {
  const groups = new Map<string, LeagueRow[]>();
  for (const row of rows) groups.set(row.company, [...(groups.get(row.company) ?? []), row]);
  return [...groups].map(([company, its]) => ({ company, rows: its }));
}

/** Head and fields as a table of texts and numbers, for spreadsheets and documents. */
export function plainTable(
  rows: readonly LeagueRow[],
  { t }: Pick<Desk, 't'>,
): readonly (readonly (string | number)[])[] {
  const head = LEAGUE_COLUMNS.map((column) => t.industry.table.columns[column]);
  return [head, ...rows.map(({ cells }) => LEAGUE_COLUMNS.map((column) => cells[column].plain))];
}

function cellsOf(
  { programme, chip, claims }: ChipRecord,
  reached: AnnouncementSummary,
  { t, formats, timeline, settings }: Words,
): LeagueRow['cells'] {
  const { locale } = settings;
  const sources = claims.reduce((sum, { sourceCount }) => sum + sourceCount, 0);
  const claim = t.timeline.claims[reached.claim];
  const doubt = reached.verified ? [] : [t.timeline.notVerified];
  const fact = (name: 'process' | 'foundry' | 'isa'): LeagueCell =>
    factCell(newestFact(claims, name));
  return {
    company: textCell(timeline.companyName(programme.company, locale)),
    programme: textCell(timeline.programmeName(programme.id, locale)),
    chip: chip
      ? textCell(timeline.chipName(chip.id, locale))
      : { ...textCell(t.industry.table.unnamed), by: null },
    kind: textCell(t.timeline.kinds[programme.kind]),
    stage: {
      ...textCell(t.timeline.stages[reached.stage]),
      ...{ by: stageStep(reached.stage), claim: reached.claim },
    },
    claim: {
      ...textCell([claim, ...doubt].join(t.timeline.listSeparator)),
      ...{ by: CLAIM_ORDER[reached.claim], claim: reached.claim },
    },
    date: {
      ...textCell(formats.imprecise(reached.date, reached.precision)),
      ...{ by: reached.date, plain: plainDate(reached.date, reached.precision) },
    },
    ...{ process: fact('process'), foundry: fact('foundry'), isa: fact('isa') },
    sources: { text: formats.count(sources), by: sources, plain: sources, claim: null },
  };
}

function textCell(text: string): LeagueCell {
  return { text, by: text, plain: text, claim: null };
}

function factCell(fact: RecordedFact | null): LeagueCell {
  if (fact === null) return { text: '', by: null, plain: '', claim: null };
  return { ...textCell(fact.value), claim: fact.claim };
}

/** No more exact than it is known, and in order as text: `2026-05-28`, `2026-05`, `2026-Q2`, `2026`. */
function plainDate(date: string, precision: DatePrecision): string {
  switch (precision) {
    case 'day':
      return date;
    case 'month':
      return date.slice(0, 7);
    case 'quarter':
      return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
    case 'year':
      return date.slice(0, 4);
  }
}
