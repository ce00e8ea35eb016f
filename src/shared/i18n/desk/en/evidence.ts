import type { SessionBasis } from '../../../domain/announcement/event-session';
import type { ConfounderEffect } from '../../../domain/event-study/confounders';
import type {
  CorporateEventKind,
  OwnEventFault,
} from '../../../domain/event-study/corporate-event';
import type { SessionGap } from '../../../domain/event-study/evidence-question';
import type { PanelTest, UndefinedReason } from '../../../domain/event-study/panel/panel-measure';
import type { SensitivityRow } from '../../../domain/event-study/sensitivity';
import type { StudyModel } from '../../../domain/event-study/study-spec';
import type {
  DataDoubt,
  Verdict,
  VerdictGap,
  VerdictTest,
} from '../../../domain/event-study/verdict';

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

const doubts: Record<DataDoubt, string> = {
  'thin-trading': 'Thin trading: more than a tenth of the returns are exactly zero',
  'suspect-bars': 'Bars in doubt: a split or a slip that nobody confirmed',
  'missing-bars': 'Bars are missing on sessions of the windows',
  'simulated-prices': 'Prices are simulated',
  'no-movement': 'The prices do not move',
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

const effects: Record<ConfounderEffect, string> = {
  'doubts-data': 'puts the data in doubt',
  lowers: 'allowed for, the move fits chance',
  'shares-session': 'cannot be told apart',
  noted: 'noted',
};

const eventKinds: Record<CorporateEventKind, string> = {
  listing: 'Listing',
  'lock-up': 'Lock-up',
  split: 'Split',
  dividend: 'Dividend',
  earnings: 'Earnings',
  'index-inclusion': 'Index or Connect inclusion',
  other: 'Other',
};

const faults: Record<OwnEventFault | 'too-many', string> = {
  'no-text': 'Say in a few words what happened.',
  'text-too-long': 'At most 200 characters.',
  'bad-date': 'This date does not exist.',
  'ends-before': 'It ends before it begins.',
  'bad-source': 'Nothing without a source: an address that begins with https://',
  'too-many': 'No more can be kept. Remove one first.',
};

const tests: Record<PanelTest | 'portfolio', string> = {
  crossSectionT: 'Cross-section t',
  patell: 'Patell',
  bmp: 'BMP',
  kp: 'Kolari-Pynnönen',
  rank: 'Corrado rank',
  generalisedSign: 'Generalised sign',
  portfolio: 'Portfolio',
};

const verdictTests: Record<VerdictTest, string> = {
  t: "Student's t",
  placebo: 'placebo rank',
  bmp: 'BMP',
  kp: 'Kolari-Pynnönen',
  portfolio: "the portfolio's own series",
  'sign-flip': 'exact sign-flip',
};

const undefinedTests: Record<UndefinedReason, string> = {
  'no-event': 'no event',
  'one-event': 'one event only',
  'no-spread': 'no spread',
  'too-few-returns': 'too few returns',
  'correlation-out-of-range': 'correlation out of range',
  'no-shared-days': 'no shared days',
};

/** `1 session`, `250 sessions`; the number as it is written. */
const many = (count: string, one: string): string =>
  String(count) === '1' ? `1 ${one}` : `${count} ${one}s`;

/** Texts of the evidence: meter and panel. Never a word of cause, except that it is not known. */
export const enEvidence = {
  verdicts,
  gaps,
  sessionGaps,
  doubts,
  bases,
  models,
  rows,
  effects,
  eventKinds,
  faults,
  tests,
  verdictTests,
  undefinedTests,
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
  ledger: 'What else happened',
  ledgerHelp:
    'On the same session and on the ones beside it. A coincidence in time is not a cause.',
  ledgerEmpty: 'Nothing is known beside it. That is no proof that nothing was.',
  moveIndex: (name: string) => `${name} moved`,
  moveSize: (change: string, z: string) => `${change}, ${z} of its usual swings`,
  swings: (ratio: string) =>
    `The 20 sessions before swung ${ratio} × as wide as the estimation window`,
  thinVolume: (share: string) => `Volume at ${share} of the usual`,
  tellsTheMove: 'tells of the move itself',
  sameCompany: 'same company',
  lasts: (from: string, to: string) => `${from} to ${to}`,
  about: (date: string) => `about ${date}`,
  offsets: {
    before: 'session before',
    same: 'same session',
    after: 'session after',
    over: 'over it',
  },
  sourceOf: (publisher: string) => `Source: ${publisher}`,
  sourceCount: (count: number) => (count === 1 ? 'one source' : `${count} sources`),
  noSource: 'from the bars',
  remove: 'Remove',
  add: 'Add what you know',
  addTitle: 'What else happened',
  addKind: 'Kind',
  addDate: 'Date',
  addUntil: 'Until (where it lasts)',
  addText: 'What happened',
  addUrl: 'Source (address)',
  addKeep: 'Keep',
  addCancel: 'Cancel',
  kept: 'Kept.',
  exportHtml: 'Save the evidence as a page (HTML)',
  exportJson: 'Save the evidence as data (JSON)',
  notExported: 'There is nothing measured to take out.',
  missingBenchmark: (names: string) => `No bars of ${names}.`,
  ownMeanInstead: (names: string) => `No bars of ${names}: its own mean stands in.`,

  family: 'Announcements of',
  familyBy: {
    shown: 'what the timeline shows',
    programme: 'programme',
    company: 'company',
    kind: 'kind',
    saved: 'saved filter',
  },
  familyValue: 'Which one',
  lines: { owners: 'their own shares', named: 'every share they name', charted: 'this instrument' },
  linesLabel: 'Measured on',
  familyCount: (events: string, announcements: string) =>
    `${many(events, 'event')} of ${many(announcements, 'announcement')}`,
  leftOutVague: (count: string) => `${count} known only to the month`,
  leftOutUnlisted: (count: string) => `${count} without a listing`,
  progress: (percent: string) => `${percent} % measured`,
  cancel: 'Stop',
  again: 'Measure again',
  cancelled: 'Stopped. The last whole result stays.',
  familyEmpty: 'No event of this family can be measured.',
  meanCar: 'Mean cumulative abnormal return',
  byRule: (test: string) => `Verdict by ${test}`,
  sharing: {
    none: 'No event window overlaps another.',
    some: "Event windows overlap: the portfolio's own series gives the verdict.",
    all: 'All events share one session: Kolari-Pynnönen gives the verdict, or the portfolio where they are few.',
  },
  correlation: (value: string) => `mean correlation of residuals ${value}`,
  testColumns: { test: 'Test', value: 'Value', p: 'p', holm: 'Holm', bh: 'Benjamini-Hochberg' },
  signFlip: 'Sign-flip',
  signFlipHow: {
    exact: (draws: string, smallest: string) =>
      `all ${many(draws, 'sign')}, p never below ${smallest}`,
    sampled: (draws: string, smallest: string) =>
      `${many(draws, 'random sign')}, p never below ${smallest}`,
  },
  counted: (count: string) =>
    `Tested beside the panel: ${many(count, 'single event')}. By chance alone about one in twenty looks unusual; Holm and Benjamini-Hochberg count that.`,
  events: 'Single events',
  eventColumns: {
    session: 'Session',
    instrument: 'Instrument',
    announcement: 'Announcement',
    car: 'CAR',
    p: 'p',
    placebo: 'Placebo',
    holm: 'Holm',
    bh: 'BH',
  },
  leftOut: 'left out',
  noBarsOf: 'No bars',
  chartSummary: (last: string, band: string) => `Ends at ${last}, band ± ${band}`,
  histogramSummary: (value: string, rank: string) => `The event: ${value}, ${rank}`,
};

export type EvidenceMessages = typeof enEvidence;
