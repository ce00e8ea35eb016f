import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AlertCommit } from '../../../../../electron/core/alerts/alert-repository-port';
import { AnnouncementAlerts } from '../../../../../electron/core/alerts/announcement-alerts';
import type { AlertRule } from '../../../../../src/shared/domain/alert/alert-rule';
import type { Firing } from '../../../../../src/shared/domain/alert/firing';
import { NO_FILTER } from '../../../../../src/shared/domain/announcement-filter/announcement-filter';
import type { AnnouncementSummary } from '../../../../../src/shared/domain/announcement/announcement';
import { priceRule } from '../../../../helpers/made-up-rule';

const NOW = Date.UTC(2026, 6, 10, 15);

function announcement(id: string, rest: Partial<AnnouncementSummary> = {}): AnnouncementSummary {
  return {
    ...{ id, date: '2026-07-01', precision: 'day', at: null, company: 'acme', programmes: [] },
    ...{ chips: [], label: null, kind: 'training', contextKind: null, workload: null },
    ...{ stage: 'planned', claim: 'reported', process: null, foundry: null, isa: null },
    ...{ designPartners: [], title: { en: 'A chip', zh: '芯片' }, instruments: [], verified: true },
    ...{ refersTo: null, sourceCount: 1, sourceTiers: ['press'], ...rest },
  } as unknown as AnnouncementSummary;
}

function recordRule(id: number, rest: Partial<AlertRule> = {}, filter = NO_FILTER): AlertRule {
  const watch = { kind: 'announcement', filterName: 'mine', filter } as const;
  return { ...priceRule({}, { id, ...rest }), watch };
}

/** A store that keeps firings by their keys and what was known, as long as it takes anything. */
class Disk {
  known: readonly string[] | null = null;
  readonly firings = new Map<string, AlertCommit['firings'][number]>();
  isFull = false;

  commit = ({ firings }: AlertCommit): readonly Firing[] => {
    if (this.isFull) throw new Error('disk full');
    return firings.flatMap((each) => {
      if (this.firings.has(each.firing.key)) return [];
      this.firings.set(each.firing.key, each);
      const id = this.firings.size;
      return [{ ...each.firing, id, delivery: each.delivery, acknowledgedAt: null }];
    });
  };
}

function setUp(disk = new Disk()) {
  const told: string[] = [];
  const state = {
    record: [] as readonly AnnouncementSummary[],
    rules: [recordRule(1)] as readonly AlertRule[],
    ...{ isMuted: false, nowMs: NOW, failure: null as Error | null },
  };
  const alerts = new AnnouncementAlerts({
    timeline: {
      list: async () => {
        if (state.failure) throw state.failure;
        return { companies: [], programmes: [], chips: [], announcements: state.record };
      },
    },
    known: {
      read: () => disk.known,
      write: (ids) => {
        disk.known = ids;
      },
    },
    repository: disk,
    rules: () => state.rules,
    instrument: () => undefined,
    isMuted: () => state.isMuted,
    now: () => state.nowMs,
    onFired: (firings) =>
      told.push(...firings.map((each) => `${each.ruleId} ${each.announcementId}`)),
  });
  const look = async (...ids: readonly string[]): Promise<void> => {
    state.record = ids.map((id) => announcement(id));
    await alerts.look();
  };
  return { alerts, told, state, disk, look };
}

describe('a new announcement', () => {
  it('fires each rule that it matches once, and what was there at the first look none', async () => {
    const { told, state, look } = setUp();
    state.rules = [recordRule(1), recordRule(2)];
    await look('a', 'b');
    expect(told).toEqual([]);
    await look('a', 'b', 'c');
    await look('a', 'b', 'c');
    expect(told).toEqual(['1 c', '2 c']);
  });

  it('is none after a restart, and one that came meanwhile is', async () => {
    const first = setUp();
    await first.look('a');
    await first.look('a', 'b');
    const { told, look } = setUp(first.disk);
    await look('a', 'b', 'c');
    expect(told).toEqual(['1 c']);
  });

  it('that was deleted and comes back is none', async () => {
    const { told, look } = setUp();
    await look('a');
    await look('a', 'b');
    await look('a');
    await look('a', 'b');
    expect(told).toEqual(['1 b']);
  });

  it('in whose place another stands is known no more, and that one is new', async () => {
    const { told, look } = setUp();
    await look('a', 'b');
    await look('a-and-b');
    await look('a', 'b');
    expect(told).toEqual(['1 a-and-b']);
  });

  it('that changed is none', async () => {
    const { told, state, alerts, look } = setUp();
    await look('a');
    state.record = [announcement('a', { stage: 'taped-out', claim: 'confirmed' })];
    await alerts.look();
    expect(told).toEqual([]);
  });

  it('is measured by the filter of the rule', async () => {
    const { told, state, alerts, look } = setUp();
    state.rules = [recordRule(1, {}, { ...NO_FILTER, facets: { stage: ['taped-out'] } })];
    await look('a');
    state.record = [announcement('b'), announcement('c', { stage: 'taped-out' })];
    await alerts.look();
    expect(told).toEqual(['1 c']);
  });

  it.each<[string, Partial<AlertRule>]>([
    ['off', { enabled: false }],
    ['over', { ended: 'fired' }],
    ['expired', { expiresAt: NOW }],
  ])('fires no rule that is %s, and is known from then on', async (_, rest) => {
    const { told, state, look } = setUp();
    state.rules = [recordRule(1, rest)];
    await look('a');
    await look('a', 'b');
    state.rules = [recordRule(1)];
    await look('a', 'b');
    expect(told).toEqual([]);
  });

  it('fires no rule about prices', async () => {
    const { told, state, look } = setUp();
    state.rules = [priceRule()];
    await look('a');
    await look('a', 'b');
    expect(told).toEqual([]);
  });

  it('is kept with its names, muted where alerts are', async () => {
    const { state, disk, look } = setUp();
    await look('a');
    state.isMuted = true;
    await look('a', 'Tape-Out');
    expect([...disk.firings.values()]).toMatchObject([
      {
        ...{ delivery: 'muted', words: 'tape-out a chip 芯片 ', ticks: [] },
        firing: { key: '1.1/Tape-Out', at: NOW, late: false, instrument: null },
      },
    ]);
  });

  it('of which the disk takes nothing is tried again with the next look, and told once', async () => {
    const { alerts, told, disk, look } = setUp();
    await look('a');
    disk.isFull = true;
    await expect(look('a', 'b')).rejects.toThrow('disk full');
    expect([told, disk.known]).toEqual([[], ['a']]);
    disk.isFull = false;
    await alerts.look();
    await alerts.look();
    expect(told).toEqual(['1 b']);
  });

  it('is told once where a kill came between its firing and what is known', async () => {
    const first = setUp();
    await first.look('a');
    await first.look('a', 'b');
    first.disk.known = ['a'];
    const { told, look } = setUp(first.disk);
    await look('a', 'b');
    expect(told).toEqual([]);
    expect(first.disk.firings.size).toBe(1);
  });

  it('is no news where the record could not be read before', async () => {
    const { alerts, told, state, disk, look } = setUp();
    state.failure = new Error('damaged');
    await expect(alerts.look()).rejects.toThrow('damaged');
    expect(disk.known).toBeNull();
    state.failure = null;
    await look('a', 'b');
    expect(told).toEqual([]);
  });

  it('is told once at most whatever comes and goes, and never where it was there at first', async () => {
    const ids = fc.subarray(['a', 'b', 'c', 'd', 'e']);
    const steps = fc.array(fc.record({ ids, restarts: fc.boolean() }), {
      minLength: 1,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const disk = new Disk();
        const told: string[] = [];
        let run = setUp(disk);
        for (const step of all) {
          if (step.restarts) {
            told.push(...run.told);
            run = setUp(disk);
          }
          // Two changes of the record at once, as an import makes them.
          run.state.record = step.ids.map((id) => announcement(id));
          await Promise.all([run.alerts.look(), run.alerts.look()]);
        }
        told.push(...run.told);
        const atFirst = new Set(all[0]?.ids);
        const ever = new Set(all.flatMap((step) => step.ids));
        const expected = [...ever].filter((id) => !atFirst.has(id)).map((id) => `1 ${id}`);
        expect(told.toSorted()).toEqual(expected.toSorted());
      }),
    );
  });
});
