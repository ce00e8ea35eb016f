import type { StudyColour } from '../../../domain/chart/study-choice';
import type { StudyGap } from '../../../domain/chart/study-gap';

const indicators: Record<string, { readonly name: string; readonly short: string }> = {
  sma: { name: 'Simple moving average', short: 'SMA' },
  ema: { name: 'Exponential moving average', short: 'EMA' },
  wma: { name: 'Weighted moving average', short: 'WMA' },
  bollinger: { name: 'Bollinger bands', short: 'BB' },
  vwap: { name: 'Volume-weighted average of the session', short: 'VWAP' },
  'anchored-vwap': { name: 'Average since an announcement', short: 'Anchored VWAP' },
  rsi: { name: 'Relative strength index', short: 'RSI' },
  macd: { name: 'Moving average convergence / divergence', short: 'MACD' },
  atr: { name: 'Average true range', short: 'ATR' },
  stochastic: { name: 'Stochastic oscillator', short: 'Stoch' },
  obv: { name: 'On-balance volume', short: 'OBV' },
  'volume-profile': { name: 'Volume profile of the visible range', short: 'VP' },
};

const parameters: Record<string, string> = {
  period: 'Bars',
  deviations: 'Deviations',
  fast: 'Fast average, bars',
  slow: 'Slow average, bars',
  signal: 'Signal, bars',
  k: '%K, bars',
  smooth: 'Smoothing of %K',
  d: '%D, bars',
  rows: 'Rows of prices',
  valueArea: 'Value area, percent of volume',
};

/** What each value of an indicator with several is, in the order of its outputs. */
const outputs: Record<string, readonly string[]> = {
  bollinger: ['middle', 'upper', 'lower'],
  macd: ['MACD', 'signal', 'difference'],
  stochastic: ['%K', '%D'],
  'volume-profile': ['point of control', 'value area from', 'to'],
};

const colours: Record<StudyColour, string> = {
  blue: 'Blue',
  orange: 'Orange',
  teal: 'Teal',
  pink: 'Pink',
  yellow: 'Yellow',
  grey: 'Grey',
};

const gaps: Record<StudyGap, string> = {
  'intraday-only': 'needs bars shorter than a session',
  'nothing-selected': 'no announcement is selected',
  'unknown-announcement': 'its announcement is not in the data set any more',
  'no-day': 'the announcement has no exact day',
  'no-session-bar': 'no bar at the session of the announcement',
  'no-volume': 'the source tells no volume',
  'too-few-bars': 'too few bars for the first value',
  'no-pane': 'four panes are taken; remove one',
};

/** Texts of the indicators on the charts. */
export const enStudies = {
  indicators,
  parameters,
  outputs,
  colours,
  gaps,
  button: 'Indicators',
  title: 'Indicators on the charts',
  close: 'Close',
  addNamed: (name: string) => `Add ${name}`,
  searchLabel: 'Search indicators by name, English or Chinese',
  searchHint: 'RSI, moving average, bands …',
  offered: 'Indicators to add',
  nothingFound: (query: string) => `No indicator is called “${query}”.`,
  overPrice: 'over the price',
  ownPane: 'own pane',
  chosen: 'On the charts',
  noneChosen: 'No indicators yet. Add one from the list; it shows on every chart at once.',
  scopeLabel: 'Which instruments have these indicators',
  scopeAll: 'All lists',
  scopeList: 'This list only',
  reset: 'Remove all',
  resetList: 'As for all lists',
  tooMany: (most: number) => `There is room for ${most}. Remove one to add another.`,
  oneProfile: 'The volume profile stands on the charts already.',
  show: (name: string) => `Show ${name}`,
  hide: (name: string) => `Hide ${name}`,
  settings: (name: string) => `Settings of ${name}`,
  remove: (name: string) => `Remove ${name}`,
  earlier: (name: string) => `Move ${name} up`,
  later: (name: string) => `Move ${name} down`,
  colour: 'Colour',
  standard: 'Standard values',
  anchor: 'Counted from',
  anchorSelected: 'the selected announcement',
  anchorOther: 'an announcement of another company',
  since: (date: string) => `since ${date}`,
  typicalPrice: 'Typical price times volume: the source tells no turnover.',
  notANumber: 'Write a number.',
  notWhole: 'Write a whole number.',
  outOfBounds: (min: string, max: string) => `From ${min} to ${max}.`,
  notAscending: (one: string, other: string) => `“${one}” has to be less than “${other}”.`,
  kept: 'The chart keeps the last values that were right.',
  collapse: 'Fold the indicators away',
  expand: (n: number) => (n === 1 ? '1 indicator' : `${n} indicators`),
};

export type StudiesMessages = typeof enStudies;
