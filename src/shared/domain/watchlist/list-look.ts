import { LIST_COLUMNS, type ListColumn, type ListSort, SORT_DIRECTIONS } from './list-column';

/** `section`: as the user ordered them; `role`: of the company in the announcements. */
export const LIST_GROUPINGS = ['section', 'role', 'exchange', 'none'] as const;
export type ListGrouping = (typeof LIST_GROUPINGS)[number];

export const LIST_DENSITIES = ['comfortable', 'compact'] as const;
export type ListDensity = (typeof LIST_DENSITIES)[number];

/** How far back the small line of a price goes: a week, one, three and six months, a year. */
export const TREND_PERIODS = ['1W', '1M', '3M', '6M', '1Y'] as const;
export type TrendPeriod = (typeof TREND_PERIODS)[number];

/** Sessions that make up a period; the bars of a year are those of 52 weeks. */
export const PERIOD_SESSIONS: Readonly<Record<TrendPeriod, number>> = {
  '1W': 5,
  '1M': 21,
  '3M': 63,
  '6M': 126,
  '1Y': 252,
};

/** What the area of a tile stands for. */
export const HEAT_SIZES = ['equal', 'turnover', 'held'] as const;
export type HeatSize = (typeof HEAT_SIZES)[number];

/** Currencies in which holdings of several can be added up. */
export const DISPLAY_CURRENCIES = [
  'USD',
  'EUR',
  'CNY',
  'HKD',
  'JPY',
  'KRW',
  'TWD',
  'GBP',
  'SGD',
  'CHF',
  'CAD',
  'AUD',
  'INR',
] as const;
export type DisplayCurrency = (typeof DISPLAY_CURRENCIES)[number];

/** How lists are shown; one look for all of them. */
export interface ListLook {
  /** Left to right; each once. */
  readonly columns: readonly ListColumn[];
  /** Null: the list's own order. */
  readonly sort: ListSort | null;
  readonly grouping: ListGrouping;
  readonly density: ListDensity;
  readonly period: TrendPeriod;
  readonly heatSize: HeatSize;
  readonly displayCurrency: DisplayCurrency;
}

export const DEFAULT_LIST_LOOK: ListLook = {
  columns: [
    'last',
    'change',
    'changePercent',
    'volume',
    'dayRange',
    'yearRange',
    'trend',
    'lastAnnouncement',
    'age',
  ],
  sort: null,
  grouping: 'section',
  density: 'comfortable',
  period: '3M',
  heatSize: 'equal',
  displayCurrency: 'USD',
};

/** A look as it was stored; null where it is none. Columns of a newer version are left out. */
export function readListLook(stored: unknown): ListLook | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { columns, sort, grouping, density, period, heatSize, displayCurrency } =
    stored as Readonly<Record<string, unknown>>;
  if (!Array.isArray(columns)) return null;
  const known = LIST_COLUMNS.filter((column) => columns.includes(column));
  const look = {
    columns: [...known].sort((one, other) => columns.indexOf(one) - columns.indexOf(other)),
    sort: readSort(sort),
    grouping: oneOf(LIST_GROUPINGS, grouping),
    density: oneOf(LIST_DENSITIES, density),
    period: oneOf(TREND_PERIODS, period),
    heatSize: oneOf(HEAT_SIZES, heatSize),
    displayCurrency: oneOf(DISPLAY_CURRENCIES, displayCurrency),
  };
  const whole = Object.entries(look).every(([name, value]) => name === 'sort' || value !== null);
  return whole ? (look as ListLook) : null;
}

function readSort(stored: unknown): ListSort | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { by, direction } = stored as Readonly<Record<string, unknown>>;
  const key = oneOf(['name', ...LIST_COLUMNS] as const, by);
  const way = oneOf(SORT_DIRECTIONS, direction);
  return key && way ? { by: key, direction: way } : null;
}

function oneOf<Value extends string>(values: readonly Value[], value: unknown): Value | null {
  return values.find((each) => each === value) ?? null;
}
