import { describe, expect, it } from 'vitest';
import type { AlertBars } from '../../../electron/core/alerts/alert-history-port';
import type { MarketWatch } from '../../../src/shared/domain/alert/alert-rule';
import { crossesUp, NVDA, priceDraft } from '../../helpers/made-up-rule';
import { ManualTime } from '../../helpers/manual-time';
import { AlertDesk, type AlertDeskOptions, FRIDAY, MINUTE } from './alert-desk';
import { openForTest } from './open-for-test';
import { temporaryFolder } from './temporary-folder';

const EVERY: Partial<MarketWatch> = { trigger: 'everyTime' };
const DAY = 86_400_000;

function open(options: Partial<AlertDeskOptions> = {}, folder = temporaryFolder()) {
  const { database } = openForTest(folder);
  return { desk: new AlertDesk({ database, ...options }), database, folder };
}

describe('a time that was missed', () => {
  async function sleep(desk: AlertDesk): Promise<void> {
    desk.quotes(149);
    desk.services.power.suspended();
    desk.time.move(155 * MINUTE);
    const start = FRIDAY + 10 * MINUTE;
    desk.bars([
      [start, 149, 149.5, 148.8, 149.2],
      [start + MINUTE, 149.2, 151, 149, 149.4],
      [start + 2 * MINUTE, 149.4, 151.5, 149.1, 149.3],
    ]);
    desk.services.power.resumed();
    desk.services.power.resumed();
    desk.quote(149.2);
    desk.quote(149.25);
    await desk.settle();
  }

  it('is looked up in its bars, and each rule fires once, late, with the true time', async () => {
    const { desk } = open();
    desk.rule(priceDraft(crossesUp(150), EVERY));
    await sleep(desk);
    expect(desk.fired()).toMatchObject([
      {
        ...{ late: true, at: FRIDAY + 11 * MINUTE, seenAt: FRIDAY + 156 * MINUTE },
        after: { price: 151 },
      },
    ]);
    expect(desk.asked).toEqual([
      { instrument: NVDA, interval: '1m', since: (FRIDAY + MINUTE) / 1000 },
    ]);
    expect(desk.askedNow).toBe(1);
    desk.quotes(151);
    expect(desk.fired()).toHaveLength(2);
    expect(desk.fired()[1]).toMatchObject({ late: false });
  });

  it('without bars still fires once with the next price', async () => {
    const { desk } = open();
    desk.rule();
    desk.quotes(149);
    desk.time.move(155 * MINUTE);
    desk.services.power.resumed();
    desk.quote(151);
    await desk.settle();
    expect(desk.fired()).toMatchObject([{ late: false, after: { price: 151 } }]);
  });

  it('of which a source never says anything silences no rule for long', async () => {
    const { desk } = open();
    desk.rule(priceDraft(crossesUp(150), EVERY));
    desk.quotes(149);
    desk.time.move(155 * MINUTE);
    let answer: (bars: AlertBars | null) => void = () => undefined;
    desk.history = new Promise((resolve) => (answer = resolve));
    desk.services.power.resumed();
    desk.quote(149.2);
    desk.quotes(149.3, 149.4, 149.5);
    expect(desk.fired()).toEqual([]);
    desk.quotes(151);
    expect(desk.fired()).toMatchObject([{ late: false, before: { price: 149.5 } }]);
    // What comes after all is of a time before the prices that were heard.
    desk.bars([[FRIDAY + 10 * MINUTE, 149, 152, 148, 149.2]]);
    answer(await desk.history);
    await desk.settle();
    expect(desk.fired()).toHaveLength(1);
  });

  it('is found after a restart too, from the last price of the run before', async () => {
    const folder = temporaryFolder();
    const first = open({}, folder);
    first.desk.rule(priceDraft(crossesUp(150), EVERY));
    first.desk.quotes(149, 149.5);
    first.desk.services.dispose();
    first.database.dispose();

    const { desk } = open({ time: new ManualTime(FRIDAY + 300 * MINUTE) }, folder);
    desk.bars([[FRIDAY + 90 * MINUTE, 149.6, 150.4, 149.6, 149.8]]);
    desk.quote(149.7);
    await desk.settle();
    expect(desk.fired()).toMatchObject([{ late: true, at: FRIDAY + 90 * MINUTE }]);
  });

  it('of a pause of the clock alone is none', async () => {
    const { desk } = open();
    desk.rule();
    desk.quotes(149);
    desk.time.set(FRIDAY - 3 * DAY);
    desk.quote(149.5, { asOf: FRIDAY + 2 * MINUTE });
    desk.quote(151, { asOf: FRIDAY + 3 * MINUTE });
    await desk.settle();
    expect(desk.fired()).toMatchObject([{ ageMs: 0, at: FRIDAY + 3 * MINUTE }]);
    desk.time.set(FRIDAY + 3_600_000);
    expect(desk.fired()).toHaveLength(1);
  });
});

describe('a split', () => {
  const monday = { session: '2026-07-13' };
  const rules = (desk: AlertDesk): void => {
    const of = { kind: 'price', instrument: null } as const;
    desk.rule(priceDraft({ of, op: 'lessThan', value: 1000 }, EVERY));
    desk.rule(priceDraft({ of, op: 'crossing', value: 1000 }, EVERY));
    desk.rule(
      priceDraft({ of, op: 'movingDownPercent', amount: 10, bars: 5, interval: 'D' }, EVERY),
    );
  };

  it('of ten to one that the source has written into the close before fires nothing, and moves the levels', () => {
    const { desk } = open();
    rules(desk);
    desk.quotes(1208);
    desk.time.move(3 * DAY);
    desk.quote(121.5, { ...monday, previousClose: 120.9 });
    expect(desk.fired()).toEqual([]);
    const [rule] = desk.services.alerts.rules();
    expect(rule).toMatchObject({
      ...{ splits: [{ numerator: 10, denominator: 1 }], ended: null },
      watch: { conditions: [{ value: 100 }] },
    });
    desk.quote(99, { ...monday, previousClose: 120.9, asOf: desk.time.now() + 1000 });
    // In no order: one price fires them all.
    expect(new Set(desk.fired().map(({ ruleId }) => ruleId))).toEqual(new Set([1, 2, 3]));
    expect(desk.fired()).toHaveLength(3);
  });

  it('that history reports fires nothing, nor its doubled report', async () => {
    const { desk } = open();
    rules(desk);
    desk.quotes(1208);
    desk.time.move(3 * DAY);
    const time = Date.UTC(2026, 6, 13) / 1000;
    desk.bars([], [{ time, numerator: 10, denominator: 1 }]);
    desk.quote(121.5, { ...monday, previousClose: null });
    await desk.settle();
    desk.quote(121.6, { ...monday, previousClose: null, asOf: desk.time.now() + 1000 });
    desk.quote(121.7, { ...monday, previousClose: null, asOf: desk.time.now() + 2000 });
    expect(desk.fired()).toEqual([]);
    expect(desk.services.alerts.rules()[0]?.splits).toHaveLength(1);
  });

  it('of one to eight scales the other way', () => {
    const { desk } = open();
    desk.rule(priceDraft(crossesUp(11)));
    desk.quotes(10);
    desk.time.move(3 * DAY);
    desk.quote(101, { ...monday, previousClose: 100 });
    expect(desk.fired()).toEqual([]);
    expect(desk.services.alerts.rules()[0]?.watch).toMatchObject({ conditions: [{ value: 110 }] });
  });

  it('that nobody knows fires nothing; its rules wait for the user and begin afresh', async () => {
    const { desk } = open();
    rules(desk);
    desk.quotes(1208);
    desk.time.move(3 * DAY);
    for (let turn = 0; turn < 4; turn += 1) {
      desk.quote(121.5, { ...monday, previousClose: 1208, asOf: desk.time.now() + turn * 1000 });
      await desk.settle();
    }
    expect(desk.fired()).toEqual([]);
    expect(desk.services.alerts.rules().map(({ ended }) => ended)).toEqual([
      'split',
      'split',
      'split',
    ]);
    desk.services.alerts.setEnabled([2], true);
    desk.time.move(MINUTE);
    desk.quote(121.5, { ...monday, previousClose: 1208 });
    expect(desk.fired()).toEqual([]);
  });

  it('is not what a crash within a session is: a second price confirms it', async () => {
    const { desk } = open();
    desk.rule(priceDraft({ of: { kind: 'price', instrument: null }, op: 'lessThan', value: 100 }));
    desk.quotes(149, 74);
    expect(desk.fired()).toEqual([]);
    await desk.settle();
    desk.quotes(74.5);
    expect(desk.fired()).toHaveLength(1);
  });

  it('is not what one wrong price is', async () => {
    const { desk } = open();
    desk.rule(priceDraft(crossesUp(150)));
    desk.quotes(149, 14_900, 149.1);
    await desk.settle();
    desk.quotes(149.2);
    expect(desk.fired()).toEqual([]);
  });
});
