import type { DocumentItem, Lot, WatchlistDocument } from '../../../watchlist/watchlist-document';
import type { LossKind } from '../list-writing';
import type { LossReport } from './loss-report';

/** What a form has a place for. */
export interface FormRoom {
  /** `none`: everything in one row of items. `named`: a section is its name, so that two of one name are one. */
  readonly sections: 'none' | 'named' | 'all';
  /** Whether a section without items can be written. */
  readonly emptySections: boolean;
  /** Whether items of no section have to stand first. */
  readonly unnamedFirst: boolean;
  readonly notes: 'always' | 'without-lots' | 'never';
  readonly flags: boolean;
  readonly targets: boolean;
  /** Which of a lot's values can be written; null where no lot can. */
  readonly lots: readonly (keyof Lot)[] | null;
}

const LOT_LOSSES: readonly (readonly [field: keyof Lot, kind: LossKind])[] = [
  ['currency', 'lot-currencies'],
  ['comment', 'lot-comments'],
  ['commission', 'lot-commissions'],
  ['date', 'lot-dates'],
  ['price', 'lot-prices'],
];

/** Names what of an item finds no place. */
export function countItemLosses(item: DocumentItem, room: FormRoom, report: LossReport): void {
  const { symbol, note, flags, targets, lots } = item;
  const hasNote = room.notes === 'always' || (room.notes === 'without-lots' && lots.length === 0);
  if (note !== '' && !hasNote) report.add('notes', symbol);
  if (flags.length > 0 && !room.flags) report.add('flags', symbol);
  if (targets.length > 0 && !room.targets) report.add('targets', symbol);
  for (const lot of lots) {
    if (room.lots === null) report.add('lots', symbol);
    else countLotLosses(lot, symbol, room.lots, report);
  }
}

function countLotLosses(
  lot: Lot,
  symbol: string,
  kept: readonly (keyof Lot)[],
  report: LossReport,
): void {
  for (const [field, kind] of LOT_LOSSES) {
    const value = lot[field];
    if (value !== null && value !== '' && !kept.includes(field)) report.add(kind, symbol);
  }
}

/** Names what of the sections finds no place. An unnamed section without items is nothing. */
export function countSectionLosses(
  { sections }: WatchlistDocument,
  room: FormRoom,
  report: LossReport,
): void {
  const real = sections.filter(({ name, items }) => name !== null || items.length > 0);
  if (room.sections === 'none') {
    for (const { name } of real) if (name !== null) report.add('sections', name);
    return countRepeated(real, () => '', report);
  }
  real.forEach((section, index) => {
    const kind = sectionLoss(section, real.slice(0, index), room);
    if (kind !== null) report.add(kind, section.name ?? '');
  });
  countRepeated(
    real,
    ({ name }, index) => (isOneWithItsNamesake(name, room) ? `named ${name}` : `${index}`),
    report,
  );
}

type Sections = WatchlistDocument['sections'];

function sectionLoss(
  { name, items }: Sections[number],
  before: Sections,
  room: FormRoom,
): LossKind | null {
  if (items.length === 0 && !room.emptySections) return 'empty-sections';
  const hasSameName = before.some((other) => other.name === name);
  if (hasSameName && isOneWithItsNamesake(name, room)) return 'joined-sections';
  return name === null && before.length > 0 && room.unnamedFirst ? 'order' : null;
}

/** What stands before any name is one section, where a form has it at all. */
function isOneWithItsNamesake(name: string | null, room: FormRoom): boolean {
  return room.sections === 'named' || (name === null && room.unnamedFirst);
}

/** @param partOf - what a section becomes a part of */
function countRepeated(
  sections: Sections,
  partOf: (section: Sections[number], index: number) => string,
  report: LossReport,
): void {
  const seen = new Set<string>();
  for (const [index, section] of sections.entries()) {
    for (const { symbol } of section.items) {
      const key = `${partOf(section, index)} ${symbol}`;
      if (seen.has(key)) report.add('repeated-items', symbol);
      seen.add(key);
    }
  }
}
