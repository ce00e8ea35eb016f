import { describe, expect, it } from 'vitest';
import { AbnormalMoves } from '../../../../../electron/core/alerts/abnormal-moves';
import { ExchangeHours } from '../../../../../electron/core/alerts/exchange-hours';
import type { AbnormalMove } from '../../../../../src/shared/domain/alert/abnormal-move-port';
import type { Condition, Measure } from '../../../../../src/shared/domain/alert/alert-condition';
import type { AlertRule } from '../../../../../src/shared/domain/alert/alert-rule';
import type { InstrumentId } from '../../../../../src/shared/domain/instrument/instrument';
import { crossesUp, NVDA, priceRule } from '../../../../helpers/made-up-rule';
import { shippedHours } from './hours-of';

const AMD: InstrumentId = 'XNAS:AMD';
const HOUR = 3_600_000;
/** A Friday in the session of New York. */
const FRIDAY = Date.UTC(2026, 6, 10, 15);

const move = (announcementId: string, instrument: InstrumentId | null = null): Measure => ({
  ...{ kind: 'abnormalMove', instrument, announcementId },
});
const above = (of: Measure): Condition => ({ of, op: 'greaterThan', value: 2 });
const rule = (id: number, ...conditions: readonly Condition[]): AlertRule =>
  priceRule({ conditions }, { id });

type Answer = AbnormalMove | null | Error | Promise<AbnormalMove | null>;

function setUp(rules: readonly AlertRule[], answer: (asked: string) => Answer = () => null) {
  const asked: string[] = [];
  const set = new Map<string, number>();
  const errors: unknown[] = [];
  const state = { rules, nowMs: FRIDAY, hours: shippedHours() };
  const moves = new AbnormalMoves({
    port: {
      async measure({ instrument, announcementId, session }) {
        const question = `${instrument} ${announcementId} ${session}`;
        asked.push(question);
        const answered = await answer(question);
        if (answered instanceof Error) throw answered;
        return answered;
      },
    },
    rules: () => state.rules,
    lists: { instrumentsOf: () => [NVDA, AMD] },
    hours: {
      spans: state.hours.spans,
      phaseAt: (id, at) => state.hours.phaseAt(id, at),
      isRegularAt: (id, at) => state.hours.isRegularAt(id, at),
      calendarOf: (id) => state.hours.calendarOf(id),
    },
    watch: {
      setAbnormalMove: (instrument, announcementId, z) => {
        set.set(`${instrument} ${announcementId}`, z);
      },
    },
    now: () => state.nowMs,
    onError: (error) => errors.push(error),
  });
  return { moves, asked, set, errors, state };
}

describe('the abnormal moves that rules look at', () => {
  it('are measured each once, on the rule, on another instrument and on each of a list', async () => {
    const list = priceRule(
      { target: { kind: 'list', listId: 1 }, conditions: [above(move('b'))] },
      { id: 3 },
    );
    const compared: Condition = { of: move('a', AMD), op: 'greaterThan', value: move('a') };
    const rules = [rule(1, above(move('a'))), rule(2, above(move('a')), compared), list];
    const { moves, asked } = setUp(rules);
    await moves.refresh();
    expect(asked.toSorted()).toEqual([
      'XNAS:AMD a 2026-07-10',
      'XNAS:AMD b 2026-07-10',
      'XNAS:NVDA a 2026-07-10',
      'XNAS:NVDA b 2026-07-10',
    ]);
  });

  it.each([
    ['in the session that is under way', FRIDAY, '2026-07-10'],
    ['before the open up to the session before', FRIDAY - 4 * HOUR, '2026-07-09'],
    ['over the weekend up to its last session', FRIDAY + 48 * HOUR, '2026-07-10'],
  ])('are measured %s', async (_, nowMs, session) => {
    const { moves, asked, state } = setUp([rule(1, above(move('a')))]);
    state.nowMs = nowMs;
    await moves.refresh();
    expect(asked).toEqual([`XNAS:NVDA a ${session}`]);
  });

  it('are not measured for rules that do not watch, and of nothing else', async () => {
    const conditions = [above(move('a'))];
    const { moves, asked } = setUp([
      priceRule({ conditions }, { id: 1, enabled: false }),
      priceRule({ conditions }, { id: 2, ended: 'fired' }),
      priceRule({ conditions }, { id: 3, expiresAt: FRIDAY }),
      rule(4, crossesUp(150)),
    ]);
    await moves.refresh();
    expect(asked).toEqual([]);
  });

  it('are what the study says, and nothing where it says nothing', async () => {
    const rules = [rule(1, above(move('a')), above(move('b')))];
    const { moves, set } = setUp(rules, (asked) =>
      asked.includes(' a ') ? { z: -2.5, s: 0.01 } : null,
    );
    await moves.refresh();
    expect([...set]).toEqual([
      ['XNAS:NVDA a', -2.5],
      ['XNAS:NVDA b', NaN],
    ]);
  });

  it('of which one fails keep the others from nothing, and what was known stays', async () => {
    const rules = [rule(1, above(move('a')), above(move('b')))];
    const answers = new Map<string, Answer>([['a', { z: 3, s: 0.01 }]]);
    const { moves, set, errors } = setUp(
      rules,
      (asked) => answers.get(asked.split(' ')[1] ?? '') ?? { z: 1, s: 0.01 },
    );
    await moves.refresh();
    answers.set('a', new Error('the data process ended'));
    answers.set('b', { z: 4, s: 0.01 });
    await moves.refresh();
    expect(errors).toHaveLength(1);
    expect(Object.fromEntries(set)).toEqual({ 'XNAS:NVDA a': 3, 'XNAS:NVDA b': 4 });
  });

  it('of a new rule are measured at once, those that are known not again', async () => {
    const { moves, asked, state } = setUp([rule(1, above(move('a')))]);
    await moves.refresh();
    state.rules = [...state.rules, rule(2, above(move('b')))];
    await moves.measureNew();
    expect(asked.map((each) => each.split(' ')[1])).toEqual(['a', 'b']);
  });

  it('of rules that come while a round runs are met by it, and by no second one', async () => {
    let answered: (move: AbnormalMove) => void = () => undefined;
    const first = new Promise<AbnormalMove>((resolve) => (answered = resolve));
    const { moves, asked, state } = setUp([rule(1, above(move('a')))], (question) =>
      question.includes(' a ') ? first : null,
    );
    const round = moves.refresh();
    state.rules = [...state.rules, rule(2, above(move('b')))];
    await moves.measureNew();
    expect(asked).toHaveLength(1);
    answered({ z: 1, s: 1 });
    await round;
    expect(asked).toHaveLength(2);
  });

  it('wait for the calendars', async () => {
    const { moves, asked, state } = setUp([rule(1, above(move('a')))]);
    state.hours = new ExchangeHours(() => undefined);
    await moves.refresh();
    expect(asked).toEqual([]);
  });
});
