import { describe, expect, it } from 'vitest';
import { TimelineService } from '../../../electron/core/timeline/timeline-service';
import {
  BundledAnnouncementRepository,
  mergeAnnouncementSets,
} from '../../../electron/store/announcements/announcement-repository';
import { BundledInstrumentCatalogueRepository } from '../../../electron/store/instruments/instrument-catalogue-repository';
import type { Announcement } from '../../../src/shared/domain/announcement/announcement';
import { isInstrumentId } from '../../../src/shared/domain/instrument/instrument';
import { FIRST_WATCHLIST } from '../../../src/shared/domain/watchlist/watchlist';

const company = (id: string) => ({ id, name: { en: id, zh: id } });
/** Only what the merge looks at. */
const announcement = (id: string) => ({ id }) as Announcement;

describe('mergeAnnouncementSets', () => {
  it('puts the files together, each company once', () => {
    const merged = mergeAnnouncementSets([
      { companies: [company('google')], announcements: [announcement('a')] },
      { companies: [company('google'), company('apple')], announcements: [announcement('b')] },
    ]);
    expect(merged.companies.map(({ id }) => id)).toEqual(['google', 'apple']);
    expect(merged.announcements.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('refuses an announcement that stands in two files', () => {
    const set = { companies: [], announcements: [announcement('a')] };
    expect(() => mergeAnnouncementSets([set, set])).toThrow('announcement a');
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
