import {
  type Condition,
  isChannelTest,
  isLevelTest,
  isMoveTest,
  type Level,
  type Measure,
} from '../../shared/domain/alert/alert-condition';
import type { AlertRule, RuleDraft, RuleSplit } from '../../shared/domain/alert/alert-rule';
import type { RuleFault } from '../../shared/domain/alert/rule-fault';
import { watchOn } from '../../shared/domain/alert/rule-on-instrument';
import { type InstrumentId, splitInstrumentId } from '../../shared/domain/instrument/instrument';
import type { Desk } from '../../state/desk.svelte';
import { studyFigure } from '../chart/studies/study-figures';
import { outputName, shortName } from '../chart/studies/study-words';
import { listName } from '../../shared/domain/watchlist/list-document';
import { seedNames } from '../../shared/i18n/desk/seed-names';

const USUAL_DECIMALS = 2;
const MOST_DECIMALS = 6;

/** A rule as a sentence: what is watched, and when it fires. */
export function ruleWords(desk: Desk, { watch }: Pick<RuleDraft, 'watch'>): string {
  const t = desk.t.alerts;
  if (watch.kind === 'announcement') return t.announcementMatches(watch.filterName);
  const { conditions } = watch;
  const words = conditions.map((condition) =>
    conditionWords(desk, condition, decimalsOf(desk, watch)),
  );
  return t.sentence(targetWords(desk, watch), words.reduce(t.both));
}

/** What a rule watches: a code, a list or the record. */
export function targetWords(desk: Desk, watch: RuleDraft['watch']): string {
  const t = desk.t.alerts;
  if (watch.kind === 'announcement') return t.targets.announcement;
  const { target } = watch;
  if (target.kind === 'instrument') return splitInstrumentId(target.instrument).code;
  const list = desk.watchlist.lists.find(({ id }) => id === target.listId);
  return t.onList(list ? listName(list, seedNames(desk.t)) : t.listGone);
}

/** What is to be corrected, and in which condition where there are several that it could be. */
export function faultWords(desk: Desk, { fault, where }: RuleFault): string {
  const t = desk.t.alerts;
  const index = /^all\[(\d)\]/.exec(where)?.[1];
  return index === undefined ? t.faults[fault] : t.inCondition(Number(index) + 1, t.faults[fault]);
}

/** A split by which levels were scaled: `split 10:1, seen 13 Jul 21:30: levels in new shares`. */
export function splitWords(desk: Desk, { numerator, denominator, seenAt }: RuleSplit): string {
  const ratio = `${numerator}:${denominator}`;
  const words = desk.t.alerts.splits[numerator < denominator ? 'reverse' : 'forward'];
  return words(ratio, desk.formats.moment(seenAt));
}

/** Every split that counts in a rule: of one of a list with what it asks of that one. */
export function splitsWords(
  desk: Desk,
  rule: Pick<AlertRule, 'splits' | 'watch'>,
): readonly string[] {
  const t = desk.t.alerts;
  return rule.splits.map((split) => {
    const { instrument } = split;
    const words = splitWords(desk, split);
    if (instrument === undefined || rule.watch.kind !== 'market') return words;
    const watch = watchOn({ splits: rule.splits, watch: rule.watch }, instrument);
    const asked = watch.conditions
      .map((each) => conditionWords(desk, each, decimalsOn(desk, instrument)))
      .reduce(t.both);
    return t.forOne(splitInstrumentId(instrument).code, `${asked} (${words})`);
  });
}

/** One condition: `Price rises above 200`. @param decimals - of the instrument's prices */
export function conditionWords(desk: Desk, condition: Condition, decimals: number): string {
  const t = desk.t.alerts;
  const measure = measureWords(desk, condition.of);
  const level = (value: Level): string => levelWords(desk, value, condition.of, decimals);
  if (isLevelTest(condition)) return t.levels[condition.op](measure, level(condition.value));
  if (isChannelTest(condition)) {
    return t.channels[condition.op](measure, level(condition.low), level(condition.high));
  }
  if (!isMoveTest(condition)) return measure;
  const { op, amount, bars, interval } = condition;
  const isPercent = op === 'movingUpPercent' || op === 'movingDownPercent';
  const by = isPercent ? plain(amount) : level(amount);
  return t.moves[op](measure, by, t.bars(bars, desk.t.chart.intervals[interval]));
}

export function measureWords(desk: Desk, measure: Measure): string {
  const t = desk.t.alerts;
  const name =
    measure.kind === 'indicator'
      ? t.indicatorOn(indicatorWords(desk, measure), desk.t.chart.intervals[measure.interval])
      : t.measures[measure.kind];
  const { instrument } = measure;
  return instrument === null ? name : t.measureOf(name, splitInstrumentId(instrument).code);
}

/** `EMA 20`, `BB 20 2 lower`: which of several values is meant. */
function indicatorWords(
  { t: { studies } }: Desk,
  { indicator, params, output }: Extract<Measure, { kind: 'indicator' }>,
): string {
  const name = shortName(indicator, studies);
  const value = outputName(indicator, output, studies);
  return [name, ...Object.values(params), value === name ? null : value]
    .filter((word) => word !== null)
    .join(' ');
}

/** A value of a measure as it is written. */
export function figureWords(desk: Desk, measure: Measure, value: number, decimals: number): string {
  const t = desk.t.alerts;
  switch (measure.kind) {
    case 'price':
      return desk.formats.price(value, exactDecimals(value, decimals));
    case 'change':
      return t.percent(plain(value));
    case 'volume':
      return desk.formats.volume(value);
    case 'indicator':
      return studyFigure(measure.indicator, decimals, desk.formats)(value);
    case 'abnormalMove':
      return t.standardErrors(plain(value));
  }
}

/** Decimals of what a rule watches; the usual two where it is not known. */
export function decimalsOf(desk: Desk, watch: RuleDraft['watch']): number {
  if (watch.kind === 'announcement' || watch.target.kind === 'list') return USUAL_DECIMALS;
  return decimalsOn(desk, watch.target.instrument);
}

/** Decimals of an instrument's prices; the usual two where it is not known. */
export function decimalsOn(desk: Desk, instrument: InstrumentId): number {
  return desk.instruments.get(instrument)?.priceDecimals ?? USUAL_DECIMALS;
}

function levelWords(desk: Desk, level: Level, of: Measure, decimals: number): string {
  return typeof level === 'number'
    ? figureWords(desk, of, level, decimals)
    : measureWords(desk, level);
}

/** As many decimals as the instrument has, more where the user wrote more. */
function exactDecimals(value: number, decimals: number): number {
  const written = String(value).split('.')[1]?.length ?? 0;
  return Math.min(MOST_DECIMALS, Math.max(decimals, written));
}

function plain(value: number): string {
  return String(Number(value.toFixed(MOST_DECIMALS))).replace('-', '\u2212');
}
