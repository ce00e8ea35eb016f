import { type CalendarDate, isCalendarDate } from '../../calendar/calendar-date';
import { SERIES_KINDS, type SeriesKind } from '../paired-returns';
import {
  type EstimationWindow,
  type EventWindow,
  STUDY_MODELS,
  type StudyModel,
  type StudyParameters,
} from '../study-spec';
import { isFault, type StudyFault } from './study-fault';

/** An event study as a file asks for it. */
export interface StudySpec {
  /** Path of a CSV file; a relative one starts from the folder of the specification. */
  readonly data: string;
  readonly kind: SeriesKind;
  /** Column of the market; null only for the model `mean`. */
  readonly market: string | null;
  readonly events: readonly { readonly security: string; readonly date: CalendarDate }[];
  readonly parameters: StudyParameters;
}

/** Farther from the event no window reaches, in sessions. */
const LONGEST = 10_000;

/**
 * Reads the specification of an event study. Keys that it does not know are left aside; `model` may
 * be missing and is then `market`.
 */
export function readStudySpec(text: string): StudySpec | StudyFault {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { fault: 'not-json', message: 'the specification is no JSON' };
  }
  if (!isRecord(value)) return bad('the specification', 'an object');
  const { data, kind, events } = value;
  if (typeof data !== 'string' || data === '') return bad('data', 'the path of a CSV file');
  if (!isOneOf(SERIES_KINDS, kind)) return bad('kind', listed(SERIES_KINDS));
  const model = value['model'] ?? 'market';
  if (!isOneOf(STUDY_MODELS, model)) return bad('model', listed(STUDY_MODELS));
  const market = marketOf(value['market'], model);
  if (market !== null && typeof market !== 'string') return market;
  const estimation = estimationOf(value['estimation']);
  if (isFault(estimation)) return estimation;
  const window = windowOf(value['window']);
  if (isFault(window)) return window;
  const read = eventsOf(events);
  return isFault(read)
    ? read
    : { data, kind, market, events: read, parameters: { model, estimation, window } };
}

function marketOf(value: unknown, model: StudyModel): string | null | StudyFault {
  if (typeof value === 'string' && value !== '') return value;
  const isAbsent = value === undefined || value === null;
  return isAbsent && model === 'mean' ? null : bad('market', 'the name of a column');
}

function estimationOf(value: unknown): EstimationWindow | StudyFault {
  if (!isRecord(value)) return bad('estimation', '{"from", "to"} or {"length", "gap"}');
  const { from, to, length, gap = 0 } = value;
  if (length !== undefined) {
    if (!isCount(length, 1)) return bad('estimation.length', 'a whole number from 1 on');
    return isCount(gap, 0) ? { length, gap } : bad('estimation.gap', 'a whole number from 0 on');
  }
  if (!isDate(from)) return bad('estimation.from', 'a date such as 2016-05-18');
  if (!isDate(to)) return bad('estimation.to', 'a date such as 2016-05-18');
  return from <= to ? { from, to } : bad('estimation.to', 'a date not before estimation.from');
}

function windowOf(value: unknown): EventWindow | StudyFault {
  const [first, last, ...rest] = Array.isArray(value) ? (value as readonly unknown[]) : [];
  if (!isDay(first) || !isDay(last) || rest.length > 0 || first > last) {
    return bad('window', 'two whole numbers [a, b] with a <= b');
  }
  return [first, last];
}

function eventsOf(value: unknown): StudySpec['events'] | StudyFault {
  if (!Array.isArray(value) || value.length === 0) return bad('events', 'a list of events');
  const events: { security: string; date: CalendarDate }[] = [];
  for (const [index, event] of (value as readonly unknown[]).entries()) {
    const at = `events[${index}]`;
    if (!isRecord(event)) return bad(at, '{"security", "date"}');
    const { security, date } = event;
    if (typeof security !== 'string') return bad(`${at}.security`, 'the name of a column');
    if (!isDate(date)) return bad(`${at}.date`, 'a date such as 2016-05-18');
    events.push({ security, date });
  }
  return events;
}

function bad(where: string, expected: string): StudyFault {
  return { fault: 'bad-spec', message: `${where} must be ${expected}` };
}

function listed(values: readonly string[]): string {
  return `one of ${values.join(', ')}`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOneOf<Value extends string>(values: readonly Value[], value: unknown): value is Value {
  return values.some((one) => one === value);
}

function isDate(value: unknown): value is CalendarDate {
  return typeof value === 'string' && isCalendarDate(value);
}

function isCount(value: unknown, least: number): value is number {
  return isDay(value) && value >= least;
}

function isDay(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= LONGEST;
}
