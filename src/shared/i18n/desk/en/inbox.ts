import type { AddFeedRefusal, FeedFailureReason, FeedKind } from '../../../domain/feeds/feed';
import type { InboxFilter } from '../../../domain/feeds/inbox-stories';
import type { TermKind } from '../../../domain/feeds/headline-lexicon';

/** What happened, and what to do about it. */
const failures: Record<FeedFailureReason, string> = {
  'private-address':
    'The address leads into your own network, so it was not asked. Remove the feed, or add its public address.',
  'insecure-redirect':
    'The site sends on to an address that is not encrypted. Look for another address of the feed.',
  'too-many-redirects': 'The site sends from address to address. Try again later.',
  'bad-address': 'The site sends on to something that is no web address. Look for another address.',
  unreachable: 'The site cannot be reached. It is tried again later.',
  'untrusted-certificate':
    'The site’s certificate is not trusted, so nothing was read. It is tried again later.',
  'timed-out': 'No whole answer within ten seconds. It is tried again later.',
  'not-found': 'There is nothing at this address any more. Look for the new one on the site.',
  gone: 'The site says that this feed is gone for good. It is paused; remove it, or look for another.',
  refused: 'The site refuses to give the feed to readers like this one.',
  busy: 'The site asks to be left alone for a while. It is tried again when that is over.',
  'server-error': 'The site has a fault of its own. It is tried again later.',
  'too-large':
    'The feed is larger than 2 MB, so it was not read. Look for a smaller one of the site.',
  damaged: 'The answer arrived damaged. It is tried again later.',
  'not-a-feed':
    'What is at this address is no feed, perhaps a page. Look for “RSS” or “Atom” on the site.',
  entities: 'The feed defines entities of its own, as attacks do, so it was not read.',
  'too-deep': 'The feed is nested deeper than any real one, so it was not read.',
};

const refusals: Record<AddFeedRefusal, string> = {
  'bad-address':
    'That is no web address. Copy it whole, with https:// in front. Nothing was added.',
  'private-address': 'That address lies within your own network. Nothing was added.',
  'plain-http':
    'This address is not encrypted: anybody on the way can read and change what it tells.',
  'already-there': 'This feed is in your list already.',
  'too-many': 'There are 100 feeds in the list, the most that fit. Remove one first.',
};

const kinds: Record<FeedKind, string> = {
  company: 'From companies',
  press: 'Press',
  analysis: 'Analysis',
};

const reasonKinds: Record<TermKind, string> = {
  company: 'company',
  programme: 'programme',
  chip: 'chip',
  word: 'word of the trade',
};

const filters: Record<InboxFilter, string> = {
  all: 'All',
  unread: 'Unread',
  starred: 'Starred',
};

/** Texts of the inbox: the user's feeds and their headlines. */
export const enInbox = {
  title: 'Inbox',
  filtersLabel: 'Which headlines',
  filters,
  onlyLikely: 'Only likely chip news',
  onlyLikelyHelp:
    'Headlines that name companies, programmes or chips of the record, or words of the trade, with 4 points or more',
  allFeeds: 'All feeds',
  feedChoice: 'Feed',
  find: 'Find in headlines',
  askNow: 'Look for news now',
  readAll: 'Mark all shown as read',
  manage: 'Feeds',
  failing: (n: number) => (n === 1 ? '1 feed fails' : `${n} feeds fail`),
  list: 'Headlines',
  keys: 'J and K go down and up, Enter opens the page, S stars, U marks as read or unread, X dismisses, M makes an announcement',
  dateUnknown: 'date unknown',
  justNow: 'now',
  minutes: (n: number) => `${n} min`,
  hours: (n: number) => `${n} h`,
  days: (n: number) => `${n} d`,
  unread: 'unread',
  star: 'Star',
  unstar: 'Take the star away',
  dismiss: 'Dismiss',
  dismissed: 'The headline is out of the list.',
  undo: 'Undo',
  open: (host: string) => `Open at ${host}`,
  noLink: 'The feed gives no address that can be opened.',
  markUnread: 'Mark as unread',
  makeDraft: 'Make an announcement of this',
  why: 'Why it is here',
  noReasons: 'It names nothing of the record and no word of the trade.',
  reasonKinds,
  alsoIn: 'Also in',
  more: (n: number) => `Show ${n} more`,
  emptyTitle: 'No feeds yet',
  emptyText:
    'Tapeout reads RSS and Atom feeds that you choose and points out news of chips. None is asked before.',
  chooseFeeds: 'Choose feeds',
  nothingTitle: 'Nothing here',
  nothingLikely: 'No headline looks like chip news.',
  nothingMatching: 'No headline matches.',
  nothingYet: 'The feeds have told nothing yet.',
  showAll: 'Show all headlines',
  networkOff: 'The command line keeps Tapeout from the network: no feed is asked.',

  managerTitle: 'Feeds',
  close: 'Close',
  privacy:
    'Your computer asks the sites itself, without cookies. Texts are shown without markup and pictures; nothing of a feed runs or loads.',
  address: 'Address of a feed',
  add: 'Add',
  addAnyway: 'Add it all the same',
  refusals,
  yours: 'Your feeds',
  none: 'None yet. Add an address, or choose below.',
  suggested: 'Suggestions',
  suggestedHelp: 'None of these is asked before you add it.',
  kinds,
  addSuggested: (title: string) => `Add ${title}`,
  importList: 'Import OPML …',
  exportList: 'Export OPML …',
  imported: (added: number, known: number) =>
    `Feeds added: ${added}. In the list already: ${known}.`,
  importRefused: (n: number) => `Left out: ${n}. They are not encrypted or no web addresses:`,
  notAList: 'The file is no list of feeds (OPML), or cannot be read. Nothing was added.',
  saved: 'The list of feeds is saved.',
  saveFailed: 'The list could not be saved. Choose another folder.',
  rename: 'Rename',
  name: 'Name of the feed',
  interval: (title: string) => `How often ${title} is asked`,
  everyMinutes: (n: number) => (n === 1 ? 'every minute' : `every ${n} minutes`),
  everyHours: (n: number) => (n === 1 ? 'every hour' : `every ${n} hours`),
  pause: (title: string) => `Pause ${title}`,
  goOn: (title: string) => `Go on with ${title}`,
  askOne: (title: string) => `Look at ${title} now`,
  remove: (title: string) => `Remove ${title}`,
  removed: (title: string) => `${title} is removed.`,
  paused: 'paused',
  asking: 'being asked …',
  notAsked: 'not asked yet',
  noAnswer: 'no good answer yet',
  answeredAt: (moment: string) => `answered ${moment}`,
  nextAt: (moment: string) => `next ${moment}`,
  kept: 'Earlier headlines are kept.',
  failures,
};

export type InboxMessages = typeof enInbox;
