import { describe, expect, it } from 'vitest';
import { alertLines, dragAlertLine } from '../../../../src/features/alerts/alert-lines';
import { ruleWords } from '../../../../src/features/alerts/rule-words';
import { type Condition, PRICE } from '../../../../src/shared/domain/alert/alert-condition';
import { type AlertRule, draftFor, draftOn } from '../../../../src/shared/domain/alert/alert-rule';
import type { InstrumentId } from '../../../../src/shared/domain/instrument/instrument';
import { ACME, BOLT, KORVO } from '../../../helpers/desk-sample';
import { startDesk } from '../../../helpers/desk-under-test';

function rule(id: number, conditions: readonly Condition[], rest: Partial<AlertRule> = {}) {
  return {
    ...draftFor(ACME, ...conditions),
    ...{ id, revision: 1, enabled: true, ended: null, createdAt: 0, splits: [] },
    ...rest,
  };
}

const ABOVE: Condition = { of: PRICE, op: 'greaterThan', value: 1400 };
const CHANNEL: Condition = { of: PRICE, op: 'enteringChannel', low: 1200, high: 1250.5 };
const VOLUME: Condition = { of: { kind: 'volume', instrument: null }, op: 'greaterThan', value: 9 };
const OTHER: Condition = { of: { kind: 'price', instrument: BOLT }, op: 'lessThan', value: 3 };

describe('the lines of alerts', () => {
  it('stand for the fixed prices of the charted instrument alone', async () => {
    const rules = [
      rule(1, [ABOVE, VOLUME, OTHER]),
      rule(2, [CHANNEL], { enabled: false }),
      rule(3, [ABOVE], { ended: 'fired', enabled: false }),
      rule(4, [{ ...ABOVE, value: { kind: 'price', instrument: BOLT } }]),
      rule(5, [ABOVE], { ...draftFor(KORVO, ABOVE) }),
    ];
    const { desk } = await startDesk({ alerts: { rules } });
    const own = { isFixed: false, label: expect.any(String) };
    expect(alertLines(desk, ACME)).toEqual([
      { ...own, id: '1:0:value', price: 1400, tone: 'armed', label: 'Price is above 1,400.00' },
      {
        ...{ ...own, id: '2:0:low', price: 1200, tone: 'paused' },
        label: expect.stringMatching(/comes between/),
      },
      { ...own, id: '2:0:high', price: 1250.5, tone: 'paused' },
      { ...own, id: '3:0:value', price: 1400, tone: 'fired' },
    ]);
  });

  it('of a rule on a list with it stand where they count for it, and cannot be dragged', async () => {
    const onList = draftOn({ kind: 'list', listId: 1 }, ABOVE);
    const splits = [{ numerator: 10, denominator: 1, seenAt: 1, instrument: BOLT as InstrumentId }];
    const rules = [
      rule(1, [], { ...onList, splits, held: [KORVO] }),
      rule(2, [], draftOn({ kind: 'list', listId: 99 }, ABOVE)),
    ];
    const { desk } = await startDesk({ alerts: { rules } });
    const fixed = { id: '1:0:value', isFixed: true, tone: 'armed' };
    const label = 'Each of The chip race: Price is above';
    expect(alertLines(desk, ACME)).toEqual([{ ...fixed, price: 1400, label: `${label} 1,400.00` }]);
    expect(alertLines(desk, BOLT)).toEqual([{ ...fixed, price: 140, label: `${label} 140.00` }]);
    expect(alertLines(desk, KORVO)).toMatchObject([{ price: 1400, tone: 'paused' }]);
    expect(alertLines(desk, 'XNAS:DELT')).toEqual([]);
  });

  it('move the level of their rule and leave the rest of it', async () => {
    const { desk, main } = await startDesk({ alerts: { rules: [rule(2, [ABOVE, CHANNEL])] } });
    dragAlertLine(desk, '2:1:high', 1300);
    await expect.poll(() => desk.alerts.rule(2)?.revision).toBe(2);
    expect(main.argsOf('alerts.update')).toMatchObject([
      { id: 2, rule: { watch: { conditions: [ABOVE, { ...CHANNEL, high: 1300 }] } } },
    ]);
    expect(desk.notices.all.at(-1)?.text).toMatch(/^Moved: ACME/);
  });

  it('say why a level cannot be moved any more', async () => {
    const { desk, main } = await startDesk({ alerts: { rules: [rule(2, [ABOVE])] } });
    await main.client.alerts.remove({ ids: [2] });
    await expect.poll(() => desk.alerts.rules).toEqual([]);
    dragAlertLine(desk, '2:0:value', 1300);
    expect(main.argsOf('alerts.update')).toEqual([]);
  });
});

describe('a rule in words', () => {
  it.each([
    [ABOVE, 'ACME: Price is above 1,400.00', 'ACME：价格高于 1,400.00'],
    [OTHER, 'ACME: Price of 02345 is below 3.00', 'ACME：02345 的价格低于 3.00'],
    [
      { of: { kind: 'change', instrument: null }, op: 'movingUpPercent', amount: 3, bars: 5 },
      'ACME: Change is up by 3 % within 5 bars (1h)',
      'ACME：涨跌幅在 5 根 K 线（1时）内上升 3%',
    ],
  ] as const)('says %j in both languages', async (condition, english, chinese) => {
    const { desk } = await startDesk();
    const draft = draftFor(ACME, { ...condition, interval: '1h' } as Condition);
    expect(ruleWords(desk, draft)).toBe(english);
    await desk.settings.update({ locale: 'zh-CN' });
    expect(ruleWords(desk, draft)).toBe(chinese);
  });
});
