import {
  SEED_LISTS,
  SEED_SECTIONS,
  type SeedList,
  type SeedSection,
  type Watchlist,
  type WatchlistItem,
  type WatchlistSection,
} from '../../../src/shared/domain/watchlist/watchlist';
import {
  FLAGS,
  type Flag,
  type ItemDetails,
  type Lot,
  NO_DETAILS,
  type TargetLevel,
} from '../../../src/shared/domain/watchlist/watchlist-document';
import type { TrashContent, TrashPlace } from '../../core/watchlist/watchlist-repository-port';

type Fields = Readonly<Record<string, unknown>>;

/** What was kept about an item. What cannot be read is left out. */
export function readDetails(json: string | null): ItemDetails {
  const value = json === null ? null : parse(json);
  return isFields(value) ? detailsFrom(value) : NO_DETAILS;
}

/** Null where it cannot be read. */
export function readPlace(json: string): TrashPlace | null {
  const value = parse(json);
  if (!isFields(value)) return null;
  const { index } = value;
  if (typeof index !== 'number') return null;
  return {
    listId: numberOrNull(value['listId']),
    sectionId: numberOrNull(value['sectionId']),
    afterId: numberOrNull(value['afterId']),
    index,
  };
}

/** Null where it cannot be read. */
export function readContent(json: string): TrashContent | null {
  const value = parse(json);
  if (!isFields(value)) return null;
  const [list, section, item] = [value['list'], value['section'], value['item']].map((part) =>
    isFields(part) && typeof part['id'] === 'number' ? part : null,
  );
  if (list) return { kind: 'list', list: listFrom(list) };
  if (section) return { kind: 'section', section: sectionFrom(section) };
  if (item) return { kind: 'item', item: itemFrom(item) };
  return null;
}

/** The seed of a later app counts for none. */
export function seedList(value: unknown): SeedList | null {
  return SEED_LISTS.find((seed) => seed === value) ?? null;
}

export function seedSection(value: unknown): SeedSection | null {
  return SEED_SECTIONS.find((seed) => seed === value) ?? null;
}

function listFrom(value: Fields): Watchlist {
  const sections = fieldsIn(value['sections']).map(sectionFrom);
  return { ...named(value), seed: seedList(value['seed']), sections };
}

function sectionFrom(value: Fields): WatchlistSection {
  const items = fieldsIn(value['items']).map(itemFrom);
  return { ...named(value), seed: seedSection(value['seed']), items };
}

function itemFrom(value: Fields): WatchlistItem {
  const { id } = named(value);
  const symbol = textOf(value['symbol']);
  return { id, symbol, written: textOrNull(value['written']), ...detailsFrom(value) };
}

function detailsFrom(value: Fields): ItemDetails {
  const flags = Array.isArray(value['flags']) ? value['flags'] : [];
  return {
    note: textOf(value['note']),
    flags: FLAGS.filter((flag: Flag) => flags.includes(flag)),
    targets: fieldsIn(value['targets']).flatMap(targetFrom),
    lots: fieldsIn(value['lots']).flatMap(lotFrom),
  };
}

function targetFrom({ price, label }: Fields): readonly TargetLevel[] {
  return typeof price === 'number' ? [{ price, label: textOf(label) }] : [];
}

function lotFrom({ quantity, price, currency, date, commission, comment }: Fields): readonly Lot[] {
  if (typeof quantity !== 'number') return [];
  return [
    {
      quantity,
      price: numberOrNull(price),
      currency: textOrNull(currency),
      date: textOrNull(date),
      commission: numberOrNull(commission),
      comment: textOf(comment),
    },
  ];
}

function named({ id, name }: Fields): { readonly id: number; readonly name: string | null } {
  return { id: numberOrNull(id) ?? 0, name: textOrNull(name) };
}

function fieldsIn(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const numberOrNull = (value: unknown): number | null => (typeof value === 'number' ? value : null);

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return null;
  }
}
