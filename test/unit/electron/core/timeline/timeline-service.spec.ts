import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type {
  AnnouncementRepository,
  AnnouncementSet,
} from '../../../../../electron/core/timeline/announcement-repository-port';
import {
  TimelineService,
  type TimelineSnapshot,
} from '../../../../../electron/core/timeline/timeline-service';
import type { Announcement } from '../../../../../src/shared/domain/announcement/announcement';
import type { Chip, Programme } from '../../../../../src/shared/domain/announcement/programme';
import type { TimelineSnapshot as ContractSnapshot } from '../../../../../src/shared/ipc/contract';

function announcement(id: string, date: string, urls: readonly string[] = []): Announcement {
  return {
    id,
    date,
    precision: 'day',
    at: null,
    company: 'acme',
    programmes: ['acme-a'],
    chips: ['acme-a1'],
    label: null,
    kind: 'cpu',
    contextKind: null,
    workload: 'general',
    stage: 'announced',
    claim: 'reported',
    process: '3 nm',
    foundry: null,
    designPartners: ['Partner'],
    isa: 'Arm',
    title: { en: `Title ${id}`, zh: `标题 ${id}` },
    summary: { en: 'Summary', zh: '摘要' },
    instruments: [{ instrument: 'XNAS:GOOGL', role: 'owner' }],
    sources: urls.map((url) => ({
      publisher: 'Example',
      url,
      date: null,
      dateEstimated: false,
      tier: 'press',
      basis: 'read',
    })),
    verified: true,
    note: 'for editors',
    originalReporter: null,
    refersTo: [{ id: 'other', relation: 'confirms' }],
  };
}

const PROGRAMME: Programme = {
  id: 'acme-a',
  company: 'acme',
  name: { en: 'Acme A', zh: '顶点A' },
  kind: 'cpu',
  workload: 'general',
  description: null,
};
const CHIP: Chip = {
  id: 'acme-a1',
  programme: 'acme-a',
  name: { en: 'A1', zh: 'A1' },
  predecessor: null,
};

/** A fake: a data set in memory that counts how often it is read. */
class FakeAnnouncementRepository implements AnnouncementRepository {
  loads = 0;
  failure: Error | null = null;

  constructor(private readonly announcements: readonly Announcement[]) {}

  load(): Promise<AnnouncementSet> {
    this.loads += 1;
    if (this.failure !== null) return Promise.reject(this.failure);
    const companies = [{ id: 'acme', name: { en: 'Acme', zh: '顶点' } }];
    return Promise.resolve({
      companies,
      programmes: [PROGRAMME],
      chips: [CHIP],
      announcements: this.announcements,
    });
  }
}

describe('TimelineService', () => {
  it('answers in the form of the contract', () => {
    expectTypeOf<TimelineSnapshot>().toEqualTypeOf<ContractSnapshot>();
  });

  it('reads the data set at the first question, once', async () => {
    const repository = new FakeAnnouncementRepository([announcement('a', '2025-01-01')]);
    const service = new TimelineService(repository);
    expect(repository.loads).toBe(0);

    await Promise.all([service.list(), service.get('a'), service.sourceUrl('a', 0)]);
    await service.list();

    expect(repository.loads).toBe(1);
  });

  it('reads again after a failure', async () => {
    const repository = new FakeAnnouncementRepository([announcement('a', '2025-01-01')]);
    const service = new TimelineService(repository);
    repository.failure = new Error('damaged bundle');
    await expect(service.list()).rejects.toThrow('damaged bundle');

    repository.failure = null;
    expect((await service.list()).announcements).toHaveLength(1);
  });

  it('lists newest first, those of one date by identity, without what only the card shows', async () => {
    const service = new TimelineService(
      new FakeAnnouncementRepository([
        announcement('tpu', '2016-05-18', ['https://a.example/', 'https://b.example/']),
        announcement('zeta', '2026-05-28'),
        announcement('alpha', '2026-05-28'),
      ]),
    );

    const { companies, programmes, chips, announcements } = await service.list();

    expect(companies.map(({ id }) => id)).toEqual(['acme']);
    expect(programmes).toEqual([PROGRAMME]);
    expect(chips).toEqual([CHIP]);
    expect(announcements.map(({ id }) => id)).toEqual(['alpha', 'zeta', 'tpu']);
    expect(announcements[2]).toEqual({
      id: 'tpu',
      date: '2016-05-18',
      precision: 'day',
      at: null,
      company: 'acme',
      programmes: ['acme-a'],
      chips: ['acme-a1'],
      label: null,
      kind: 'cpu',
      contextKind: null,
      workload: 'general',
      stage: 'announced',
      claim: 'reported',
      process: '3 nm',
      foundry: null,
      isa: 'Arm',
      designPartners: ['Partner'],
      title: { en: 'Title tpu', zh: '标题 tpu' },
      instruments: [{ instrument: 'XNAS:GOOGL', role: 'owner' }],
      verified: true,
      refersTo: [{ id: 'other', relation: 'confirms' }],
      sourceCount: 2,
      sourceTiers: ['press'],
    });
  });

  it('gives the same order for every order of the files', async () => {
    const set = [
      announcement('b', '2024-01-01'),
      announcement('a', '2024-01-01'),
      announcement('c', '2025-06-30'),
      announcement('d', '2023-12-31'),
    ];
    const sorted = ['c', 'a', 'b', 'd'];
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(set, { minLength: set.length }), async (shuffled) => {
        const service = new TimelineService(new FakeAnnouncementRepository(shuffled));
        const { announcements } = await service.list();
        expect(announcements.map(({ id }) => id)).toEqual(sorted);
      }),
    );
  });

  it('gives one announcement whole, and null for an unknown one', async () => {
    const tpu = announcement('tpu', '2016-05-18');
    const service = new TimelineService(new FakeAnnouncementRepository([tpu]));
    expect(await service.get('tpu')).toEqual(tpu);
    expect(await service.get('constructor')).toBeNull();
  });

  it('names a source by position, and only one that may be opened', async () => {
    const urls = ['https://blog.google/tpu', 'http://plain.example/', 'ftp://plain.example/'];
    const service = new TimelineService(
      new FakeAnnouncementRepository([announcement('tpu', '2016-05-18', urls)]),
    );
    expect(await service.sourceUrl('tpu', 0)).toEqual({ url: urls[0], host: 'blog.google' });
    expect(await service.sourceUrl('tpu', 1)).toEqual({
      url: 'https://plain.example/',
      host: 'plain.example',
    });
    expect(await service.sourceUrl('tpu', 2)).toBeNull();
    expect(await service.sourceUrl('tpu', 3)).toBeNull();
    expect(await service.sourceUrl('unknown', 0)).toBeNull();
  });
});
