import type { PanelTest, UndefinedReason } from '../../../domain/event-study/panel/panel-measure';
import type { VerdictTest } from '../../../domain/event-study/verdict';
import { many } from './many';

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

/** Texts of a whole family of announcements, studied together. */
export const enEvidenceFamily = {
  tests,
  verdictTests,
  undefinedTests,
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
};

export type EvidenceFamilyMessages = typeof enEvidenceFamily;
