import type { CurrencyRate } from '../../shared/domain/watchlist/currency-rate';
import type { Holding } from '../../shared/domain/watchlist/holding';
import type { ListColumn } from '../../shared/domain/watchlist/list-column';
import type { WatchlistItem } from '../../shared/domain/watchlist/watchlist';
import type { Desk } from '../../state/desk.svelte';
import { ageWords } from './age-words';
import { priceDate } from './price-date';
import { priceHelp } from './price-help';
import type { RowReader } from './row-reader.svelte';
import { changeOf, freshChange } from './row-prices';

/** A cell that is words. `tone`: the direction of a price, or muted for what only explains. */
export interface CellWords {
  readonly text: string;
  readonly help?: string;
  readonly tone?: 'up' | 'down' | 'muted';
}

interface Context {
  readonly desk: Desk;
  readonly reader: RowReader;
  /** UTC milliseconds. */
  readonly now: number;
}

/** Columns whose cell is drawn and not written. */
export type DrawnColumn =
  'dayRange' | 'yearRange' | 'trend' | 'flags' | 'nextAnnouncement' | 'lastAnnouncement';
type WordColumn = Exclude<ListColumn, DrawnColumn>;
type Words = (item: WatchlistItem, context: Context) => CellWords | null;

const MINUS = '\u2212';
const toneOf = (amount: number | null): Pick<CellWords, 'tone'> =>
  amount ? { tone: amount > 0 ? 'up' : 'down' } : {};

const WORDS: Readonly<Record<WordColumn, Words>> = {
  last: priceWords,
  change: (item, context) => {
    const quote = context.reader.quote(item.symbol);
    const change = changeOf(quote);
    if (!quote || change === null || freshChange(quote) === null) return olderPrice(item, context);
    return { text: signed(change, item, context), ...toneOf(change) };
  },
  changePercent: (item, context) => {
    const change = freshChange(context.reader.quote(item.symbol));
    if (change === null) return olderPrice(item, context);
    return { text: context.desk.formats.percent(change), ...toneOf(change) };
  },
  volume: (item, { desk, reader }) => {
    const traded = reader.volume(item);
    if (!traded) return null;
    const help = desk.t.lists.session(desk.formats.date(traded.date));
    return { text: desk.formats.volume(traded.volume), help };
  },
  extended: extendedWords,
  age: (item, { desk, reader, now }) => {
    const quote = reader.quote(item.symbol);
    if (!quote) return null;
    return {
      text: ageWords(now - quote.asOf, desk.t.lists),
      help: desk.formats.moment(quote.asOf),
    };
  },
  note: ({ note }) => (note === '' ? null : { text: note.replace(/\s+/g, ' '), help: note }),
  target: (item, { desk, reader }) => {
    const distance = reader.target(item);
    if (!distance) return null;
    const { target, fraction } = distance;
    const price = desk.formats.price(target.price, reader.decimalsOf(item.symbol));
    return {
      text: desk.formats.percent(fraction),
      help: desk.t.lists.targetHelp(target.label, price),
    };
  },
  quantity: (item, { desk, reader }) => {
    const holding = reader.holding(item);
    return holding && { text: desk.formats.count(holding.quantity) };
  },
  cost: (item, context) => amountWords(context.reader.holding(item), 'cost', context),
  value: (item, context) => amountWords(context.reader.holding(item), 'value', context),
  gain: (item, context) => amountWords(context.reader.holding(item), 'gain', context),
  valueInDisplay: (item, context) =>
    amountWords(context.reader.holdingInDisplay(item), 'value', context),
  gainInDisplay: (item, context) =>
    amountWords(context.reader.holdingInDisplay(item), 'gain', context),
};

/** What stands in a cell; null where there is nothing to say. */
export function cellWords(
  column: WordColumn,
  item: WatchlistItem,
  context: Context,
): CellWords | null {
  return WORDS[column](item, context);
}

/** Money with two decimals, a sign before it where it is a change. */
export function money(amount: number, desk: Desk): string {
  return desk.formats.price(amount, 2);
}

/** Which rates went into an amount, and of which days. */
export function rateHelp(rates: readonly CurrencyRate[], desk: Desk): string {
  return rates
    .map(({ pairs, date, states }) => {
      const codes = pairs.map((pair) => desk.instruments.codeOf(pair)).join(' × ');
      const said = desk.t.lists.rateOf(codes, date === null ? '' : desk.formats.date(date));
      return [said, ...states.map((state) => desk.t.chart.states[state])].join(' · ');
    })
    .join('\n');
}

function priceWords(item: WatchlistItem, { desk, reader }: Context): CellWords | null {
  const quote = reader.quote(item.symbol);
  if (!quote) return null;
  const text = desk.formats.price(quote.price, reader.decimalsOf(item.symbol));
  const isOld = quote.state === 'stale' || quote.state === 'error';
  return {
    text,
    help: priceHelp(quote, quote.instrument, desk),
    ...(isOld && { tone: 'muted' as const }),
  };
}

/** What moved the price of another day says nothing of today, so that the day stands in its place. */
function olderPrice(item: WatchlistItem, { desk, reader }: Context): CellWords | null {
  const quote = reader.quote(item.symbol);
  const date = quote ? priceDate(quote, desk.formats) : '';
  return date === '' ? null : { text: date, tone: 'muted' };
}

function extendedWords(item: WatchlistItem, { desk, reader }: Context): CellWords | null {
  const { lists } = desk.t;
  const extended = reader.extended(item.symbol);
  if (!extended) return { text: '—', help: lists.noExtended, tone: 'muted' };
  const change = reader.extendedChange(item.symbol);
  const price = desk.formats.price(extended.price, reader.decimalsOf(item.symbol));
  const side = lists.extendedSide[extended.side];
  const percent = change === null ? '' : ` ${desk.formats.percent(change)}`;
  return {
    text: `${side} ${price}${percent}`,
    help: lists.extendedHelp(side, desk.formats.moment(extended.asOf)),
    ...toneOf(change),
  };
}

function amountWords(
  holding: Holding | null,
  what: 'cost' | 'value' | 'gain',
  { desk }: Context,
): CellWords | null {
  if (!holding) return null;
  const { lists } = desk.t;
  const amount = holding[what];
  if (amount === null && holding.withoutRate.length > 0) {
    const help = lists.noRateHelp(holding.withoutRate.join(', '));
    return { text: lists.noRate, help, tone: 'muted' };
  }
  if (amount === null) {
    return { text: '—', help: what === 'value' ? '' : lists.noCost, tone: 'muted' };
  }
  const percent =
    what === 'gain' && holding.gainFraction !== null
      ? ` ${desk.formats.percent(holding.gainFraction)}`
      : '';
  const tone = what === 'gain' ? toneOf(amount) : {};
  return { text: money(amount, desk) + percent, help: rateHelp(holding.rates, desk), ...tone };
}

function signed(change: number, item: WatchlistItem, { desk, reader }: Context): string {
  const digits = desk.formats.price(Math.abs(change), reader.decimalsOf(item.symbol));
  return `${change < 0 ? MINUS : '+'}${digits}`;
}
