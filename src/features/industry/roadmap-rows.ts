import type { ChipRecord } from '../../shared/domain/announcement/chip-record';
import type { Chip, Programme } from '../../shared/domain/announcement/programme';
import { barOf, type ChipBar, type Mark, marksOf } from './chip-bars';
import type { DaySpan } from './time-scale';

/** A line of the roadmap. */
export interface RoadmapRow {
  readonly key: string;
  readonly kind: 'company' | 'programme' | 'chip';
  /** Id of the company whose lane it is in. */
  readonly company: string;
  /** Null for the head of a lane. */
  readonly programme: Programme | null;
  /** Null for everything but a chip. */
  readonly chip: Chip | null;
  /** In order of where they stand. The head of a lane has those of the whole lane while it is folded. */
  readonly marks: readonly Mark[];
  /** Null for everything but a chip. */
  readonly bar: ChipBar | null;
}

/** Everything of one company. */
export interface Lane {
  readonly company: string;
  readonly rows: readonly RoadmapRow[];
  /** Every claim once. */
  readonly marks: readonly Mark[];
}

/** A row with its place from the top of the picture, in CSS pixels. */
export interface PlacedRow {
  readonly row: RoadmapRow;
  readonly topPx: number;
  readonly heightPx: number;
}

export const HEAD_PX = 32;
export const ROW_PX = 26;
/** Below the last row of a lane. */
const LANE_GAP_PX = 6;

/** @param records - those of one programme together; lanes come in the order of their first record */
export function lanesOf(records: readonly ChipRecord[]): Lane[] {
  const byCompany = grouped(records, ({ programme }) => programme.company);
  return [...byCompany].map(([company, ofCompany]) => {
    const byProgramme = grouped(ofCompany, ({ programme }) => programme);
    const claims = new Map(ofCompany.flatMap((record) => record.claims.map((it) => [it.id, it])));
    return {
      company,
      rows: [...byProgramme].flatMap(([programme, its]) => programmeRows(programme, its)),
      marks: marksOf([...claims.values()]),
    };
  });
}

/** The rows from top to bottom; of a folded lane only its head. */
export function placeRows(lanes: readonly Lane[], folded: ReadonlySet<string>): PlacedRow[] {
  const placed: PlacedRow[] = [];
  let topPx = 0;
  for (const { company, rows, marks } of lanes) {
    const isFolded = folded.has(company);
    const head = headOf(company, isFolded ? marks : []);
    for (const row of isFolded ? [head] : [head, ...rows]) {
      const heightPx = row.kind === 'company' ? HEAD_PX : ROW_PX;
      placed.push({ row, topPx, heightPx });
      topPx += heightPx;
    }
    topPx += LANE_GAP_PX;
  }
  return placed;
}

export function heightOf(rows: readonly PlacedRow[]): number {
  const last = rows.at(-1);
  return last ? last.topPx + last.heightPx + LANE_GAP_PX : 0;
}

/** The rows that lie within two heights, as a range of places in the list: the end is not included. */
export function rowsBetween(
  rows: readonly PlacedRow[],
  fromPx: number,
  toPx: number,
): { readonly from: number; readonly to: number } {
  const from = firstWhere(rows, ({ topPx, heightPx }) => topPx + heightPx > fromPx);
  return {
    from,
    to: Math.max(
      from,
      firstWhere(rows, ({ topPx }) => topPx >= toPx),
    ),
  };
}

/** What all marks cover; null where there is none. */
export function recordSpan(lanes: readonly Lane[]): DaySpan | null {
  const marks = lanes.flatMap((lane) => lane.marks);
  if (marks.length === 0) return null;
  return {
    fromDay: marks.reduce((least, { fromDay }) => Math.min(least, fromDay), Infinity),
    toDay: marks.reduce((most, { toDay }) => Math.max(most, toDay), -Infinity),
  };
}

function headOf(company: string, marks: readonly Mark[]): RoadmapRow {
  return {
    ...{ key: `company ${company}`, kind: 'company', company },
    ...{ programme: null, chip: null, marks, bar: null },
  };
}

/** The programme's own line stands also where no claim is about it as a whole: it names what follows. */
function programmeRows(programme: Programme, records: readonly ChipRecord[]): RoadmapRow[] {
  const own = records.find(({ chip }) => chip === null);
  const { company } = programme;
  const head: RoadmapRow = {
    ...{ key: `programme ${programme.id}`, kind: 'programme', company, programme },
    ...{ chip: null, marks: marksOf(own?.claims ?? []), bar: null },
  };
  const chips = records.flatMap(({ key, chip, claims }): RoadmapRow[] => {
    if (chip === null) return [];
    const marks = marksOf(claims);
    return [{ key, kind: 'chip', company, programme, chip, marks, bar: barOf(marks) }];
  });
  return [head, ...chips];
}

function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** @returns the number of rows where none is so. Rows are in order, so that all behind it are so too. */
function firstWhere(rows: readonly PlacedRow[], isSo: (row: PlacedRow) => boolean): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(rows[middle] as PlacedRow)) high = middle;
    else low = middle + 1;
  }
  return low;
}
