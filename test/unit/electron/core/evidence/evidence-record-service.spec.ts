import { beforeEach, describe, expect, it } from 'vitest';
import { EvidenceRecordService } from '../../../../../electron/core/evidence/evidence-record-service';
import type {
  CorporateEvent,
  OwnEventDraft,
} from '../../../../../src/shared/domain/event-study/corporate-event';
import { MemoryNamedValues } from '../../../../helpers/memory-named-values';

const shipped: CorporateEvent = {
  ...{ id: 'acme-listing', instrument: 'XNAS:ACME', kind: 'listing', from: '2024-03-05' },
  ...{ to: null, approximate: false, title: { en: 'Acme lists', zh: '艾克米上市' } },
  source: { publisher: 'Example', url: 'https://example.com/listing' },
};
const draft: OwnEventDraft = {
  ...{ instrument: 'XNAS:ACME', kind: 'earnings', from: '2024-02-01', to: null },
  ...{ text: 'Results', url: 'http://example.com/results' },
};

let own: MemoryNamedValues<OwnEventDraft>;
let sessions: MemoryNamedValues<string>;
let loads: number;
let service: EvidenceRecordService;

beforeEach(() => {
  own = new MemoryNamedValues();
  sessions = new MemoryNamedValues();
  loads = 0;
  service = new EvidenceRecordService({
    loadCorporateEvents: async () => {
      loads += 1;
      if (loads === 1) throw new Error('not read');
      return [shipped];
    },
    ...{ own, sessions },
  });
});

describe('the record of evidence', () => {
  it('reads the events of the app once, and again only after a failure', async () => {
    await expect(service.record()).rejects.toThrow('not read');
    expect((await service.record()).events).toEqual([shipped]);
    await service.record();
    expect(loads).toBe(2);
  });

  it('keeps events of the user among them, by date', async () => {
    loads = 1;
    const answer = await service.addEvent(draft);
    expect(answer.ok && answer.record.events.map(({ id }) => id)).toEqual([
      'own:1',
      'acme-listing',
    ]);
    await service.addEvent({ ...draft, from: '2024-04-01' });
    expect((await service.removeEvent('own:1')).events.map(({ id }) => id)).toEqual([
      'acme-listing',
      'own:2',
    ]);
    expect(own.values.size).toBe(1);
  });

  it('refuses one without a source, and one too many', async () => {
    loads = 1;
    expect(await service.addEvent({ ...draft, url: 'somewhere' })).toEqual({
      ok: false,
      fault: 'bad-source',
    });
    for (let number = 1; number <= 2000; number++) own.values.set(String(number), draft);
    expect(await service.addEvent(draft)).toEqual({ ok: false, fault: 'too-many' });
  });

  it('removes nothing that came with the app', async () => {
    loads = 1;
    expect((await service.removeEvent('acme-listing')).events).toEqual([shipped]);
    expect((await service.removeEvent('own:7')).events).toEqual([shipped]);
  });

  it('keeps a session that was set by hand until it is taken back', async () => {
    loads = 1;
    const chosen = {
      announcementId: 'a|b',
      instrument: 'XHKG:02513',
      session: '2026-05-29',
    } as const;
    const { announcementId, instrument, session } = chosen;
    expect((await service.chooseSession(announcementId, instrument, session)).sessions).toEqual([
      chosen,
    ]);
    expect((await service.chooseSession(announcementId, instrument, null)).sessions).toEqual([]);
  });

  it('gives addresses over https alone', async () => {
    loads = 1;
    await service.addEvent(draft);
    expect((await service.sourceUrl('own:1'))?.url).toBe('https://example.com/results');
    expect((await service.sourceUrl('acme-listing'))?.host).toBe('example.com');
    expect(await service.sourceUrl('nothing')).toBeNull();
  });
});
