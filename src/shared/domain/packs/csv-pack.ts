import type { AnnouncementSource } from '../announcement/announcement';
import type { ShownAnnouncement } from '../announcement/curation/curated-entry';
import { readCsv, writeCsv } from './csv-table';
import { readEntryJson } from './entry-json';
import { PACK_LIMITS, type PackReading, type PackRow } from './pack';

type Cells = ReadonlyMap<string, string>;

/** Lists stand in one cell, an item on each line; those of the sources go side by side. */
const COLUMNS = [
  ...['id', 'date', 'precision', 'time_zone', 'time', 'company', 'programmes', 'chips'],
  ...['label_en', 'label_zh', 'kind', 'context_kind', 'workload', 'stage', 'claim', 'process'],
  ...['foundry', 'isa', 'design_partners', 'title_en', 'title_zh', 'summary_en', 'summary_zh'],
  ...['instruments', 'source_publishers', 'source_urls', 'source_dates', 'source_tiers'],
  ...['source_bases', 'verified', 'note', 'original_reporter', 'refers_to', 'annotation', 'wrong'],
] as const;
type Column = (typeof COLUMNS)[number];

/** How others call some columns. */
const SYNONYMS: ReadonlyMap<string, Column> = new Map([
  ['title', 'title_en'],
  ['headline', 'title_en'],
  ['summary', 'summary_en'],
  ['description', 'summary_en'],
  ['url', 'source_urls'],
  ['source', 'source_publishers'],
  ['publisher', 'source_publishers'],
]);
/** Stands before a date that was not seen on the page of the source. */
const ESTIMATED = '~';
const MOST_COLUMNS = 200;

export function writeCsvPack(announcements: readonly ShownAnnouncement[]): string {
  return writeCsv([
    COLUMNS,
    ...announcements.map((announcement) => {
      const cells = cellsOf(announcement);
      return COLUMNS.map((column) => cells[column] ?? '');
    }),
  ]);
}

export function readCsvPack(text: string): PackReading {
  const [wholeHead = [], ...rows] = readCsv(text, PACK_LIMITS.entries + 2);
  const head = wholeHead.slice(0, MOST_COLUMNS);
  const columns = head.map((name) => columnOf(name));
  if (!columns.includes('date')) return { ok: false, error: 'not-a-pack' };
  if (rows.length > PACK_LIMITS.entries) return { ok: false, error: 'too-many' };
  const unknown = head.filter((name, index) => columns[index] === null && name !== '');
  return {
    ok: true,
    pack: {
      ...{ format: 'csv', companies: new Map(), unknown: unknown.map((name) => name.slice(0, 80)) },
      rows: rows.map((row, index) => readRow(columns, row, index + 1)),
    },
  };
}

function columnOf(name: string): Column | null {
  const plain = name.trim().toLowerCase().replace(/[ -]/g, '_');
  return SYNONYMS.get(plain) ?? COLUMNS.find((column) => column === plain) ?? null;
}

function cellsOf(announcement: ShownAnnouncement): Partial<Record<Column, string | null>> {
  const { title, summary, sources } = announcement;
  const ofSources = (read: (source: AnnouncementSource) => string): string =>
    sources.map(read).join('\n');
  return {
    ...{ id: announcement.id, date: announcement.date, precision: announcement.precision },
    ...momentCells(announcement),
    company: announcement.company,
    programmes: announcement.programmes.join('\n'),
    chips: announcement.chips.join('\n'),
    ...labelCells(announcement),
    ...{
      kind: announcement.kind,
      context_kind: announcement.contextKind,
      workload: announcement.workload,
    },
    ...{ stage: announcement.stage, claim: announcement.claim, process: announcement.process },
    ...{ foundry: announcement.foundry, isa: announcement.isa },
    design_partners: announcement.designPartners.join('\n'),
    ...{ title_en: title.en, title_zh: title.zh, summary_en: summary.en, summary_zh: summary.zh },
    instruments: announcement.instruments
      .map(({ instrument, role }) => `${instrument} ${role}`)
      .join('\n'),
    source_publishers: ofSources(({ publisher }) => publisher),
    source_urls: ofSources(({ url }) => url),
    source_dates: ofSources(
      ({ date, dateEstimated }) => (dateEstimated ? ESTIMATED : '') + (date ?? ''),
    ),
    source_tiers: ofSources(({ tier }) => tier),
    source_bases: ofSources(({ basis }) => basis),
    verified: announcement.verified ? 'yes' : 'no',
    ...{ note: announcement.note, original_reporter: announcement.originalReporter },
    refers_to: announcement.refersTo.map(({ id, relation }) => `${id} ${relation}`).join('\n'),
    ...remarkCells(announcement),
  };
}

function momentCells({ at }: ShownAnnouncement) {
  return at === null ? {} : { time_zone: at.zone, time: at.time };
}

function labelCells({ label }: ShownAnnouncement) {
  return label === null ? {} : { label_en: label.en, label_zh: label.zh };
}

function remarkCells({ curation }: ShownAnnouncement) {
  return curation ? { annotation: curation.annotation, wrong: curation.wrong } : {};
}

function readRow(
  columns: readonly (Column | null)[],
  row: readonly string[],
  number: number,
): PackRow {
  const cells = new Map<string, string>();
  columns.forEach((column, index) => {
    if (column !== null && !cells.has(column)) cells.set(column, row[index] ?? '');
  });
  return readEntryJson(entryOf(cells), number);
}

function entryOf(cells: Cells): object {
  const text = (column: Column): string | undefined => cells.get(column)?.trim() || undefined;
  const lines = (column: Column): readonly string[] => linesOf(cells.get(column));
  const ids = (column: Column): readonly string[] =>
    (text(column) ?? '').split(/[\s,;]+/).filter((each) => each !== '');
  const pairs = (column: Column): readonly (readonly string[])[] =>
    lines(column).map((line) => line.trim().split(/\s+/));
  const zone = text('time_zone');
  return {
    ...{ id: text('id'), date: text('date'), precision: text('precision') },
    at: zone === undefined ? null : { zone, time: text('time') ?? null },
    ...{ company: text('company'), programmes: ids('programmes'), chips: ids('chips') },
    label: { en: text('label_en'), zh: text('label_zh') },
    ...{ kind: text('kind'), contextKind: text('context_kind'), workload: text('workload') },
    ...{ stage: text('stage'), claim: text('claim'), process: text('process') },
    ...{ foundry: text('foundry'), isa: text('isa'), designPartners: lines('design_partners') },
    title: { en: text('title_en'), zh: text('title_zh') },
    summary: { en: text('summary_en'), zh: text('summary_zh') },
    instruments: pairs('instruments').map(([instrument, role]) => ({ instrument, role })),
    sources: sourcesOf(cells),
    verified: /^(yes|true|1)$/i.test(text('verified') ?? ''),
    ...{ note: text('note'), originalReporter: text('original_reporter') },
    refersTo: pairs('refers_to').map(([id, relation]) => ({ id, relation })),
    ...{ annotation: text('annotation'), wrong: text('wrong') },
  };
}

function sourcesOf(cells: Cells): readonly object[] {
  const of = (column: Column): readonly string[] => (cells.get(column) ?? '').split(/\r?\n/);
  const [publishers, dates] = [of('source_publishers'), of('source_dates')];
  const [tiers, bases] = [of('source_tiers'), of('source_bases')];
  return linesOf(cells.get('source_urls')).map((url, index) => {
    const date = dates[index] ?? '';
    return {
      ...{ url, publisher: publishers[index] },
      date: date.replace(ESTIMATED, '') || null,
      dateEstimated: date.startsWith(ESTIMATED),
      ...{ tier: tiers[index] || undefined, basis: bases[index] || undefined },
    };
  });
}

function linesOf(cell: string | undefined): readonly string[] {
  return (cell ?? '').split(/\r?\n/).filter((line) => line.trim() !== '');
}
