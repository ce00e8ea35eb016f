import type { AnnouncementMoment } from '../announcement';
import { asRecord, type FieldReader } from './field-reader';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Zone and time of an announcement of unknown origin; null where it has none. */
export function readMoment(value: unknown, reader: FieldReader): AnnouncementMoment | null {
  if (value === null) return null;
  const record = asRecord(value);
  const zone = record?.['zone'];
  const time = record?.['time'] ?? null;
  const isTime = time === null || (typeof time === 'string' && TIME.test(time));
  if (typeof zone !== 'string' || !isZone(zone) || !isTime) {
    reader.note('at', 'bad-moment');
    return null;
  }
  return { zone, time: time as string | null };
}

/** True for a name of a time zone that this machine knows. */
export function isZone(zone: string): boolean {
  if (zone.length > 60 || !/^[A-Za-z]/.test(zone)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
