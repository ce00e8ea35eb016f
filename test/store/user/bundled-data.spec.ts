import { describe, expect, it } from 'vitest';
import { TimelineService } from '../../../electron/core/timeline/timeline-service';
import {
  BundledAnnouncementRepository,
  mergeAnnouncementSets,
} from '../../../electron/store/announcements/announcement-repository';
import { BundledInstrumentCatalogueRepository } from '../../../electron/store/instruments/instrument-catalogue-repository';
import type { Announcement } from '../../../src/shared/domain/announcement/announcement';
import type { Chip, Programme } from '../../../src/shared/domain/announcement/programme';
import { isInstrumentId } from '../../../src/shared/domain/instrument/instrument';
import { FIRST_WATCHLIST } from '../../../src/shared/domain/watchlist/watchlist';

const company = (id: string) => ({ id, name: { en: id, zh: id } });
const programme = (id: string) => ({ id }) as Programme;
const chip = (id: string) => ({ id }) as Chip;
/** Only what the merge looks at. */
const announcement = (id: string) => ({ id }) as Announcement;

describe('mergeAnnouncementSets', () => {
  it('puts the files together, each company once', () => {
    const merged = mergeAnnouncementSets([
      {
        companies: [company('google')],
        programmes: [programme('google-tpu')],
        chips: [chip('google-tpu-v1')],
        announcements: [announcement('a')],
      },
      {
        companies: [company('google'), company('apple')],
        programmes: [programme('apple-m')],
        chips: [],
        announcements: [announcement('b')],
      },
    ]);
    expect(merged.companies.map(({ id }) => id)).toEqual(['google', 'apple']);
    expect(merged.programmes.map(({ id }) => id)).toEqual(['google-tpu', 'apple-m']);
    expect(merged.chips.map(({ id }) => id)).toEqual(['google-tpu-v1']);
    expect(merged.announcements.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  const empty = { companies: [], programmes: [], chips: [], announcements: [] };

  it.each([
    ['announcement a', { ...empty, announcements: [announcement('a')] }],
    ['programme p', { ...empty, programmes: [programme('p')] }],
    ['chip c', { ...empty, chips: [chip('c')] }],
  ])('refuses %s in two files', (what, set) => {
    expect(() => mergeAnnouncementSets([set, set])).toThrow(what);
  });
});

describe('the bundled announcements', () => {
  it('hold the TPU announcement of 2016-05-18, about Alphabet, with a source to open', async () => {
    const timeline = new TimelineService(new BundledAnnouncementRepository());
    const { announcements } = await timeline.list();
    const tpu = announcements.find(
      ({ date, company: id }) => date === '2016-05-18' && id === 'google',
    );
    expect(tpu?.instruments.map(({ instrument }) => instrument)).toContain('XNAS:GOOGL');
    expect((await timeline.sourceUrl(tpu?.id ?? '', 0))?.url).toMatch(/^https:/);
  });

  it('hold the programmes of the story, each with its company and its chips', async () => {
    const { companies, programmes, chips } = await new TimelineService(
      new BundledAnnouncementRepository(),
    ).list();
    const tpu = programmes.find(({ id }) => id === 'google-tpu');
    expect(tpu).toMatchObject({ company: 'google', name: { en: 'Google TPU', zh: '谷歌TPU' } });
    expect(companies.map(({ id }) => id)).toContain(tpu?.company);
    const names = chips.filter(({ programme: id }) => id === tpu?.id).map(({ name }) => name.en);
    expect(names).toEqual(expect.arrayContaining(['TPU v1', 'TPU v5p', 'TPU 8i']));
  });

  it('name only companies of the set, newest first', async () => {
    const { companies, announcements } = await new TimelineService(
      new BundledAnnouncementRepository(),
    ).list();
    const known = new Set(companies.map(({ id }) => id));
    expect(announcements.filter(({ company: id }) => !known.has(id))).toEqual([]);
    const dates = announcements.map(({ date }) => date);
    expect(dates).toEqual([...dates].sort().reverse());
  });
});

describe('the bundled catalogue', () => {
  it('holds every instrument of the first watchlist, each once', async () => {
    const instruments = await new BundledInstrumentCatalogueRepository().load();
    const ids = instruments.map(({ id }) => id);
    expect(ids.every(isInstrumentId)).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
    const wanted = FIRST_WATCHLIST.flatMap(({ symbols }) => symbols);
    expect(wanted.filter((id) => !new Set<string>(ids).has(id))).toEqual([]);
  });
});
