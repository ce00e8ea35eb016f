import { describe, expect, it } from 'vitest';
import {
  NO_FILTER,
  withValues,
} from '../../../../../src/shared/domain/announcement-filter/announcement-filter';
import {
  countFacets,
  matches,
} from '../../../../../src/shared/domain/announcement-filter/apply-filter';
import {
  filterSubject,
  listedCompanyOf,
  NOT_STATED,
  type RecordNames,
} from '../../../../../src/shared/domain/announcement-filter/filter-subject';
import { PINYIN_TABLE } from '../../../../../src/shared/domain/text/pinyin-table';
import { createReadings } from '../../../../../src/shared/domain/text/readings';
import {
  announcements,
  catalogue,
  chips,
  companies,
  programmes,
} from '../../../../helpers/announcement-set';
import {
  ACME,
  ACME_HONG_KONG,
  sampleAnnouncements,
  sampleChips,
  sampleCompanies,
  sampleInstruments,
  sampleProgrammes,
} from '../../../../helpers/desk-sample';
import { summaryOf } from '../../../../helpers/fake-client';

const byId = <Named extends { readonly id: string }>(all: readonly Named[]) => {
  const known = new Map(all.map((each) => [each.id, each]));
  return (id: string): Named | undefined => known.get(id);
};

const sampleNames: RecordNames = {
  company: (id) => byId(sampleCompanies)(id)?.name,
  programme: (id) => byId(sampleProgrammes)(id)?.name,
  chip: (id) => byId(sampleChips)(id)?.name,
  instrument: byId(sampleInstruments),
};

const subjectOf = (id: string) => {
  const announcement = sampleAnnouncements.find((each) => each.id === id);
  if (!announcement) throw new Error(`the sample has no ${id}`);
  return filterSubject(summaryOf(announcement), sampleNames);
};

describe('the values of an announcement', () => {
  it('are what it tells of a chip', () => {
    expect(subjectOf('acme-a1').values).toEqual({
      kind: ['cpu'],
      company: ['acme'],
      programme: ['acme-a'],
      stage: ['announced'],
      claim: ['confirmed'],
      workload: ['general'],
      isa: ['RISC-V'],
      foundry: ['Fabco'],
      tier: ['primary', 'other'],
      ticker: ['acme', 'bolt', 'korvo'],
    });
  });

  it('say where it tells nothing, and that both workloads are each of the two', () => {
    const { values } = subjectOf('acme-a2');
    expect(values.isa).toEqual([NOT_STATED]);
    expect(values.foundry).toEqual([NOT_STATED]);
    expect(values.workload).toEqual(['training', 'inference']);
  });

  it('have nothing of a chip where it is market context', () => {
    const { values } = subjectOf('market-news');
    expect(values.kind).toEqual(['context', 'context/shortage']);
    for (const facet of ['stage', 'claim', 'workload', 'isa', 'foundry'] as const) {
      expect(values[facet]).toEqual([]);
    }
  });

  it('join the lines of one listed company, and keep an unknown instrument as itself', () => {
    const instrument = byId(sampleInstruments);
    expect(listedCompanyOf(ACME, instrument(ACME))).toBe('acme');
    expect(listedCompanyOf(ACME_HONG_KONG, instrument(ACME_HONG_KONG))).toBe('acme');
    expect(listedCompanyOf('XNAS:NONE', undefined)).toBe('XNAS:NONE');
  });
});

describe('the text of an announcement', () => {
  const finds = (id: string, text: string): boolean =>
    matches({ ...NO_FILTER, text }, subjectOf(id));

  it.each([
    'acme',
    '艾克米',
    'a1',
    '甲1',
    'TITLE',
    '7777.HK',
    '02345',
    'risc-v',
    'helper two',
    '2024-03',
  ])('holds %s', (text) => {
    expect(finds('acme-a1', text)).toBe(true);
  });

  it('holds nothing of others', () => {
    expect(finds('acme-a1', 'deltatron')).toBe(false);
    expect(finds('acme-a1', 'acme deltatron')).toBe(false);
  });
});

describe('the whole record', () => {
  const names: RecordNames = {
    company: (id) => byId(companies)(id)?.name,
    programme: (id) => byId(programmes)(id)?.name,
    chip: (id) => byId(chips)(id)?.name,
    instrument: byId(catalogue),
  };
  const readings = createReadings(PINYIN_TABLE);
  const subjects = announcements.map((each) => filterSubject(summaryOf(each), names, readings));
  const found = (text: string) => subjects.filter((each) => matches({ ...NO_FILTER, text }, each));

  it.each(['zhipu', 'zp', '智谱'])('finds Zhipu by %s', (text) => {
    expect(found(text).map(({ values }) => values.company[0])).toContain('zhipu');
  });

  it('finds every company by its Chinese name and by how it sounds', () => {
    for (const { id, values } of subjects) {
      const name = names.company(values.company[0] ?? '')?.zh ?? '';
      const sound = [...name].map((character) => readings(character)[0] ?? character).join('');
      const asked = [name, /^[a-z0-9]+$/i.test(sound) ? sound : name];
      for (const text of asked) {
        expect(
          found(text).some((each) => each.id === id),
          `${id} by ${text}`,
        ).toBe(true);
      }
    }
  });

  it('has a foundry for a filter to count, as the entries state it', () => {
    const stated = announcements.filter(({ foundry }) => foundry?.includes('TSMC'));
    const counts = countFacets(NO_FILTER, subjects);
    expect(counts.foundry.get('TSMC')).toBe(stated.length);
    const chosen = withValues(NO_FILTER, 'foundry', ['TSMC']);
    expect(subjects.filter((each) => matches(chosen, each))).toHaveLength(stated.length);
  });
});
