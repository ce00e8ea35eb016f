import type {
  ChannelOperator,
  LevelOperator,
  MeasureKind,
  MoveOperator,
} from '../../../domain/alert/alert-condition';

const measures: Record<MeasureKind, string> = {
  price: 'Price',
  change: 'Change',
  volume: 'Volume',
  indicator: 'Indicator',
  abnormalMove: 'Abnormal move since an announcement',
};

const levels: Record<LevelOperator, (measure: string, level: string) => string> = {
  crossing: (measure, level) => `${measure} crosses ${level}`,
  crossingUp: (measure, level) => `${measure} rises above ${level}`,
  crossingDown: (measure, level) => `${measure} falls below ${level}`,
  greaterThan: (measure, level) => `${measure} is above ${level}`,
  lessThan: (measure, level) => `${measure} is below ${level}`,
};

const channels: Record<ChannelOperator, (measure: string, low: string, high: string) => string> = {
  enteringChannel: (measure, low, high) => `${measure} comes between ${low} and ${high}`,
  exitingChannel: (measure, low, high) => `${measure} leaves ${low} to ${high}`,
  insideChannel: (measure, low, high) => `${measure} is between ${low} and ${high}`,
  outsideChannel: (measure, low, high) => `${measure} is outside ${low} to ${high}`,
};

const moves: Record<MoveOperator, (measure: string, amount: string, bars: string) => string> = {
  movingUp: (measure, amount, bars) => `${measure} is up by ${amount} within ${bars}`,
  movingDown: (measure, amount, bars) => `${measure} is down by ${amount} within ${bars}`,
  movingUpPercent: (measure, amount, bars) => `${measure} is up by ${amount} % within ${bars}`,
  movingDownPercent: (measure, amount, bars) => `${measure} is down by ${amount} % within ${bars}`,
};

const operators = {
  crossing: 'crosses',
  crossingUp: 'crosses upwards',
  crossingDown: 'crosses downwards',
  greaterThan: 'is greater than',
  lessThan: 'is less than',
  enteringChannel: 'enters the channel',
  exitingChannel: 'leaves the channel',
  insideChannel: 'is inside the channel',
  outsideChannel: 'is outside the channel',
  movingUp: 'moves up by',
  movingDown: 'moves down by',
  movingUpPercent: 'moves up by %',
  movingDownPercent: 'moves down by %',
};

/** A rule in words, and the words that it is put together from. */
export const enAlertWords = {
  measures,
  levels,
  channels,
  moves,
  operators,
  measureOf: (measure: string, symbol: string) => `${measure} of ${symbol}`,
  indicatorOn: (name: string, interval: string) => `${name} (${interval})`,
  bars: (n: number, interval: string) =>
    n === 1 ? `1 bar (${interval})` : `${n} bars (${interval})`,
  percent: (value: string) => `${value} %`,
  standardErrors: (value: string) => `${value} standard errors`,
  sentence: (target: string, words: string) => `${target}: ${words}`,
  both: (one: string, other: string) => `${one} and ${other}`,
  announcementMatches: (filter: string) => `A new announcement matches “${filter}”`,
  onList: (list: string) => `Each of ${list}`,
  listGone: 'a list that is gone',
};

export type AlertWordsMessages = typeof enAlertWords;
