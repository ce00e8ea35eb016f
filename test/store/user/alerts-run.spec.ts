import { describe, expect, it } from 'vitest';
import type { MarketWatch } from '../../../src/shared/domain/alert/alert-rule';
import { NO_FILTER } from '../../../src/shared/domain/announcement-filter/announcement-filter';
import type { AnnouncementSummary } from '../../../src/shared/domain/announcement/announcement';
import { crossesUp, NVDA, priceDraft } from '../../helpers/made-up-rule';
import { ManualTime } from '../../helpers/manual-time';
import { AlertDesk, type AlertDeskOptions, FRIDAY, MINUTE } from './alert-desk';
import { openForTest } from './open-for-test';
import { temporaryFolder } from './temporary-folder';

const EVERY: Partial<MarketWatch> = { trigger: 'everyTime' };

function open(options: Partial<AlertDeskOptions> = {}, folder = temporaryFolder()) {
  const { database } = openForTest(folder);
  return { desk: new AlertDesk({ database, ...options }), database, folder };
}

describe('a price', () => {
  it('that crosses fires once, with what was before and after, on the disk before it is told', async () => {
    const { desk } = open();
    const rule = desk.rule();
    desk.quotes(149, 149.5, 151, 149, 151);
    const [firing, ...more] = desk.fired();
    expect(more).toEqual([]);
    expect(firing).toMatchObject({
      ...{ ruleId: rule.id, instrument: NVDA, late: false, simulated: false, source: 'yahoo' },
      ...{ at: FRIDAY + 3 * MINUTE, ageMs: 0, readings: [{ before: 149.5, value: 151 }] },
      ...{ before: { price: 149.5 }, after: { price: 151 } },
    });
    expect(desk.told.map(({ id }) => id)).toEqual([firing?.id]);
    expect(desk.services.alerts.rules()[0]).toMatchObject({ ended: 'fired' });
    await desk.settle();
    expect(desk.fired()[0]?.delivery).toBe('delivered');
    const { ticks } = desk.services.alerts.replay(firing?.id ?? 0) ?? {};
    expect(ticks?.map(({ price }) => price)).toEqual([149, 149.5, 151]);
  });

  it.each([
    ['stale', { state: 'stale' }],
    ['no price at all', { state: 'error' }],
    ['simulated while real ones are shown', { state: 'simulated', source: 'simulated' }],
    ['contradicted', { dispute: { source: 'sina', price: 140, asOf: FRIDAY } }],
    ['older than the one before', { asOf: FRIDAY - MINUTE }],
  ] as const)('that is %s fires nothing', (_, rest) => {
    const { desk } = open();
    desk.rule();
    desk.quotes(149);
    desk.time.move(MINUTE);
    desk.quote(151, rest);
    expect(desk.fired()).toEqual([]);
    desk.quotes(151);
    expect(desk.fired()).toHaveLength(1);
  });

  it('of a closed market is compared with, and fires where it is news', () => {
    const { desk } = open();
    desk.rule(
      priceDraft({ of: { kind: 'price', instrument: null }, op: 'greaterThan', value: 150 }),
    );
    desk.quote(151, { state: 'closed', asOf: FRIDAY - 10 * 3_600_000 });
    expect(desk.fired()).toEqual([]);
    desk.quote(151.5, { state: 'closed' });
    expect(desk.fired()).toHaveLength(1);
  });

  it('out of hours fires rules of all hours alone, also before the calendars are read', async () => {
    const { desk } = open({ time: new ManualTime(FRIDAY - 2 * 3_600_000) });
    desk.rule(priceDraft(crossesUp(150), { session: 'regular' }));
    desk.rule(priceDraft(crossesUp(150), { session: 'extended' }));
    desk.quotes(149, 151);
    expect(desk.fired().map(({ ruleId, phase }) => [ruleId, phase])).toEqual([[2, 'unknown']]);
    desk.time.move(3000);
    await expect.poll(() => desk.services.calendarOf(NVDA)).toBeDefined();
    desk.quotes(149, 151);
    expect(desk.fired()).toHaveLength(1);
    desk.time.set(FRIDAY);
    desk.quotes(149, 151);
    expect(desk.fired().map(({ ruleId, phase }) => [ruleId, phase])).toEqual([
      [2, 'unknown'],
      [1, 'regular'],
    ]);
  });

  it('that is late says how old it is', () => {
    const { desk } = open();
    desk.rule();
    desk.quotes(149);
    desk.time.move(20 * MINUTE);
    desk.quote(151, { state: 'delayed', delayMinutes: 15, asOf: desk.time.now() - 15 * MINUTE });
    expect(desk.fired()).toMatchObject([{ ageMs: 15 * MINUTE, late: false }]);
  });
});

describe('flapping', () => {
  it('of a tenth of a percent, a thousand times in ten minutes, fires once until it is armed again', () => {
    const { desk } = open();
    desk.rule(priceDraft(crossesUp(150), EVERY));
    for (let turn = 0; turn < 1000; turn += 1) {
      desk.time.move(600);
      desk.quote(turn % 2 === 0 ? 149.85 : 150.15);
    }
    expect(desk.fired()).toHaveLength(1);
    desk.quotes(149.7, 150.15);
    expect(desk.fired()).toHaveLength(2);
  });

  it('is not armed by a time without prices, however long', () => {
    const { desk } = open();
    const rearm = { percent: 0.2, ticks: 5, minutes: 30 };
    desk.rule(priceDraft(crossesUp(150), { ...EVERY, rearm }));
    desk.quotes(149.9, 150.1);
    desk.time.move(6 * 3_600_000);
    desk.quotes(149.9, 150.1);
    expect(desk.fired()).toHaveLength(1);
    for (let minute = 0; minute < 30; minute += 1) desk.quotes(149.9);
    desk.quotes(150.1);
    expect(desk.fired()).toHaveLength(2);
  });
});

describe('the simulated market', () => {
  it('fires marked, and leaves the rules as real prices left them', () => {
    const { desk } = open({ mode: 'simulated' });
    desk.rule();
    const simulated = { state: 'simulated', source: 'simulated' } as const;
    desk.quote(149, simulated);
    desk.time.move(MINUTE);
    desk.quote(151, simulated);
    expect(desk.fired()).toMatchObject([{ simulated: true }]);
    expect(desk.services.alerts.rules()[0]?.ended).toBeNull();

    desk.mode = 'live';
    desk.events.marketChanged.emit({
      ...{ mode: 'live', unasked: false, folderName: null, importing: false, report: null },
    });
    desk.quotes(149, 151);
    expect(desk.fired()).toMatchObject([{ simulated: true }, { simulated: false }]);
  });
});

describe('rules', () => {
  it('tell main which prices they need, and change without losing what the others saw', () => {
    const { desk } = open();
    desk.rule(priceDraft(crossesUp(150), EVERY));
    expect(desk.services.instruments()).toEqual([NVDA]);
    desk.quotes(149);
    const other = {
      of: { kind: 'price', instrument: 'XNAS:AMD' },
      op: 'lessThan',
      value: 9,
    } as const;
    desk.rule(priceDraft(other));
    expect(desk.services.instruments()).toEqual(['XNAS:AMD', NVDA]);
    expect(desk.watchedChanges).toBe(2);
    desk.time.move(3000);
    expect(desk.woken).toBe(1);
    desk.quotes(151);
    expect(desk.fired()).toHaveLength(1);
    desk.services.alerts.remove([1, 2]);
    expect(desk.services.instruments()).toEqual([]);
    desk.services.alerts.restore([1]);
    expect(desk.services.instruments()).toEqual([NVDA]);
  });

  it('on a list follow the list, each instrument on its own', () => {
    const { desk } = open({ listed: [NVDA, 'XNAS:AMD', 'what is this'] });
    desk.rule(priceDraft(crossesUp(150), { target: { kind: 'list', listId: 1 } }));
    desk.quotes(149, 151, 149, 151);
    expect(desk.fired()).toHaveLength(1);
    expect(desk.services.alerts.rules()[0]?.ended).toBeNull();
    desk.listed = ['XNAS:AMD'];
    desk.services.alerts.reload();
    expect(desk.services.instruments()).toEqual(['XNAS:AMD']);
  });

  it('that are switched on again begin afresh', () => {
    const { desk } = open();
    desk.rule();
    desk.quotes(149, 151, 149);
    desk.services.alerts.setEnabled([1], true);
    expect(desk.services.alerts.rules()[0]).toMatchObject({ revision: 2, ended: null });
    desk.quotes(151);
    expect(desk.fired().map(({ key }) => key)).toEqual(['1.1/XNAS:NVDA/1', '1.2/XNAS:NVDA/1']);
  });

  it('come in and go out as a file, each once, with the reason of those that cannot', async () => {
    const { desk } = open();
    desk.rule();
    const { rulesTransfer } = desk.services;
    const text = await rulesTransfer.exportRules();
    expect(await rulesTransfer.importRules(text)).toMatchObject({ kept: 0, known: 1 });
    const more = JSON.stringify([
      { symbol: 'XHKG:02513', all: [{ op: 'crossingUp', value: 150 }], enabled: false },
      { symbol: 'nonsense', all: [{ op: 'crossingUp', value: 150 }] },
      { symbol: NVDA, all: [], extra: 1 },
    ]);
    expect(await rulesTransfer.importRules(more)).toEqual({
      ...{ ok: true, kept: 1, known: 0, ids: [2] },
      refused: [
        { number: 2, fault: { fault: 'bad-symbol', where: 'symbol' } },
        { number: 3, fault: { fault: 'unknown-field', where: 'extra' } },
      ],
    });
    expect(desk.services.alerts.rules()[1]).toMatchObject({ enabled: false });
  });

  it('made of the limits of a list are off, each once, and only on what can be watched', () => {
    const { services } = open().desk;
    const limits = [
      { symbol: NVDA, side: 'above' as const, price: 150 },
      { symbol: NVDA, side: 'below' as const, price: 100 },
      { symbol: 'CME_MINI:ES1!', side: 'above' as const, price: 1 },
      { symbol: 'no instrument', side: 'above' as const, price: 1 },
    ];
    const made = services.rulesTransfer.keepDrafts(limits);
    expect(services.rulesTransfer.keepDrafts(limits)).toBe(0);
    const rules = services.alerts.rules();
    expect(rules).toHaveLength(made);
    expect(rules.slice(0, 2).map(({ enabled, watch }) => ({ enabled, watch }))).toMatchObject([
      { enabled: false, watch: { conditions: [{ op: 'crossingUp', value: 150 }] } },
      { enabled: false, watch: { conditions: [{ op: 'crossingDown', value: 100 }] } },
    ]);
    expect(rules.some(({ watch }) => JSON.stringify(watch).includes('no instrument'))).toBe(false);
  });

  it('about the record fire for what is new and matches, and for nothing twice', async () => {
    const { desk } = open();
    desk.announcements = [announcement('old')];
    desk.time.move(3000);
    await desk.settle();
    desk.rule({
      watch: { kind: 'announcement', filterName: 'all', filter: NO_FILTER },
      ...{ expiresAt: null, note: '' },
    });
    desk.announcements = [announcement('old'), announcement('new')];
    for (let turn = 0; turn < 2; turn += 1) {
      desk.events.curationChanged.emit({ canUndo: false, canRedo: false, setAside: 0 } as never);
      await desk.settle();
    }
    expect(desk.reports).toEqual([]);
    expect(desk.fired()).toMatchObject([{ announcementId: 'new', instrument: null }]);
    expect(desk.told).toHaveLength(1);
  });

  it('about abnormal moves are silent until somebody can say what is normal', async () => {
    let z: number | null = null;
    const port = { measure: async () => (z === null ? null : { z, s: 0.01 }) };
    const { desk } = open({ abnormalMoves: port });
    const of = { kind: 'abnormalMove', instrument: null, announcementId: 'a' } as const;
    desk.rule(priceDraft({ of, op: 'outsideChannel', low: -2, high: 2 }));
    desk.time.move(3000);
    await desk.settle();
    await desk.settle();
    desk.time.move(5 * MINUTE);
    await desk.settle();
    desk.quotes(149);
    expect(desk.fired()).toEqual([]);
    z = -2.5;
    desk.time.move(5 * MINUTE);
    await desk.settle();
    desk.quotes(149);
    expect(desk.fired()).toMatchObject([{ readings: [{ value: -2.5, level: -2, high: 2 }] }]);
  });
});

function announcement(id: string): AnnouncementSummary {
  return {
    ...{ id, date: '2026-07-01', precision: 'day', at: null, company: 'a', programmes: [] },
    ...{ chips: [], label: null, kind: 'training', contextKind: null, workload: null },
    ...{ stage: 'planned', claim: 'reported', process: null, foundry: null, isa: null },
    ...{ designPartners: [], title: { en: 'A', zh: 'A' }, instruments: [], verified: true },
    ...{ refersTo: null, sourceCount: 1, sourceTiers: ['press'] },
  } as unknown as AnnouncementSummary;
}
