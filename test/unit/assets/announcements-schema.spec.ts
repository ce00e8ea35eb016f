import { describe, expect, it } from 'vitest';
import {
  ANNOUNCEMENT_KINDS,
  CLAIMS,
  CONTEXT_KINDS,
  DATE_PRECISIONS,
  ROLES,
  SOURCE_BASES,
  SOURCE_TIERS,
  RELATIONS,
  STAGES,
} from '../../../src/shared/domain/announcement/announcement';
import { CHIP_KINDS, WORKLOADS } from '../../../src/shared/domain/announcement/programme';
import {
  announcementFileNames,
  compileSchema,
  readAnnouncementFile,
  readAsset,
} from '../../helpers/announcement-set';

const SCHEMA = 'announcements/schema/announcements.schema.json';
const validate = compileSchema(SCHEMA);

/** A copy of a good file (`google`: its first entry names a chip) that a test may break. */
type Loose = Record<'announcements' | 'programmes' | 'chips', Record<string, unknown>[]> & {
  companies: unknown[];
} & Record<string, unknown>;
function brokenCopy(breakIt: (file: Loose, first: Record<string, unknown>) => void): Loose {
  const file = structuredClone(readAnnouncementFile('google')) as unknown as Loose;
  const first = file.announcements[0];
  if (first === undefined) throw new Error('google.json is empty');
  breakIt(file, first);
  return file;
}
const DAY = { precision: 'day', date: '2015-03-02' };
const firstOf = (all: Record<string, unknown>[]) => all[0] ?? {};
const firstSource = (entry: Record<string, unknown>) =>
  (entry['sources'] as Record<string, unknown>[])[0] ?? {};

describe('the schema of announcements', () => {
  it.each(announcementFileNames)('accepts %s.json', (name) => {
    validate(readAnnouncementFile(name));
    expect(validate.errors).toBeNull();
  });

  it('accepts the unbroken copy of the controls below', () => {
    expect(validate(brokenCopy(() => undefined))).toBe(true);
  });

  it('accepts a day with the time that a zone had', () => {
    const at = { zone: 'America/New_York', time: '23:05' };
    expect(validate(brokenCopy((_, entry) => Object.assign(entry, { ...DAY, at })))).toBe(true);
  });

  it.each<[string, (file: Loose, first: Record<string, unknown>) => void]>([
    ['no source', (_, entry) => (entry['sources'] = [])],
    ['a missing field', (_, entry) => delete entry['claim']],
    ['an unknown field', (_, entry) => (entry['colour'] = 'red')],
    ['an unknown field in a source', (_, entry) => (firstSource(entry)['page'] = 3)],
    ['an unknown field of the file', (file) => (file['comment'] = 'x')],
    ['an unknown stage', (_, entry) => (entry['stage'] = 'in-production')],
    ['an unknown tier', (_, entry) => (firstSource(entry)['tier'] = 'blog')],
    ['a source without https', (_, entry) => (firstSource(entry)['url'] = 'http://example.com/a')],
    ['a source with a script', (_, entry) => (firstSource(entry)['url'] = 'javascript:alert(1)')],
    ['an id in capitals', (_, entry) => (entry['id'] = 'Google-TPU')],
    ['a date with a time', (_, entry) => (entry['date'] = '2016-05-18T00:00:00Z')],
    [
      'a year with a day',
      (_, entry) => Object.assign(entry, { precision: 'year', date: '2015-03-01' }),
    ],
    [
      'a quarter with a day',
      (_, entry) => Object.assign(entry, { precision: 'quarter', date: '2015-02-01' }),
    ],
    [
      'a month with a day',
      (_, entry) => Object.assign(entry, { precision: 'month', date: '2015-02-02' }),
    ],
    ['a stage without a chip', (_, entry) => (entry['kind'] = 'context')],
    ['a chip without a stage', (_, entry) => (entry['stage'] = 'context')],
    [
      'a summary without Chinese',
      (_, entry) => (entry['summary'] = { en: 'A chip.', zh: 'A chip.' }),
    ],
    [
      'an instrument without its exchange',
      (_, entry) => (entry['instruments'] = [{ instrument: 'GOOGL', role: 'owner' }]),
    ],
    ['no company', (file) => (file.companies = [])],
    ['no programmes', (file) => delete (file as Record<string, unknown>)['programmes']],
    ['news of a chip without a programme', (_, entry) => (entry['programmes'] = [])],
    ['neither chip nor label', (_, entry) => Object.assign(entry, { chips: [], label: null })],
    ['a label in one language', (_, entry) => (entry['label'] = { en: 'a chip' })],
    ['news of a chip as context', (_, entry) => (entry['contextKind'] = 'deal')],
    [
      'context of no kind',
      (_, entry) => Object.assign(entry, { kind: 'context', stage: 'context' }),
    ],
    [
      'context of an unknown kind',
      (_, entry) =>
        Object.assign(entry, { kind: 'context', stage: 'context', contextKind: 'gossip' }),
    ],
    [
      'an unknown relation',
      (_, entry) => (entry['refersTo'] = [{ id: 'google-tpu-v1-deployed', relation: 'proves' }]),
    ],
    [
      'a time without its zone',
      (_, entry) => Object.assign(entry, { ...DAY, at: { time: '09:00' } }),
    ],
    [
      'a time that no clock shows',
      (_, entry) => Object.assign(entry, { ...DAY, at: { zone: 'Asia/Tokyo', time: '24:10' } }),
    ],
    [
      'a time where the day is not known',
      (_, entry) => (entry['at'] = { zone: 'Asia/Tokyo', time: '09:00' }),
    ],
    ['a programme of no kind', (file) => (firstOf(file.programmes)['kind'] = 'context')],
    ['a programme in one language', (file) => (firstOf(file.programmes)['name'] = { en: 'TPU' })],
    [
      'a description without Chinese',
      (file) => (firstOf(file.programmes)['description'] = { en: 'Chips.', zh: 'Chips.' }),
    ],
    ['a chip with a year', (file) => (firstOf(file.chips)['year'] = 2015)],
    ['a chip in capitals', (file) => (firstOf(file.chips)['id'] = 'TPU-v1')],
  ])('refuses %s', (_, breakIt) => {
    expect(validate(brokenCopy(breakIt))).toBe(false);
  });

  it('lists the same values as the domain types', () => {
    const { definitions } = readAsset(SCHEMA) as {
      definitions: Record<string, { properties: Record<string, { enum: unknown }> }>;
    };
    const valuesOf = (definition: string, field: string) =>
      definitions[definition]?.properties[field]?.enum;
    expect(valuesOf('announcement', 'precision')).toEqual(DATE_PRECISIONS);
    expect(valuesOf('announcement', 'kind')).toEqual(ANNOUNCEMENT_KINDS);
    expect(valuesOf('announcement', 'contextKind')).toEqual([...CONTEXT_KINDS, null]);
    expect(valuesOf('reference', 'relation')).toEqual(RELATIONS);
    expect(valuesOf('programme', 'kind')).toEqual(CHIP_KINDS);
    expect(valuesOf('programme', 'workload')).toEqual(WORKLOADS);
    expect(valuesOf('announcement', 'workload')).toEqual(WORKLOADS);
    expect(valuesOf('announcement', 'stage')).toEqual(STAGES);
    expect(valuesOf('announcement', 'claim')).toEqual(CLAIMS);
    expect(valuesOf('instrument', 'role')).toEqual(ROLES);
    expect(valuesOf('source', 'tier')).toEqual(SOURCE_TIERS);
    expect(valuesOf('source', 'basis')).toEqual(SOURCE_BASES);
  });
});
