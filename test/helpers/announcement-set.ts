import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';
import type { Announcement, Company } from '../../src/shared/domain/announcement/announcement';
import type { Chip, Programme } from '../../src/shared/domain/announcement/programme';
import type { Instrument } from '../../src/shared/domain/instrument/instrument';

export interface AnnouncementFile {
  readonly $schema: string;
  readonly companies: readonly Company[];
  readonly programmes: readonly Programme[];
  readonly chips: readonly Chip[];
  readonly announcements: readonly Announcement[];
}

/** The set covers what was published up to this day; an entry with a later date moves it. */
export const COVERED_UNTIL = '2026-09-17';

const assets = new URL('../../assets/', import.meta.url);

export function readAsset(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, assets), 'utf8'));
}

/** File names without `.json`, in the order of the alphabet. */
export const announcementFileNames: readonly string[] = readdirSync(
  fileURLToPath(new URL('announcements/', assets)),
)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -'.json'.length))
  .sort();

export function readAnnouncementFile(name: string): AnnouncementFile {
  return readAsset(`announcements/${name}.json`) as AnnouncementFile;
}

export const announcementFiles: readonly AnnouncementFile[] =
  announcementFileNames.map(readAnnouncementFile);
export const announcements: readonly Announcement[] = announcementFiles.flatMap(
  (file) => file.announcements,
);
export const programmes: readonly Programme[] = announcementFiles.flatMap(
  (file) => file.programmes,
);
export const chips: readonly Chip[] = announcementFiles.flatMap((file) => file.chips);
export const companies: readonly Company[] = announcementFiles.flatMap((file) => file.companies);
export const catalogue: readonly Instrument[] = (
  readAsset('instruments/catalogue.json') as { instruments: Instrument[] }
).instruments;

/** The validator of a schema under `assets/`. Strict: an unknown keyword in the schema is an error. */
export function compileSchema(path: string): ValidateFunction {
  return new Ajv({ strict: true, strictTypes: false, allErrors: true }).compile(
    readAsset(path) as object,
  );
}
