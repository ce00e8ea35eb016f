import { beforeEach, describe, expect, it } from 'vitest';
import { DayOverrideService } from '../../../../../electron/core/calendar/day-override-service';
import { Signal } from '../../../../../electron/core/events/signal';
import type { DayOverride } from '../../../../../src/shared/domain/calendar/day-override';
import { readShippedCalendars } from '../../../shared/domain/calendar/read-shipped-calendars';
import { FakeDayOverrideRepository } from './fake-day-override-repository';

const STORM: DayOverride = { mic: 'XHKG', date: '2026-11-24', kind: 'closed', minute: null };
const HALF: DayOverride = { mic: 'XNAS', date: '2026-11-23', kind: 'early', minute: 780 };

let repository: FakeDayOverrideRepository;
let heard: (readonly DayOverride[])[];
let calendarsAsked: number;
let service: DayOverrideService;

beforeEach(() => {
  repository = new FakeDayOverrideRepository();
  heard = [];
  calendarsAsked = 0;
  const changed = new Signal<readonly DayOverride[]>((error) => {
    throw error;
  });
  changed.subscribe((overrides) => heard.push(overrides));
  service = new DayOverrideService({
    repository,
    calendars: async () => {
      calendarsAsked += 1;
      return readShippedCalendars();
    },
    changed,
  });
});

describe('DayOverrideService', () => {
  it('lists what is stored by date, asks the store once and needs no calendar for it', () => {
    repository.days = [STORM, { ...STORM, mic: 'XASX' }, HALF];
    expect(service.list()).toEqual([HALF, { ...STORM, mic: 'XASX' }, STORM]);
    service.list();
    expect([repository.reads, calendarsAsked]).toEqual([1, 0]);
  });

  it('stores a day, answers with all of them and tells everybody', async () => {
    repository.days = [STORM];
    expect(await service.set(HALF)).toEqual({ ok: true, overrides: [HALF, STORM] });
    expect(repository.days).toEqual([STORM, HALF]);
    expect(heard).toEqual([[HALF, STORM]]);
  });

  it("stores a segment's day under its exchange, in place of the one that stood there", async () => {
    await service.set(HALF);
    const answer = await service.set({ ...HALF, mic: 'XNGS', kind: 'closed', minute: null });
    expect(answer).toEqual({ ok: true, overrides: [{ ...STORM, mic: 'XNAS', date: HALF.date }] });
  });

  it.each<[DayOverride, string]>([
    [{ ...STORM, mic: 'XXXX' }, 'unknown-exchange'],
    [{ ...STORM, date: '2026-02-30' }, 'bad-date'],
    [{ ...HALF, minute: 0 }, 'bad-minute'],
  ])('refuses %j: %s', async (override, reason) => {
    expect(await service.set(override)).toEqual({ ok: false, reason });
    expect([repository.days, heard]).toEqual([[], []]);
  });

  it('forgets a day; one that is not there is no news', async () => {
    repository.days = [STORM, HALF];
    expect(service.clear(STORM)).toEqual({ ok: true, overrides: [HALF] });
    expect(service.clear(STORM)).toEqual({ ok: true, overrides: [HALF] });
    expect(service.clear({ mic: 'XNAS', date: STORM.date })).toEqual({
      ok: true,
      overrides: [HALF],
    });
    expect(heard).toEqual([[HALF]]);
  });

  it('asks the store again after a write that failed', async () => {
    repository.failure = new Error('disk full');
    await expect(service.set(STORM)).rejects.toThrow('disk full');
    expect(heard).toEqual([]);
    expect(service.list()).toEqual([STORM]);
  });
});
