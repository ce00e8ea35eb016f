import { CHART_INTERVALS, type ChartInterval } from '../candle/interval';
import { findIndicator, readParameters } from '../indicators/indicator-catalogue';
import { type InstrumentId, isInstrumentId } from '../instrument/instrument';
import {
  ALERT_OPERATORS,
  CHANNEL_OPERATORS,
  type Condition,
  type ConditionTest,
  type Level,
  LEVEL_OPERATORS,
  type Measure,
  MOST_BARS,
  MOVE_OPERATORS,
} from './alert-condition';
import { choiceAt, fieldsOf, numberAt, refuseRule } from './rule-fault';

const LONGEST_ANNOUNCEMENT_ID = 120;

/** A condition as it was stored or sent. @throws RuleRefusal */
export function readCondition(value: unknown, where: string): Condition {
  const fields = fieldsOf(value, where);
  return { of: readMeasure(fields['of'], `${where}.of`), ...readTest(fields, where) };
}

function readTest(fields: Readonly<Record<string, unknown>>, where: string): ConditionTest {
  const op = choiceAt(fields['op'], ALERT_OPERATORS, 'unknown-operator', `${where}.op`);
  const level = LEVEL_OPERATORS.find((each) => each === op);
  if (level) return { op: level, value: readLevel(fields['value'], `${where}.value`) };
  const channel = CHANNEL_OPERATORS.find((each) => each === op);
  if (channel) {
    const low = readLevel(fields['low'], `${where}.low`);
    const high = readLevel(fields['high'], `${where}.high`);
    const isUpsideDown = typeof low === 'number' && typeof high === 'number' && low >= high;
    if (isUpsideDown) refuseRule('channel-upside-down', `${where}.high`);
    return { op: channel, low, high };
  }
  const move = choiceAt(op, MOVE_OPERATORS, 'unknown-operator', `${where}.op`);
  const amount = numberAt(fields['amount'], `${where}.amount`);
  if (amount <= 0) refuseRule('not-above-zero', `${where}.amount`);
  const bars = fields['bars'];
  const isCount = typeof bars === 'number' && Number.isInteger(bars);
  if (!isCount || bars < 1 || bars > MOST_BARS) return refuseRule('bad-bars', `${where}.bars`);
  return { op: move, amount, bars, interval: readInterval(fields['interval'], where) };
}

function readLevel(value: unknown, where: string): Level {
  return typeof value === 'object' ? readMeasure(value, where) : numberAt(value, where);
}

function readMeasure(value: unknown, where: string): Measure {
  const fields = fieldsOf(value, where);
  const instrument = readInstrument(fields['instrument'], where);
  const { kind } = fields;
  if (kind === 'price' || kind === 'change' || kind === 'volume') return { kind, instrument };
  if (kind === 'indicator') return readIndicator(fields, instrument, where);
  if (kind !== 'abnormalMove') return refuseRule('unknown-measure', `${where}.kind`);
  const { announcementId: id } = fields;
  if (typeof id === 'string' && id.length >= 1 && id.length <= LONGEST_ANNOUNCEMENT_ID) {
    return { kind, instrument, announcementId: id };
  }
  return refuseRule('bad-announcement', `${where}.announcementId`);
}

function readIndicator(
  fields: Readonly<Record<string, unknown>>,
  instrument: InstrumentId | null,
  where: string,
): Measure {
  const id = fields['indicator'];
  const indicator = typeof id === 'string' ? findIndicator(id) : undefined;
  // One that begins at a bar of the chart, or with the sessions of an exchange, has no running value here.
  if (!indicator || indicator.needsSessions || hasTime(indicator.parameters)) {
    return refuseRule('unknown-indicator', `${where}.indicator`);
  }
  const read = readParameters(indicator, fieldsOf(fields['params'] ?? {}, `${where}.params`));
  if (!read.ok) return refuseRule('bad-parameters', `${where}.params`);
  const output = fields['output'] ?? indicator.outputs[0]?.id;
  return {
    kind: 'indicator',
    instrument,
    indicator: indicator.id,
    params: read.params,
    output: choiceAt(
      output,
      indicator.outputs.map((each) => each.id),
      'unknown-output',
      `${where}.output`,
    ),
    interval: readInterval(fields['interval'], where),
  };
}

function hasTime(parameters: readonly { readonly kind: string }[]): boolean {
  return parameters.some(({ kind }) => kind === 'time');
}

function readInterval(value: unknown, where: string): ChartInterval {
  return choiceAt(value ?? 'D', CHART_INTERVALS, 'unknown-interval', `${where}.interval`);
}

function readInstrument(value: unknown, where: string): InstrumentId | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' && isInstrumentId(value)) return value;
  return refuseRule('bad-symbol', `${where}.instrument`);
}
