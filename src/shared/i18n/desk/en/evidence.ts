import type { SessionBasis } from '../../../domain/announcement/event-session';
import type { SessionGap } from '../../../domain/event-study/evidence-question';
import type { SensitivityRow } from '../../../domain/event-study/sensitivity';
import type { StudyModel } from '../../../domain/event-study/study-spec';
import type { Verdict, VerdictGap } from '../../../domain/event-study/verdict';
import { many } from './many';

const verdicts: Record<Verdict, string> = {
  'fits-chance': 'fits chance',
  unusual: 'unusual, cause unknown',
  'not-enough-history': 'not enough history',
  'data-in-doubt': 'data quality in doubt',
};

const gaps: Record<VerdictGap, string> = {
  'no-session': 'No bar on the session that could react.',
  'short-history': 'Too few sessions before it.',
  'too-few-returns': 'Too few returns in the estimation window.',
  'windows-overlap': 'The estimation window and the event window overlap.',
  'no-market': 'No bars of the benchmark.',
  'market-constant': 'The benchmark did not move in the estimation window.',
  'too-few-placebos': 'Too few placebo days for any of them to be rare.',
  'window-open': 'The event window has not ended yet.',
  'too-few-events': 'Too few events: no test could call them unusual.',
  'undefined-test': 'The test has no value here.',
};

const sessionGaps: Record<SessionGap, string> = {
  'no-bars': 'No bars of this instrument.',
  'before-history': 'The bars begin after this session.',
  'after-history': 'The bars end before this session.',
  'missing-bar': 'No bar on this session.',
};

const bases: Record<SessionBasis, string> = {
  'before-open': 'before the open',
  'in-session': 'while the exchange traded',
  lunch: 'in the lunch break',
  'after-close': 'after the close',
  'closed-day': 'on a day without trading',
  'date-only': 'time of day not known',
};

const models: Record<StudyModel, string> = {
  market: 'Market model',
  'market-adjusted': 'Market-adjusted',
  mean: 'Constant mean',
};

const rows: Record<SensitivityRow, string> = {
  chosen: 'as chosen',
  index: 'own index',
  sector: 'sector index',
  'market-adjusted': 'market-adjusted',
  mean: 'constant mean',
  shorter: 'half the estimation window',
};

/** Texts of the evidence: meter and panel. Never a word of cause, except that it is not known. */
export const enEvidence = {
  verdicts,
  gaps,
  sessionGaps,
  bases,
  models,
  rows,
  meter: (code: string) => `Evidence for ${code}`,
  waiting: 'Measuring …',
  failed: 'Not measured: the bars could not be read.',
  vague: 'Known only to the month or vaguer: no session to measure.',
  simulated: 'Simulated prices: no verdict about the real market.',
  expected: 'expected',
  actual: 'actual',
  abnormal: 'abnormal',
  band: (width: string) => `± ${width}`,
  bandLong: '95 % band',
  rank: 'placebo rank',
  rankOf: (place: string, of: string) => `${place} of ${of}`,
  session: (date: string) => `session ${date}`,
  against: (benchmark: string, sessions: string) => `${benchmark} · ${many(sessions, 'session')}`,
  alone: (sessions: string) => `own mean · ${many(sessions, 'session')}`,
  open: 'Open the evidence',
  shared: (count: number) =>
    count === 1
      ? 'one thing of the same session beside it'
      : `${count} things of the same session beside it`,
  lowered: {
    'market-move': 'once the sector is allowed for',
    volatility: 'once the swings before it are allowed for',
  },
  steps: {
    'shorter-window': (length: string, asked: string) =>
      `Short history: ${many(length, 'session')} in place of ${asked}.`,
    'market-adjusted': (length: string) =>
      `Short history: market-adjusted over ${many(length, 'session')}; below 120 no slope is worth its name.`,
    'placebo-only': (length: string) =>
      `Short history: of ${many(length, 'session')} only the placebo rank counts.`,
    nothing: (length: string, needed: string) =>
      `Not enough history: ${length} of at least ${many(needed, 'session')}.`,
  },

  title: 'Evidence',
  close: 'Close',
  views: { event: 'This announcement', family: 'Family' },
  viewsLabel: 'What is studied',
  instrument: 'Instrument',
  changeInstrument: 'Choose another instrument',
  instrumentHelp: 'The announcement is measured on its bars.',
  benchmark: 'Compared with',
  benchmarks: { index: 'Own index', sector: 'Sector (SOX)', basket: 'Peers' },
  peers: 'Peers',
  addPeer: 'Add a peer',
  addPeerHelp: 'Equal parts of each, put together anew at every session.',
  removePeer: (name: string) => `Remove ${name}`,
  isPeer: 'a peer already',
  isStudied: 'is the one that is studied',
  noPeers: 'No peers yet: the own index stands in for them.',
  model: 'Model',
  estimation: 'Estimation window',
  gap: 'Gap before the event window',
  window: 'Event window',
  windowFrom: 'from',
  windowTo: 'to',
  sessions: (count: string) => many(count, 'session'),
  reset: 'Usual settings',
  reactionSession: 'First session that could react',
  reactionHelp: (basis: string) => `Told ${basis}.`,
  latest: (date: string) => `It may have been ${date}.`,
  half: 'Half day.',
  dayNamed: (reason: string) => `${reason}.`,
  uncovered: 'The closures of this year are not all known.',
  chosenByHand: 'Set by hand.',
  takeBack: 'Take back',
  setSession: 'Set the session by hand',
  verdictOn: (code: string, date: string) => `${code} on ${date}`,
  window95: (from: string, to: string) => `Cumulative abnormal return, sessions ${from} … ${to}`,
  wholeWindow: 'Whole window',
  car: 'cumulative abnormal return',
  t: 't',
  p: 'p',
  alphaBeta: 'α, β',
  residual: 'standard error of a day',
  estimatedOn: 'estimated on',
  lasts: (from: string, to: string) => `${from} to ${to}`,
  placebos: 'The day among the placebo days',
  placeboHelp: (length: string) =>
    `Residuals of the ${many(length, 'session')} before, and the event.`,
  days: 'Days',
  columns: {
    offset: 'Session',
    date: 'Date',
    actual: 'Actual',
    expected: 'Expected',
    abnormal: 'Abnormal',
    t: 't',
    cumulative: 'Cumulative',
  },
  sensitivity: 'Other windows and benchmarks',
  sensitivityHelp: 'The verdict of other choices than those that were made.',
  exportHtml: 'Save the evidence as a page (HTML)',
  exportJson: 'Save the evidence as data (JSON)',
  notExported: 'There is nothing measured to take out.',
  missingBenchmark: (names: string) => `No bars of ${names}.`,
  ownMeanInstead: (names: string) => `No bars of ${names}: its own mean stands in.`,

  chartSummary: (last: string, band: string) => `Ends at ${last}, band ± ${band}`,
  histogramSummary: (value: string, rank: string) => `The event: ${value}, ${rank}`,
};

export type EvidenceMessages = typeof enEvidence;
