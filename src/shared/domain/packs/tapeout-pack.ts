import type { Company } from '../announcement/announcement';
import type { ShownAnnouncement } from '../announcement/curation/curated-entry';
import { asRecord, FieldReader, type PlainRecord } from '../announcement/curation/field-reader';
import type { LocalizedText } from '../text/localized-text';
import { entryJson, readEntryJson } from './entry-json';
import { PACK_LIMITS, type PackReading } from './pack';

export const PACK_NAME = 'tapeout-announcements';
export const PACK_VERSION = 1;
const FIELDS = ['$schema', 'format', 'version', 'exportedAt', 'companies', 'announcements'];
const LONGEST_NAME = 200;

/**
 * Tapeout's own form; its schema is `assets/announcements/schema/pack.schema.json`.
 *
 * @param exportedAt - UTC milliseconds
 */
export function writeTapeoutPack(
  announcements: readonly ShownAnnouncement[],
  companies: readonly Company[],
  exportedAt: number,
): string {
  const named = new Set(announcements.map(({ company }) => company));
  const pack = {
    format: PACK_NAME,
    version: PACK_VERSION,
    exportedAt: new Date(exportedAt).toISOString(),
    companies: companies.filter(({ id }) => named.has(id)),
    announcements: announcements.map(entryJson),
  };
  return `${JSON.stringify(pack, null, 2)}\n`;
}

/** @param record - a parsed file whose `format` is {@link PACK_NAME} */
export function readTapeoutPack(record: PlainRecord): PackReading {
  if (typeof record['version'] === 'number' && record['version'] > PACK_VERSION) {
    return { ok: false, error: 'newer-version' };
  }
  const entries = record['announcements'];
  if (!Array.isArray(entries)) return { ok: false, error: 'not-a-pack' };
  if (entries.length > PACK_LIMITS.entries) return { ok: false, error: 'too-many' };
  const unknown = Object.keys(record).filter((name) => !FIELDS.includes(name));
  const rows = entries.map((entry: unknown, index) => readEntryJson(entry, index + 1));
  const companies = readCompanies(record['companies']);
  return { ok: true, pack: { format: 'tapeout', rows, companies, unknown } };
}

function readCompanies(value: unknown): ReadonlyMap<string, LocalizedText> {
  const names = new Map<string, LocalizedText>();
  if (!Array.isArray(value)) return names;
  for (const each of value.slice(0, PACK_LIMITS.entries)) {
    const company = asRecord(each);
    if (typeof company?.['id'] !== 'string') continue;
    // A name stands where an announcement has its title, and is read as one.
    const reader = new FieldReader({ title: company['name'] });
    const name = reader.localized('title', LONGEST_NAME);
    if (reader.faults.length === 0 && (name.en || name.zh)) names.set(company['id'], name);
  }
  return names;
}
