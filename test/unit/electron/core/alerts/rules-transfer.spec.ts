import { describe, expect, it } from 'vitest';
import type { NewRule } from '../../../../../electron/core/alerts/alert-repository-port';
import { RulesTransfer } from '../../../../../electron/core/alerts/rules-transfer';
import type { AlertRule } from '../../../../../src/shared/domain/alert/alert-rule';
import { draftOn } from '../../../../../src/shared/domain/alert/alert-rule';
import { ruleLists } from '../../../../../src/shared/domain/alert/rule-lists';
import { deskMessages } from '../../../../../src/shared/i18n/desk/desk-catalogue';
import { seedNames } from '../../../../../src/shared/i18n/desk/seed-names';
import { crossesUp, NVDA } from '../../../../helpers/made-up-rule';
import { listOf } from '../../../../helpers/watchlist-samples';

const ALL = [{ op: 'crossingUp', value: 150 }];
const MINE = [listOf(3, 'Memory'), listOf(4, 'Twice'), listOf(5, 'twice')];

/** A machine with lists of its own, and room for so many rules. */
function machine(lists = MINE, room = 100) {
  const rules: AlertRule[] = [];
  const add = (drafts: readonly NewRule[]): readonly AlertRule[] => {
    const added = drafts
      .slice(0, Math.max(0, room - rules.length))
      .map(({ draft, enabled }, index): AlertRule => ({
        ...draft,
        ...{ id: rules.length + index + 1, revision: 1, enabled, ended: null },
        ...{ createdAt: 0, splits: [] },
      }));
    rules.push(...added);
    return added;
  };
  const seeds = (['en', 'zh-CN'] as const).map((locale) => seedNames(deskMessages(locale)));
  const transfer = new RulesTransfer({
    rules: { rules: () => rules, add },
    lists: async () => ruleLists(lists, seeds),
  });
  return { transfer, rules, add };
}

describe('rules as a file', () => {
  it('find their list on another machine by its name', async () => {
    const from = machine();
    from.add([{ draft: draftOn({ kind: 'list', listId: 3 }, crossesUp(150)), enabled: true }]);
    const to = machine([listOf(1, null), listOf(9, 'MEMORY')]);
    const text = await from.transfer.exportRules();
    expect(await to.transfer.importRules(text)).toMatchObject({ kept: 1, refused: [] });
    expect(to.rules[0]?.watch).toMatchObject({ target: { kind: 'list', listId: 9 } });
  });

  it('are refused with their reasons where the list is not there, or is one of several', async () => {
    const { transfer } = machine();
    const wanted = ['Foundries', 'TWICE', 7, 'Memory'].map((list) => ({ list, all: ALL }));
    const answer = await transfer.importRules(JSON.stringify(wanted));
    expect(answer).toMatchObject({
      kept: 1,
      refused: [
        { number: 1, fault: { fault: 'unknown-list', where: 'list' } },
        { number: 2, fault: { fault: 'ambiguous-list', where: 'list' } },
        { number: 3, fault: { fault: 'unknown-list', where: 'list' } },
      ],
    });
  });

  it('come in each once, also where the file has one twice', async () => {
    const { transfer, rules } = machine();
    const rule = { symbol: NVDA, all: ALL };
    const text = JSON.stringify([rule, { ...rule, note: 'another' }, rule]);
    expect(await transfer.importRules(text)).toMatchObject({ kept: 2, known: 1, ids: [1, 2] });
    expect(await transfer.importRules(text)).toMatchObject({ kept: 0, known: 3, ids: [] });
    expect(rules).toHaveLength(2);
  });

  it('come in as far as there is room, and the others are named', async () => {
    const { transfer } = machine(MINE, 1);
    const text = JSON.stringify(
      [150, 160, 170].map((value) => ({
        ...{ symbol: NVDA, all: [{ op: 'crossingUp', value }] },
      })),
    );
    expect(await transfer.importRules(text)).toMatchObject({
      kept: 1,
      refused: [
        { number: 2, fault: { fault: 'too-many' } },
        { number: 3, fault: { fault: 'too-many' } },
      ],
    });
  });

  it('that cannot be read at all change nothing', async () => {
    const { transfer, rules } = machine();
    expect(await transfer.importRules('{')).toEqual({ ok: false, fault: 'not-json' });
    expect(rules).toEqual([]);
  });
});
