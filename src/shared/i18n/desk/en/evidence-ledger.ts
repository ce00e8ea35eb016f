import type { ConfounderEffect } from '../../../domain/event-study/confounders';
import type {
  CorporateEventKind,
  OwnEventFault,
} from '../../../domain/event-study/corporate-event';
import type { DataDoubt } from '../../../domain/event-study/verdict';

const doubts: Record<DataDoubt, string> = {
  'thin-trading': 'Thin trading: more than a tenth of the returns are exactly zero',
  'suspect-bars': 'Bars in doubt: a split or a slip that nobody confirmed',
  'missing-bars': 'Bars are missing on sessions of the windows',
  'simulated-prices': 'Prices are simulated',
  'no-movement': 'The prices do not move',
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

/** Texts of what else happened around an announcement, and of what the user adds to it. */
export const enEvidenceLedger = {
  doubts,
  effects,
  eventKinds,
  faults,
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
};

export type EvidenceLedgerMessages = typeof enEvidenceLedger;
