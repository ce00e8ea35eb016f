import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ALERT_OPERATORS,
  CHANNEL_OPERATORS,
  type Condition,
  type Level,
  LEVEL_OPERATORS,
  type Measure,
  MOVE_OPERATORS,
} from '../../../../../src/shared/domain/alert/alert-condition';
import {
  ALERT_SESSIONS,
  draftOn,
  type RuleDraft,
  TRIGGERS,
} from '../../../../../src/shared/domain/alert/alert-rule';
import { readRuleDraft } from '../../../../../src/shared/domain/alert/read-rule';
import type { RuleLists } from '../../../../../src/shared/domain/alert/rule-lists';
import { readRulesFile, writeRulesFile } from '../../../../../src/shared/domain/alert/rules-file';
import { CHART_INTERVALS } from '../../../../../src/shared/domain/candle/interval';
import type { InstrumentId } from '../../../../../src/shared/domain/instrument/instrument';
import { crossesUp } from '../../../../helpers/made-up-rule';
import { PROJECT_DIR } from '../../../../helpers/electron-under-test';

const instrument = fc.constantFrom<InstrumentId>('XNAS:NVDA', 'XHKG:02513', 'BINANCE:BTCUSDT');
const interval = fc.constantFrom(...CHART_INTERVALS);
const number = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => value + 0);
const measure: fc.Arbitrary<Measure> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('price', 'change', 'volume'),
    instrument: fc.option(instrument),
  }),
  fc.record({
    kind: fc.constant('indicator'),
    instrument: fc.option(instrument),
    indicator: fc.constant('ema'),
    params: fc.record({ period: fc.integer({ min: 2, max: 1000 }) }),
    output: fc.constant('average'),
    interval,
  }),
  fc.record({
    kind: fc.constant('abnormalMove'),
    instrument: fc.option(instrument),
    announcementId: fc.string({ minLength: 1, maxLength: 120 }),
  }),
);
const level: fc.Arbitrary<Level> = fc.oneof(number, measure);
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ of: measure, op: fc.constantFrom(...LEVEL_OPERATORS), value: level }),
  fc
    .record({ of: measure, op: fc.constantFrom(...CHANNEL_OPERATORS), low: level, high: level })
    .filter(({ low, high }) => typeof low !== 'number' || typeof high !== 'number' || low < high),
  fc.record({
    ...{ of: measure, op: fc.constantFrom(...MOVE_OPERATORS), interval },
    amount: fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
    bars: fc.integer({ min: 1, max: 500 }),
  }),
);
const draft: fc.Arbitrary<RuleDraft> = fc.record({
  watch: fc.record({
    kind: fc.constant('market'),
    target: fc.oneof(
      fc.record({ kind: fc.constant('instrument'), instrument }),
      fc.record({ kind: fc.constant('list'), listId: fc.integer({ min: 1, max: 1e9 }) }),
    ),
    conditions: fc.array(condition, { minLength: 1, maxLength: 5 }),
    trigger: fc.constantFrom(...TRIGGERS),
    barInterval: interval,
    session: fc.constantFrom(...ALERT_SESSIONS),
    rearm: fc.record({
      percent: fc.double({ min: 0, max: 100, noNaN: true }).map((value) => value + 0),
      ticks: fc.integer({ min: 0, max: 1000 }),
      minutes: fc.option(fc.integer({ min: 1, max: 10_080 })),
    }),
  }),
  expiresAt: fc.option(fc.integer({ min: 0, max: 4e12 })),
  note: fc.string({ maxLength: 500 }),
});

/** Lists by a name for each number, as long as the names are. */
const LISTS: RuleLists = {
  nameOf: (listId) => `List ${listId}`,
  find(written) {
    const listId = typeof written === 'number' ? written : Number(written.slice('List '.length));
    return listId > 0 ? { ok: true, listId } : { ok: false, fault: 'unknown-list' };
  },
};

const first = (text: string): unknown => {
  const read = readRulesFile(text, LISTS);
  return read.ok ? read.rows[0] : read;
};
const RULE = { symbol: 'XNAS:NVDA', all: [{ op: 'crossingUp', value: 150 }] };

describe('rules as a file', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(draft, fc.boolean()), { maxLength: 4 }), (rules) => {
        const kept = rules.map(([rule, enabled]) => ({ ...rule, enabled }));
        const text = writeRulesFile(kept, LISTS);
        const read = readRulesFile(text, LISTS);
        expect(read).toEqual({
          ok: true,
          rows: rules.map(([rule, enabled], index) => ({
            ...{ number: index + 1, ok: true, draft: rule, enabled },
          })),
        });
      }),
    );
  });

  it('name lists, and are read where an earlier version wrote their numbers', () => {
    const onList = draftOn({ kind: 'list', listId: 7 }, crossesUp(150));
    const text = writeRulesFile([{ ...onList, enabled: true }], LISTS);
    expect(JSON.parse(text)).toMatchObject({ version: 2, rules: [{ list: 'List 7' }] });
    const old = JSON.stringify({ version: 1, rules: [{ list: 7, all: RULE.all }] });
    expect(first(old)).toMatchObject({ ok: true, draft: { watch: onList.watch } });
  });

  it('keep the number of a list that is gone: it may come back', () => {
    const gone = { ...LISTS, nameOf: () => null };
    const rule = { ...draftOn({ kind: 'list', listId: 7 }, crossesUp(150)), enabled: true };
    expect(JSON.parse(writeRulesFile([rule], gone))).toMatchObject({ rules: [{ list: 7 }] });
  });

  it('are read as the handbook shows them', () => {
    const page = readFileSync(join(PROJECT_DIR, 'docs/alerts.md'), 'utf8');
    const [, example = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
    const read = readRulesFile(example, LISTS);
    expect(read.ok && read.rows.map(({ ok }) => ok)).toEqual([true, true]);
    for (const op of ALERT_OPERATORS) expect(page).toContain(`\`${op}\``);
  });

  it('never throw, whatever is in them', () => {
    // Not by its own `toString`, which may be anything too.
    const printed = fc.array(fc.anything()).map((value) => fc.stringify(value));
    const junk = fc.oneof(fc.json(), fc.string(), printed);
    fc.assert(fc.property(junk, (text) => void readRulesFile(text, LISTS)));
    fc.assert(fc.property(fc.anything(), (value) => void readRuleDraft(value)));
  });

  it('leave no trace of hostile keys', () => {
    const hostile = `[{"symbol":"XNAS:NVDA","all":[{"op":"crossingUp","value":1,"__proto__":{"a":1}}]}]`;
    expect(first(hostile)).toMatchObject({ ok: false, fault: { fault: 'hostile-key' } });
    expect(({} as { a?: number }).a).toBeUndefined();
  });

  it.each([
    [{ ...RULE, symbol: 'nvda' }, 'bad-symbol', 'symbol'],
    [{ ...RULE, symbol: undefined }, 'no-target', ''],
    [{ list: 0, all: RULE.all }, 'bad-list', 'list'],
    [{ list: null, all: RULE.all }, 'bad-list', 'list'],
    [{ list: 'Memory', all: RULE.all }, 'unknown-list', 'list'],
    [{ ...RULE, all: undefined }, 'no-conditions', 'all'],
    [{ ...RULE, all: Array(6).fill(RULE.all[0]) }, 'too-many-conditions', 'all'],
    [{ ...RULE, all: [{ op: 'crossingUp' }] }, 'not-a-number', 'all[0].value'],
    [
      { ...RULE, all: [{ op: 'crossingUp', value: '150' }] },
      'unknown-measure',
      'all[0].value.kind',
    ],
    [
      { ...RULE, all: [{ op: 'insideChannel', low: 2, high: 1 }] },
      'channel-upside-down',
      'all[0].high',
    ],
    [{ ...RULE, all: [{ op: 'movingUp', amount: 0, bars: 1 }] }, 'not-above-zero', 'all[0].amount'],
    [{ ...RULE, all: [{ op: 'movingUp', amount: 1, bars: 501 }] }, 'bad-bars', 'all[0].bars'],
    [
      { ...RULE, all: [{ op: 'movingUp', amount: 1, bars: 1, interval: '2m' }] },
      'unknown-interval',
      'all[0].interval',
    ],
    [{ ...RULE, trigger: 'sometimes' }, 'unknown-trigger', 'trigger'],
    [{ ...RULE, session: 'night' }, 'unknown-session', 'session'],
    [{ ...RULE, rearm: { percent: -1, ticks: 1 } }, 'bad-rearm', 'rearm'],
    [{ ...RULE, expires: '2026-12-31' }, 'bad-date', 'expires'],
    [{ ...RULE, expires: '2026-13-31T00:00Z' }, 'bad-date', 'expires'],
    [{ ...RULE, note: 5 }, 'bad-note', 'note'],
    [{ announcements: { name: 'x', filter: 5 } }, 'bad-filter', 'announcements'],
    [{ ...RULE, colour: 'red' }, 'unknown-field', 'colour'],
    ['NVDA > 5', 'not-an-object', ''],
  ])('refuse %j', (rule, fault, where) => {
    expect(first(JSON.stringify([rule]))).toEqual({
      number: 1,
      ok: false,
      fault: { fault, where },
    });
  });

  it.each([
    [{ measure: 'indicator', indicator: 'none' }, 'unknown-indicator'],
    [{ measure: 'indicator', indicator: 'vwap' }, 'unknown-indicator'],
    [{ measure: 'indicator', indicator: 'ema', params: { period: 0 } }, 'bad-parameters'],
    [{ measure: 'indicator', indicator: 'ema', output: 'x' }, 'unknown-output'],
    [{ measure: 'abnormalMove' }, 'bad-announcement'],
    ['dividend', 'unknown-measure'],
  ])('refuse to watch %j', (of, fault) => {
    const rule = { ...RULE, all: [{ of, op: 'greaterThan', value: 1 }] };
    expect(first(JSON.stringify([rule]))).toMatchObject({ ok: false, fault: { fault } });
  });
});
