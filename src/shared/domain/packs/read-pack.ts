import { asRecord } from '../announcement/curation/field-reader';
import { readCalendarPack } from './calendar-pack';
import { readCsvPack } from './csv-pack';
import { jsonDepth } from './json-depth';
import { PACK_LIMITS, type PackReading } from './pack';
import { PACK_NAME, readTapeoutPack } from './tapeout-pack';
import { readTimelinePack } from './timeline-pack';

/**
 * Reads a file of announcements in any of the forms that the app knows, told by its content. Never
 * throws; what is wrong with one entry stands with that entry.
 *
 * @param text - the whole file, without a byte order mark
 */
export function readPack(text: string): PackReading {
  if (text.length > PACK_LIMITS.bytes) return { ok: false, error: 'too-large' };
  const start = text.slice(0, 4096).trimStart();
  const reading = readForm(text, start);
  if (!reading.ok || reading.pack.rows.length > 0) return reading;
  return { ok: false, error: 'empty' };
}

function readForm(text: string, start: string): PackReading {
  if (start === '') return { ok: false, error: 'empty' };
  if (/^BEGIN:VCALENDAR/i.test(start)) return readCalendarPack(text);
  return /^[[{]/.test(start) ? readJson(text) : readCsvPack(text);
}

function readJson(text: string): PackReading {
  if (jsonDepth(text) > PACK_LIMITS.depth) return { ok: false, error: 'too-deep' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, error: 'not-json' };
  }
  const record = asRecord(value);
  if (record?.['format'] === PACK_NAME) return readTapeoutPack(record);
  return Array.isArray(record?.['events'])
    ? readTimelinePack(record, record['events'])
    : { ok: false, error: 'not-a-pack' };
}
