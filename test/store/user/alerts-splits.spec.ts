import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../src/shared/domain/alert/alert-condition';
import type { MarketWatch } from '../../../src/shared/domain/alert/alert-rule';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import { crossesUp, NVDA, priceDraft } from '../../helpers/made-up-rule';
import { ManualTime } from '../../helpers/manual-time';
import { AlertDesk, type AlertDeskOptions, FRIDAY, MINUTE } from './alert-desk';
import { openForTest } from './open-for-test';
import { temporaryFolder } from './temporary-folder';

const AMD: InstrumentId = 'XNAS:AMD';
const DAY = 86_400_000;
const MONDAY = { session: '2026-07-13' };
const EVERY: Partial<MarketWatch> = { trigger: 'everyTime' };
const ON_LIST: Partial<MarketWatch> = { ...EVERY, target: { kind: 'list', listId: 1 } };
const PRICE = { kind: 'price', instrument: null } as const;
const below = (value: number): Condition => ({ of: PRICE, op: 'lessThan', value });

function open(options: Partial<AlertDeskOptions> = {}, folder = temporaryFolder()) {
  const { database } = openForTest(folder);
  const listed = [NVDA, AMD];
  return { desk: new AlertDesk({ database, listed, ...options }), database, folder };
}

/** Both of the list have a price on Friday; NVDA begins Monday with ten shares for one. */
function splitOverTheWeekend(desk: AlertDesk, price = 121.5): void {
  desk.quotes(1208);
  desk.quote(1180, { instrument: AMD });
  desk.time.move(3 * DAY);
  desk.quote(price, { ...MONDAY, previousClose: 120.9 });
}

const monday = (desk: AlertDesk, price: number, instrument: InstrumentId = NVDA): void => {
  desk.time.move(MINUTE);
  desk.quote(price, { ...MONDAY, instrument, previousClose: null });
};

describe('a split of one of a list', () => {
  it('fires no rule of the list; the level of that one alone is in new shares, and fires once', () => {
    const { desk } = open();
    desk.rule(priceDraft(below(1000), ON_LIST));
    desk.rule(priceDraft(crossesUp(1250), ON_LIST));
    splitOverTheWeekend(desk);
    expect(desk.fired()).toEqual([]);
    const [rule] = desk.services.alerts.rules();
    expect(rule).toMatchObject({
      ended: null,
      watch: { conditions: [{ value: 1000 }] },
      splits: [{ numerator: 10, denominator: 1, instrument: NVDA }],
    });

    monday(desk, 1190, AMD);
    monday(desk, 124.9);
    expect(desk.fired()).toEqual([]);
    monday(desk, 125.1);
    monday(desk, 125.2);
    expect(desk.fired()).toMatchObject([
      {
        ...{ ruleId: 2, instrument: NVDA, readings: [{ before: 124.9, value: 125.1, level: 125 }] },
        rule: { watch: { conditions: [{ value: 125 }] }, splits: [{ instrument: NVDA }] },
      },
    ]);
    monday(desk, 1251, AMD);
    expect(desk.fired()).toHaveLength(2);
    expect(desk.fired()[1]).toMatchObject({ instrument: AMD, rule: { splits: [] } });
  });

  it('still counts in the next run, which neither fires nor scales again', async () => {
    const first = open();
    first.desk.rule(priceDraft(below(1000), ON_LIST));
    splitOverTheWeekend(first.desk);
    // A kill: nothing is saved by an orderly end.
    first.database.dispose();

    const time = new ManualTime(FRIDAY + 3 * DAY + 60 * MINUTE);
    const { desk } = open({ time }, first.folder);
    monday(desk, 121);
    await desk.settle();
    expect(desk.fired()).toEqual([]);
    expect(desk.services.alerts.rules()[0]?.splits).toHaveLength(1);
    monday(desk, 99.5);
    expect(desk.fired()).toMatchObject([{ instrument: NVDA, readings: [{ level: 100 }] }]);
  });

  it('of which the disk takes nothing leaves everything as it was, and is met again', () => {
    const { desk, database } = open();
    desk.rule(priceDraft(below(1000), ON_LIST));
    desk.quotes(1208);
    desk.time.move(3 * DAY);
    database.exec(
      "CREATE TRIGGER full BEFORE UPDATE ON alert_rule BEGIN SELECT RAISE(ABORT, 'full'); END",
    );
    desk.quote(121.5, { ...MONDAY, previousClose: 120.9 });
    expect(desk.reports).toHaveLength(1);
    database.exec('DROP TRIGGER full');
    desk.time.move(MINUTE);
    desk.quote(121.6, { ...MONDAY, previousClose: 120.9 });
    expect(desk.fired()).toEqual([]);
    expect(desk.services.alerts.rules()[0]?.splits).toHaveLength(1);
    monday(desk, 99);
    expect(desk.fired()).toHaveLength(1);
  });

  it('counts on after the rule was off, and no more once its levels are written anew', () => {
    const { desk } = open();
    const rule = desk.rule(priceDraft(below(1000), ON_LIST));
    splitOverTheWeekend(desk);
    const { alerts } = desk.services;
    alerts.setEnabled([rule.id], false);
    alerts.setEnabled([rule.id], true);
    alerts.update(rule.id, { ...rule, note: 'the same levels' });
    expect(alerts.rules()[0]?.splits).toHaveLength(1);
    monday(desk, 121);
    expect(desk.fired()).toEqual([]);
    alerts.update(rule.id, priceDraft(below(122), ON_LIST));
    expect(alerts.rules()[0]?.splits).toEqual([]);
    monday(desk, 121);
    expect(desk.fired()).toMatchObject([{ instrument: NVDA, readings: [{ level: 122 }] }]);
  });

  it('does not touch what the others of the list are in the middle of', () => {
    const { desk } = open();
    const move: Condition = { of: PRICE, op: 'movingDown', amount: 100, bars: 5, interval: 'D' };
    desk.rule(priceDraft(move, ON_LIST));
    splitOverTheWeekend(desk);
    monday(desk, 1090, AMD);
    expect(desk.fired()).toEqual([]);
    monday(desk, 1079, AMD);
    expect(desk.fired()).toMatchObject([{ instrument: AMD, readings: [{ level: 1180 }] }]);
  });
});

describe('what looks like a split that nobody knows', () => {
  async function suspect(desk: AlertDesk): Promise<void> {
    desk.quotes(1208);
    desk.quote(1180, { instrument: AMD });
    desk.time.move(3 * DAY);
    for (let turn = 0; turn < 4; turn += 1) {
      desk.quote(121.5, { ...MONDAY, previousClose: 1208, asOf: desk.time.now() + turn * 1000 });
      await desk.settle();
    }
  }

  it('holds a rule on a list for that one alone, until it is switched on again', async () => {
    const { desk } = open();
    desk.rule(priceDraft(below(1000), ON_LIST));
    await suspect(desk);
    expect(desk.fired()).toEqual([]);
    const { alerts } = desk.services;
    expect(alerts.rules()).toMatchObject([{ enabled: true, ended: null, held: [NVDA] }]);
    monday(desk, 121);
    expect(desk.fired()).toEqual([]);
    monday(desk, 999, AMD);
    expect(desk.fired()).toMatchObject([{ instrument: AMD }]);

    alerts.setEnabled([1], true);
    expect(alerts.rules()[0]).not.toHaveProperty('held');
    monday(desk, 120);
    expect(desk.fired()).toMatchObject([{ instrument: AMD }, { instrument: NVDA }]);
  });

  it('is held in the next run, and goes on there from the first new price', async () => {
    const first = open();
    first.desk.rule(priceDraft(below(100), ON_LIST));
    await suspect(first.desk);
    first.database.dispose();
    const time = new ManualTime(FRIDAY + 3 * DAY + 60 * MINUTE);
    const { desk } = open({ time }, first.folder);
    expect(desk.services.alerts.rules()).toMatchObject([{ held: [NVDA] }]);
    expect(desk.services.instruments()).toEqual([AMD]);
    desk.services.alerts.setEnabled([1], true);
    monday(desk, 121);
    expect(desk.services.alerts.rules()[0]).not.toHaveProperty('held');
    monday(desk, 99);
    expect(desk.fired()).toMatchObject([{ instrument: NVDA }]);
  });

  it('holds rules that name the instrument in a condition', async () => {
    const { desk } = open();
    const named: Condition = {
      of: { kind: 'price', instrument: NVDA },
      op: 'lessThan',
      value: 1000,
    };
    const target = { kind: 'instrument', instrument: AMD } as const;
    desk.rule(priceDraft(named, { ...EVERY, target }));
    await suspect(desk);
    expect(desk.fired()).toEqual([]);
    expect(desk.services.alerts.rules()).toMatchObject([{ ended: 'split' }]);
  });
});

describe('an instrument that a condition names', () => {
  const named: Condition = { of: { kind: 'price', instrument: NVDA }, op: 'lessThan', value: 1000 };
  const target = { kind: 'instrument', instrument: AMD } as const;

  it('splits without firing the rule, and has the level in new shares', () => {
    const { desk } = open();
    desk.rule(priceDraft(named, { ...EVERY, target }));
    splitOverTheWeekend(desk);
    expect(desk.fired()).toEqual([]);
    expect(desk.services.alerts.rules()[0]).toMatchObject({
      watch: { conditions: [{ value: 100 }] },
    });
    monday(desk, 99);
    expect(desk.fired()).toMatchObject([
      { instrument: AMD, readings: [{ value: 99, level: 100 }] },
    ]);
  });

  it('also while the app did not run', async () => {
    const first = open();
    first.desk.rule(priceDraft(named, { ...EVERY, target }));
    first.desk.quotes(1208);
    first.desk.quote(1180, { instrument: AMD });
    first.desk.services.dispose();
    first.database.dispose();
    const time = new ManualTime(FRIDAY + 3 * DAY);
    const { desk } = open({ time }, first.folder);
    desk.quote(121.5, { ...MONDAY, previousClose: 120.9 });
    await desk.settle();
    expect(desk.fired()).toEqual([]);
    expect(desk.services.alerts.rules()[0]).toMatchObject({
      watch: { conditions: [{ value: 100 }] },
    });
  });
});

describe('a rule that is made on what was looked at before', () => {
  it('does not compare with a price of then', () => {
    const { desk } = open();
    const { id } = desk.rule(priceDraft(crossesUp(150), EVERY));
    desk.quotes(149);
    desk.services.alerts.remove([id]);
    desk.time.move(DAY);
    desk.rule(priceDraft(crossesUp(150), EVERY));
    desk.quotes(151);
    expect(desk.fired()).toEqual([]);
  });

  it('tells of the note that it has now', () => {
    const { desk } = open();
    const rule = desk.rule(priceDraft(crossesUp(150), EVERY));
    desk.quotes(149);
    desk.services.alerts.update(rule.id, { ...rule, note: '! sell' });
    desk.quotes(151);
    expect(desk.fired()).toMatchObject([{ rule: { note: '! sell' } }]);
  });
});
