import { isCalendarDate } from '../../calendar/calendar-date';
import { isInstrumentId } from '../../instrument/instrument';
import { MOST_MEMBERS } from '../family-question';
import { readBenchmark, readMoment, readSettings } from '../read-evidence-question';
import type { BundleOrder, OrderedEvent } from './bundle-order';

/**
 * The order that came from another process; null for anything else. Texts are checked with the bundle
 * that is made of them.
 */
export function readBundleOrder(value: unknown): BundleOrder | null {
  if (typeof value !== 'object' || value === null) return null;
  const order = value as { readonly [Key in keyof BundleOrder]?: unknown };
  const { appVersion, made, settings, until, events, announcements, names, title } = order;
  const read = { settings: readSettings(settings), until: readMoment(until) };
  if (read.settings === undefined || read.until === undefined) return null;
  if (typeof appVersion !== 'string' || typeof made !== 'string') return null;
  if (!Array.isArray(events) || events.length > MOST_MEMBERS || !events.every(isEvent)) return null;
  if (!Array.isArray(announcements) || !isObject(names) || !isObject(title)) return null;
  return { ...(order as BundleOrder), settings: read.settings, until: read.until };
}

function isEvent(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { instrument, benchmark, session } = value as { [Key in keyof OrderedEvent]?: unknown };
  return (
    typeof instrument === 'string' &&
    isInstrumentId(instrument) &&
    readBenchmark(benchmark) !== undefined &&
    typeof session === 'string' &&
    isCalendarDate(session)
  );
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
