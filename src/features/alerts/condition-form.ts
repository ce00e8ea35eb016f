import {
  type AlertOperator,
  CHANNEL_OPERATORS,
  type Condition,
  isChannelTest,
  isLevelTest,
  isMoveTest,
  type Level,
  LEVEL_OPERATORS,
  type Measure,
  type MeasureKind,
  MOVE_OPERATORS,
  PRICE,
} from '../../shared/domain/alert/alert-condition';
import type { ChartInterval } from '../../shared/domain/candle/interval';
import { describeStudy, standardParams } from '../../shared/domain/chart/study-choice';
import { findIndicator } from '../../shared/domain/indicators/indicator-catalogue';
import type { IndicatorParams } from '../../shared/domain/indicators/indicator';
import type { InstrumentId } from '../../shared/domain/instrument/instrument';

/** A measure as a form holds it: everything that any kind of it needs. */
export interface MeasureForm {
  readonly kind: MeasureKind;
  readonly instrument: InstrumentId | null;
  readonly indicator: string;
  readonly params: IndicatorParams;
  readonly output: string;
  readonly interval: ChartInterval;
  readonly announcementId: string;
}

/** What a measure is compared with. */
export interface LevelForm {
  /** The number, as it is written. */
  readonly text: string;
  /** Counts in place of the number; null where there is none. */
  readonly measure: MeasureForm | null;
}

/** A condition as a form holds it; numbers as they are written. */
export interface ConditionForm {
  readonly of: MeasureForm;
  readonly op: AlertOperator;
  readonly value: LevelForm;
  readonly low: LevelForm;
  readonly high: LevelForm;
  readonly amount: string;
  readonly bars: string;
  readonly interval: ChartInterval;
}

const USUAL_INDICATOR = 'ema';
const NO_LEVEL: LevelForm = { text: '', measure: null };

export const NEW_CONDITION: ConditionForm = {
  of: measureForm(PRICE),
  op: 'crossing',
  ...{ value: NO_LEVEL, low: NO_LEVEL, high: NO_LEVEL },
  ...{ amount: '', bars: '5', interval: 'D' },
};

/** A measure of an indicator with its standard parameters. */
export function indicatorForm(indicator: string, from: MeasureForm): MeasureForm {
  const described = describeStudy(indicator);
  return {
    ...from,
    ...{ kind: 'indicator', indicator },
    params: described ? standardParams(described) : {},
    output: findIndicator(indicator)?.outputs[0]?.id ?? '',
  };
}

export function measureForm(measure: Measure): MeasureForm {
  const plain: MeasureForm = {
    ...{ kind: measure.kind, instrument: measure.instrument, interval: 'D', announcementId: '' },
    ...{ indicator: '', params: {}, output: '' },
  };
  const form = { ...indicatorForm(USUAL_INDICATOR, plain), kind: measure.kind };
  if (measure.kind === 'indicator') {
    const { indicator, params, output, interval } = measure;
    return { ...form, indicator, params, output, interval };
  }
  return measure.kind === 'abnormalMove'
    ? { ...form, announcementId: measure.announcementId }
    : form;
}

export function conditionForm(condition: Condition): ConditionForm {
  const form = { ...NEW_CONDITION, of: measureForm(condition.of), op: condition.op };
  if (isLevelTest(condition)) return { ...form, value: levelForm(condition.value) };
  if (isChannelTest(condition)) {
    return { ...form, low: levelForm(condition.low), high: levelForm(condition.high) };
  }
  if (!isMoveTest(condition)) return form;
  const { amount, bars, interval } = condition;
  return { ...form, amount: String(amount), bars: String(bars), interval };
}

/** A measure that has to say more than whose it is. */
export function hasParameters({ kind }: MeasureForm): boolean {
  return kind === 'indicator' || kind === 'abnormalMove';
}

/** What the form comes to, to be checked by `readRuleDraft`: what is no number stays NaN. */
export function conditionOf(form: ConditionForm): Condition {
  const of = measureOf(form.of);
  const level = LEVEL_OPERATORS.find((op) => op === form.op);
  if (level) return { of, op: level, value: levelOf(form.value) };
  const channel = CHANNEL_OPERATORS.find((op) => op === form.op);
  if (channel) return { of, op: channel, low: levelOf(form.low), high: levelOf(form.high) };
  const move = MOVE_OPERATORS.find((op) => op === form.op) ?? 'movingUp';
  const { interval } = form;
  return { of, op: move, amount: numberOf(form.amount), bars: numberOf(form.bars), interval };
}

function measureOf(form: MeasureForm): Measure {
  const { kind, instrument, indicator, params, output, interval, announcementId } = form;
  if (kind === 'indicator') return { kind, instrument, indicator, params, output, interval };
  return kind === 'abnormalMove' ? { kind, instrument, announcementId } : { kind, instrument };
}

function levelForm(level: Level): LevelForm {
  return typeof level === 'number'
    ? { text: String(level), measure: null }
    : { text: '', measure: measureForm(level) };
}

function levelOf({ text, measure }: LevelForm): Level {
  return measure ? measureOf(measure) : numberOf(text);
}

/** An empty field is no zero. */
export function numberOf(text: string): number {
  return text.trim() === '' ? NaN : Number(text.trim().replace('\u2212', '-'));
}
