import type { ProviderFailure } from '../../../domain/market/provider-failure';
import type { ProviderHealth, ProviderKeyState } from '../../../domain/market/provider-status';
import type { DirectionPalette, UpColourChoice } from '../../../domain/settings/settings';

const failures: Record<ProviderFailure, string> = {
  unreachable: 'cannot be reached',
  'timed-out': 'did not answer in time',
  'rate-limited': 'asks to be left alone for a while',
  blocked: 'refuses this machine',
  'server-error': 'has a fault of its own',
  'bad-answer': 'answered something that is no price',
  'refused-value': 'answered a price that cannot be right',
  'not-traded': 'has no trade of it so far',
  'unknown-instrument': 'does not know the instrument',
  'not-offered': 'does not offer it',
  'key-missing': 'needs your key',
  'key-refused': 'refuses your key',
  resting: 'is left alone after failures',
  cancelled: 'was not waited for',
};

const health: Record<ProviderHealth['state'], string> = {
  unused: 'not asked yet',
  answering: 'answers',
  failing: 'fails',
  resting: 'resting',
};

const keys: Record<ProviderKeyState, string> = {
  'not-needed': 'No key is needed.',
  missing: 'No key yet. The source is not asked.',
  session: 'Key kept until Tapeout ends.',
  stored: 'Key stored, encrypted by the system.',
  'stored-unprotected': 'Key stored without protection, as you agreed.',
  unreadable: 'The stored key cannot be read any more. Enter it again; nothing was deleted.',
};

const upColours: Record<UpColourChoice, string> = {
  'by-language': 'As in the language',
  'by-market': 'By market',
  green: 'Green up, red down',
  red: 'Red up, green down',
};

const palettes: Record<DirectionPalette, string> = {
  standard: 'Green and red',
  'colour-blind': 'Blue and orange',
};

const dayKinds = {
  closed: 'closed all day',
  open: 'open as usual',
  early: 'closes early',
  late: 'opens late',
};

/** Texts of the settings. */
export const enSettings = {
  title: 'Settings',
  close: 'Close',
  colours: 'Colours of prices',
  coloursHelp:
    'For candles, volume, small lines and changes. By market: red for rising in mainland China, Taipei, Seoul and Tokyo, green elsewhere. Blue takes the place of green, orange that of red.',
  upColour: 'Rising and falling',
  upColours,
  palette: 'Pair',
  palettes,
  example: 'For example',
  redUpMarkets: 'Shanghai, Taipei, Seoul, Tokyo',
  sources: 'Price sources',
  sourcesHelp:
    'Tapeout asks these from your own machine, with nothing in between. The first that answers is shown; two are never averaged.',
  enabled: (source: string) => `Ask ${source}`,
  health,
  failures,
  failedAt: (what: string, moment: string) => `${what}, ${moment}`,
  restsUntil: (moment: string) => `left alone until ${moment}`,
  addresses: 'Addresses',
  addressOf: (source: string, name: string) => `Address of ${source} (${name})`,
  addressRefused:
    'Not an address that can be used: https or wss, or http and ws on this machine, without name, password or query. The earlier one is kept.',
  keys,
  keyOf: (source: string) => `Your key for ${source}`,
  keep: 'Keep the key',
  forget: 'Forget the key',
  keyUnprotected:
    'This system has no protected place for keys. The key is held until Tapeout ends. Stored unprotected, anyone who can read your files can read it.',
  storeUnprotected: 'Store it unprotected',
  days: 'Exchange days',
  daysHelp:
    'Where an exchange has a day that the calendar does not know, say so here. It counts more than the calendar.',
  exchange: 'Exchange',
  date: 'Date',
  kind: 'On that day',
  dayKinds,
  time: 'Time at the exchange',
  addDay: 'Add the day',
  removeDay: (exchange: string, date: string) => `Remove ${exchange} ${date}`,
  dayRefused: 'Date or time cannot be used. Nothing was changed.',
  noDays: 'No day was set by hand.',
};

export type SettingsMessages = typeof enSettings;
