import { describe, expect, it } from 'vitest';
import type { AlertCommit } from '../../../electron/core/alerts/alert-repository-port';
import {
  MOST_STORED_FIRINGS,
  SqliteAlertRepository,
} from '../../../electron/store/alerts/alert-repository';
import { FRESH } from '../../../src/shared/domain/alert/advance-rule';
import type { NewFiring } from '../../../src/shared/domain/alert/firing';
import { crossesUp, newFiring, NVDA, priceDraft } from '../../helpers/made-up-rule';
import { openForTest } from './open-for-test';
import { temporaryFolder } from './temporary-folder';

const NOW = Date.UTC(2026, 6, 10, 14);

function open(folder = temporaryFolder()) {
  const { database } = openForTest(folder);
  return { database, folder, alerts: new SqliteAlertRepository(database) };
}

const commitOf = (firings: readonly NewFiring[], rest: Partial<AlertCommit> = {}): AlertCommit => ({
  ...{ progress: [], ended: [] },
  firings: firings.map((firing) => ({
    ...{ firing, delivery: 'pending' as const, ticks: [], words: 'xnas:nvda nvidia' },
  })),
  ...rest,
});

describe('rules', () => {
  it('are kept as they are, in the order in which they were made, also after closing', () => {
    const { alerts, folder, database } = open();
    const drafts = [priceDraft(), priceDraft(crossesUp(200), { trigger: 'once' })];
    const added = alerts.add(
      drafts.map((draft, index) => ({ draft, enabled: index === 0 })),
      NOW,
    );
    expect(added.map(({ id, enabled }) => [id, enabled])).toEqual([
      [1, true],
      [2, false],
    ]);
    database.dispose();
    expect(open(folder).alerts.rules()).toEqual(added);
  });

  it('change in what is given and in nothing else', () => {
    const { alerts } = open();
    const [rule] = alerts.add([{ draft: priceDraft(), enabled: true }], NOW);
    alerts.patch([{ id: 1, patch: { note: 'mine', revision: 2, enabled: false, ended: 'fired' } }]);
    expect(alerts.rules()).toEqual([
      { ...rule, note: 'mine', revision: 2, enabled: false, ended: 'fired' },
    ]);
    const splits = [{ numerator: 10, denominator: 1, seenAt: NOW }];
    alerts.patch([{ id: 1, patch: { splits, ended: null, expiresAt: NOW } }]);
    expect(alerts.rules()[0]).toMatchObject({ splits, ended: null, expiresAt: NOW, note: 'mine' });
  });

  it('wait for instruments as long as any are named', () => {
    const { alerts } = open();
    alerts.add([{ draft: priceDraft(), enabled: true }], NOW);
    alerts.patch([{ id: 1, patch: { held: [NVDA] } }]);
    expect(alerts.rules()[0]?.held).toEqual([NVDA]);
    alerts.patch([{ id: 1, patch: { held: [] } }]);
    expect(alerts.rules()[0]).not.toHaveProperty('held');
  });

  it('change together with their progress, or not at all', () => {
    const { alerts, database } = open();
    const [rule] = alerts.add([{ draft: priceDraft(), enabled: true }], NOW);
    const last = {
      at: NOW,
      heardAt: NOW,
      price: 12,
      previousClose: null,
      volume: null,
      session: 1,
    };
    const progress = [{ ...FRESH, ruleId: 1, revision: 1, instrument: NVDA, last }];
    const patches = [{ id: 1, patch: { watch: priceDraft(crossesUp(15)).watch } }];
    database.exec(
      "CREATE TRIGGER full BEFORE INSERT ON alert_progress BEGIN SELECT RAISE(ABORT, 'full'); END",
    );
    expect(() => alerts.commit(commitOf([], { progress, patches }))).toThrow('full');
    expect(alerts.rules()).toEqual([rule]);
    database.exec('DROP TRIGGER full');
    alerts.commit(commitOf([], { progress, patches }));
    expect(alerts.rules()[0]?.watch).toMatchObject({ conditions: [{ value: 15 }] });
    expect(alerts.progress()).toMatchObject([{ last: { price: 12 } }]);
  });

  it('that were removed come back until the next start forgets them, with their progress', () => {
    const { alerts } = open();
    alerts.add([{ draft: priceDraft(), enabled: true }], NOW);
    const progress = { ...FRESH, ruleId: 1, revision: 1, instrument: NVDA, last: null };
    alerts.commit(commitOf([], { progress: [progress] }));
    alerts.remove([1], NOW);
    expect(alerts.rules()).toEqual([]);
    alerts.restore([1]);
    expect(alerts.rules()).toHaveLength(1);
    alerts.remove([1], NOW);
    alerts.forgetRemoved();
    alerts.restore([1]);
    expect(alerts.rules()).toEqual([]);
    expect(alerts.progress()).toEqual([]);
    expect(alerts.add([{ draft: priceDraft(), enabled: true }], NOW)[0]?.id).toBe(2);
  });

  it('of a newer version are left alone and not shown', () => {
    const { alerts, database } = open();
    alerts.add([{ draft: priceDraft(), enabled: true }], NOW);
    database.run('UPDATE alert_rule SET json = ?', ['{"watch":{"kind":"telepathy"}}']);
    expect(alerts.rules()).toEqual([]);
    expect(database.get('SELECT json FROM alert_rule', [])).toBeDefined();
  });
});

describe('progress', () => {
  it('is written over, and not written for a rule that is gone', () => {
    const { alerts } = open();
    alerts.add([{ draft: priceDraft(), enabled: true }], NOW);
    const last = {
      ...{ at: NOW, heardAt: NOW + 3, price: 149, previousClose: null, volume: 5, session: 7 },
    };
    const first = { ...FRESH, ruleId: 1, revision: 1, instrument: NVDA, last };
    alerts.commit(commitOf([], { progress: [first] }));
    const second = { ...first, armed: false, fired: 1, minute: 9, watchedMs: 60_000, done: true };
    alerts.commit(commitOf([], { progress: [second, { ...second, ruleId: 99 }] }));
    expect(alerts.progress()).toEqual([second]);
  });
});

describe('firings', () => {
  it('of one key are kept once, and the commit says which were new', () => {
    const { alerts } = open();
    const [one] = alerts.commit(commitOf([newFiring()]));
    expect(one).toEqual({ ...newFiring(), id: 1, delivery: 'pending', acknowledgedAt: null });
    expect(alerts.commit(commitOf([newFiring(), newFiring({ key: '2' })]))).toMatchObject([
      { key: '2' },
    ]);
    expect(alerts.firings({ text: '', limit: 10 }).total).toBe(2);
  });

  it('and the state of their rule become durable together or not at all', () => {
    const { alerts } = open();
    alerts.add([{ draft: priceDraft(), enabled: true }], NOW);
    const broken = { ...newFiring({ key: '2' }), at: 1n } as unknown as NewFiring;
    const progress = { ...FRESH, ruleId: 1, revision: 1, instrument: NVDA, last: null };
    const ended = [{ ruleId: 1, ended: 'fired' as const }];
    const commit = commitOf([newFiring(), broken], { progress: [progress], ended });
    expect(() => alerts.commit(commit)).toThrow();
    expect(alerts.progress()).toEqual([]);
    expect(alerts.rules()[0]?.ended).toBeNull();
    expect(alerts.firings({ text: '', limit: 10 }).total).toBe(0);
  });

  it('are found by words, rule, instrument, sight and lateness, the newest first, in pages', () => {
    const { alerts } = open();
    alerts.commit(
      commitOf([
        newFiring({ key: 'a' }),
        newFiring({ key: 'b', ruleId: 2, late: true }),
        newFiring({ key: 'c', instrument: 'XNAS:AMD' }),
      ]),
    );
    const keys = (query: object): readonly string[] =>
      alerts.firings({ text: '', limit: 10, ...query }).firings.map(({ key }) => key);
    expect(keys({})).toEqual(['c', 'b', 'a']);
    expect(keys({ limit: 2 })).toEqual(['c', 'b']);
    expect(keys({ before: 2 })).toEqual(['a']);
    expect(keys({ text: ' NVIDIA' })).toEqual(['c', 'b', 'a']);
    expect(keys({ text: '%' })).toEqual([]);
    expect(keys({ ruleId: 2 })).toEqual(['b']);
    expect(keys({ instrument: 'XNAS:AMD' })).toEqual(['c']);
    expect(keys({ late: true })).toEqual(['b']);
    alerts.acknowledge([3], NOW);
    expect(keys({ unseen: true })).toEqual(['b', 'a']);
    expect(alerts.unseen()).toBe(2);
    alerts.acknowledge(null, NOW + 1);
    expect(alerts.unseen()).toBe(0);
    expect(alerts.firing(3)?.acknowledgedAt).toBe(NOW);
    expect(alerts.firing(9)).toBeNull();
  });

  it('keep the prices around them, and wait until somebody was told', () => {
    const { alerts } = open();
    const tick = { at: 1, heardAt: 2, price: 3, previousClose: null, volume: null };
    const [stored] = alerts.commit({
      ...{ progress: [], ended: [] },
      firings: [{ firing: newFiring(), delivery: 'pending', ticks: [tick], words: '' }],
    });
    expect(alerts.ticks(stored?.id ?? 0)).toEqual([tick]);
    expect(alerts.ticks(99)).toEqual([]);
    expect(alerts.pending().map(({ id }) => id)).toEqual([1]);
    alerts.setDelivery([1], 'delivered');
    expect(alerts.pending()).toEqual([]);
    expect(alerts.firing(1)?.delivery).toBe('delivered');
    alerts.setDelivery([1], 'held');
    expect(alerts.held()).toMatchObject([{ id: 1, delivery: 'held' }]);
  });

  it(`beyond ${MOST_STORED_FIRINGS} go, the oldest first`, () => {
    const { alerts } = open();
    const many = Array.from({ length: MOST_STORED_FIRINGS }, (_, index) =>
      newFiring({ key: `k${index}` }),
    );
    alerts.commit(commitOf(many));
    expect(alerts.firing(1)?.key).toBe('k0');
    alerts.commit(commitOf([newFiring({ key: 'last' })]));
    expect(alerts.firing(1)).toBeNull();
    expect(alerts.firings({ text: '', limit: 1 }).total).toBe(MOST_STORED_FIRINGS);
  });
});

describe('a message about firings', () => {
  const given = (...ids: number[]) => new Map(ids.map((id) => [id, 'bus :1.5']));

  it('goes out as the last step before the note of it is in the file', () => {
    const { alerts, folder } = open();
    const beside = open(folder).alerts;
    let seen: unknown = null;
    alerts.handOver([1, 2], 'bus :1.5', () => {
      seen = beside.handedOver();
      return true;
    });
    expect(seen).toEqual(new Map());
    expect(beside.handedOver()).toEqual(given(1, 2));
  });

  it('that did not go out leaves no note, and the others as they were', () => {
    const { alerts } = open();
    alerts.handOver([1], 'bus :1.5', () => true);
    alerts.handOver([2], 'bus :1.5', () => false);
    const broken = () => {
      throw new Error('broken');
    };
    expect(() => alerts.handOver([3], 'bus :1.5', broken)).toThrow('broken');
    expect(alerts.handedOver()).toEqual(given(1));
  });

  it('is noted until it is taken back or settled, and for its last holder', () => {
    const { alerts } = open();
    alerts.commit(commitOf([newFiring(), newFiring({ key: '2' })]));
    for (const ids of [[1, 2], [3], [4]]) alerts.handOver(ids, 'bus :1.5', () => true);
    alerts.setDelivery([1], 'delivered');
    alerts.takeBack([3, 9]);
    alerts.handOver([4], 'bus :1.6', () => true);
    expect(alerts.handedOver()).toEqual(given(2).set(4, 'bus :1.6'));
  });

  it('is noted for the newest only', () => {
    const { alerts } = open();
    for (let id = 1; id <= 70; id += 1) alerts.handOver([id], 'bus :1.5', () => true);
    expect([...alerts.handedOver().keys()]).toEqual(Array.from({ length: 64 }, (_, n) => n + 7));
  });
});

describe('the mute', () => {
  it('is kept until it is ended', () => {
    const { alerts } = open();
    expect(alerts.mute()).toEqual({ until: null });
    alerts.setMute({ until: NOW });
    expect(alerts.mute()).toEqual({ until: NOW });
    alerts.setMute({ until: null });
    expect(alerts.mute()).toEqual({ until: null });
  });
});
