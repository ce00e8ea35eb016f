import type {
  LevelOperator,
  ChannelOperator,
  MoveOperator,
} from '../../domain/alert/alert-condition';
import type { QuoteState } from '../../domain/quote/quote';

const crossed: Record<LevelOperator, (measure: string, level: string) => string> = {
  crossing: (measure, level) => `${measure} crossed ${level}`,
  crossingUp: (measure, level) => `${measure} rose above ${level}`,
  crossingDown: (measure, level) => `${measure} fell below ${level}`,
  greaterThan: (measure, level) => `${measure} is above ${level}`,
  lessThan: (measure, level) => `${measure} is below ${level}`,
};

const channel: Record<ChannelOperator, (measure: string, low: string, high: string) => string> = {
  enteringChannel: (measure, low, high) => `${measure} came between ${low} and ${high}`,
  exitingChannel: (measure, low, high) => `${measure} left ${low} to ${high}`,
  insideChannel: (measure, low, high) => `${measure} is between ${low} and ${high}`,
  outsideChannel: (measure, low, high) => `${measure} is outside ${low} to ${high}`,
};

const moved: Record<MoveOperator, (measure: string, amount: string, bars: string) => string> = {
  movingUp: (measure, amount, bars) => `${measure} is up ${amount} within ${bars}`,
  movingDown: (measure, amount, bars) => `${measure} is down ${amount} within ${bars}`,
  movingUpPercent: (measure, amount, bars) => `${measure} is up ${amount} % within ${bars}`,
  movingDownPercent: (measure, amount, bars) => `${measure} is down ${amount} % within ${bars}`,
};

/** What stands beside the time of a price; nothing beside a live one. */
const quoteStates: Record<Exclude<QuoteState, 'live'>, string> = {
  delayed: 'delayed',
  stale: 'stale',
  closed: 'closed',
  simulated: 'simulated',
  error: 'in doubt',
};

/** English texts of the tray, of notifications and of the mini ticker's frame. */
export const enTray = {
  open: 'Open Tapeout',
  lastAlerts: 'Last alerts',
  noAlerts: 'No alert so far',
  noPrice: 'no price',
  muteHour: 'Mute alerts for an hour',
  muteTomorrow: 'Mute alerts until tomorrow',
  unmute: (moment: string): string => `Muted until ${moment}: hear alerts again`,
  ticker: 'Mini ticker',
  quit: 'Quit Tapeout',
  closeTicker: 'Close the ticker',
  noStarred: 'Star instruments in your lists and they show here.',
  quoteStates,

  calm: 'no new alerts',
  newAlerts: (count: number): string => (count === 1 ? '1 new alert' : `${count} new alerts`),
  muted: (moment: string): string => `alerts muted until ${moment}`,
  offline: 'no price source answers',

  keepTitle: 'Keep Tapeout running in the tray?',
  keepDetail:
    'Your alerts go on watching, and the icon in the tray brings the window back. If you quit, no alert is watched until you start Tapeout again. You can change this in the settings.',
  keepYes: 'Keep running',
  keepNo: 'Quit',
  keepCancel: 'Leave the window open',

  price: 'Price',
  change: 'Change',
  volume: 'Volume',
  indicator: (name: string, interval: string): string => `${name} (${interval})`,
  /** Values of indicators that have several. */
  outputs: {
    ...{ middle: 'middle', upper: 'upper', lower: 'lower' },
    ...{ signal: 'signal', histogram: 'difference', k: '%K', d: '%D' },
  },
  abnormalMove: 'Move since the announcement',
  bars: (count: number, interval: string): string =>
    count === 1 ? `1 bar (${interval})` : `${count} bars (${interval})`,
  ...{ crossed, channel, moved },
  announcement: 'New in the record',
  announcementMatched: (filter: string): string => `A new announcement matches “${filter}”`,
  late: (happened: string, seen: string): string => `happened ${happened}, seen ${seen}`,
  simulated: 'simulated market',
  show: 'Show',
  moreAlerts: (count: number): string => `${count} more alerts`,
  quietDigest: (count: number): string =>
    count === 1 ? '1 alert in your quiet hours' : `${count} alerts in your quiet hours`,
  times: (name: string, count: number): string => `${name} ×${count}`,
};

type Loosened<Message> = Message extends (...args: infer Args) => string
  ? (...args: Args) => string
  : Message extends string
    ? string
    : { readonly [Key in keyof Message]: Loosened<Message[Key]> };

/** What every language of {@link enTray} must hold. */
export type TrayMessages = Loosened<typeof enTray>;
