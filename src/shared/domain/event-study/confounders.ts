import type { AnnouncementSummary } from '../announcement/announcement';
import type { CalendarDate } from '../calendar/calendar-date';
import type { InstrumentId } from '../instrument/instrument';
import { type CorporateEvent, isOwnEvent } from './corporate-event';
import type { MarketMove, SessionContext } from './session-context';
import type { DataDoubt, Judgement, Verdict } from './verdict';

/**
 * What something that happened at the same time does to the verdict.
 *
 * - `doubts-data`: the prices themselves are doubtful; the verdict is `data-in-doubt`.
 * - `lowers`: allowed for, it leaves a move that is no longer unusual.
 * - `shares-session`: of the same company, on the same session: what is unusual cannot be told apart.
 * - `noted`: to be known, without a say in the verdict.
 */
export const CONFOUNDER_EFFECTS = ['doubts-data', 'lowers', 'shares-session', 'noted'] as const;
export type ConfounderEffect = (typeof CONFOUNDER_EFFECTS)[number];

export type Confounder = { readonly effect: ConfounderEffect } & (
  | { readonly kind: 'market-move'; readonly move: MarketMove }
  | {
      readonly kind: 'announcement';
      readonly announcement: AnnouncementSummary;
      readonly session: CalendarDate;
      readonly offset: number;
      readonly sameCompany: boolean;
    }
  | {
      readonly kind: 'corporate';
      readonly event: CorporateEvent;
      /** Sessions after the event's own; null for what lasts over it. */
      readonly offset: number | null;
    }
  | { readonly kind: 'volatility'; readonly ratio: number }
  | { readonly kind: 'volume'; readonly ratio: number }
  | { readonly kind: 'data'; readonly doubt: DataDoubt }
);

/** What the ledger is made of. */
export interface LedgerInput {
  readonly instrument: InstrumentId;
  /** Of the announcement that is studied; it is none of its own confounders. */
  readonly announcementId: string | null;
  /** The event's session and its neighbours, as far as the bars have them. */
  readonly sessions: readonly { readonly offset: number; readonly session: CalendarDate }[];
  readonly announcements: readonly AnnouncementSummary[];
  readonly events: readonly CorporateEvent[];
  readonly context: SessionContext;
  /** The verdict of the numbers alone, with its statistic: t and the bound that it is compared with. */
  readonly judgement: Judgement;
  readonly day: { readonly t: number; readonly band: number } | null;
  /** True for lines of one company. */
  readonly isSameIssuer: (one: string, other: string) => boolean;
  /** First session of the listing that could react to an announcement, and the last that could be it. */
  readonly sessionOf: (
    announcement: AnnouncementSummary,
  ) => { readonly session: CalendarDate; readonly latest: CalendarDate } | null;
}

/** Swings from which on the time before counts as another regime. */
export const WIDE_SWINGS = 1.5;
/** Volume below this share of the usual one is thin. */
export const THIN_VOLUME = 0.25;
const LARGE_MOVE = 1;
/** So that a month full of news does not hide what counts. */
const MOST_OTHERS = 8;

/** Everything that happened at the same time, with what it does to the verdict; the gravest first. */
export function confoundersOf(input: LedgerInput): readonly Confounder[] {
  const all = [
    ...input.judgement.doubts.map(dataDoubt),
    ...corporate(input),
    ...announcements(input),
    ...input.context.moves.filter(isNoted).map((move) => marketMove(move, input)),
    ...volatility(input),
    ...volume(input),
  ];
  const gravity = ({ effect }: Confounder): number => CONFOUNDER_EFFECTS.indexOf(effect);
  return all.toSorted((one, other) => gravity(one) - gravity(other));
}

/** The verdict with its confounders counted. */
export interface QualifiedVerdict {
  readonly verdict: Verdict;
  /** Things of the same company on the same session, which an unusual move cannot be told apart from. */
  readonly shared: number;
  /** What was allowed for where that made an unusual move fit chance; else null. */
  readonly loweredBy: 'market-move' | 'volatility' | null;
}

/**
 * What the ledger leaves of a verdict. A verdict only ever becomes weaker: nothing in it makes a move
 * that fits chance unusual.
 */
export function qualifyVerdict(
  { verdict }: Pick<Judgement, 'verdict'>,
  confounders: readonly Confounder[],
): QualifiedVerdict {
  const shared = confounders.filter(({ effect }) => effect === 'shares-session').length;
  if (verdict !== 'unusual') return { verdict, shared, loweredBy: null };
  if (confounders.some(({ effect }) => effect === 'doubts-data')) {
    return { verdict: 'data-in-doubt', shared, loweredBy: null };
  }
  const lowering = confounders.find(({ effect }) => effect === 'lowers');
  if (!lowering) return { verdict, shared, loweredBy: null };
  const loweredBy = lowering.kind === 'market-move' ? 'market-move' : 'volatility';
  return { verdict: 'fits-chance', shared, loweredBy };
}

function dataDoubt(doubt: DataDoubt): Confounder {
  return { kind: 'data', doubt, effect: 'doubts-data' };
}

/** A small move of a neighbouring session is no news. */
function isNoted({ offset, z }: MarketMove): boolean {
  return offset === 0 || z === null || Math.abs(z) >= LARGE_MOVE;
}

function marketMove(move: MarketMove, { judgement, context }: LedgerInput): Confounder {
  const { sectorDay } = context;
  const isSector = move.role === 'sector' && move.offset === 0;
  const lowers =
    isSector &&
    judgement.verdict === 'unusual' &&
    sectorDay !== null &&
    Math.abs(move.z ?? 0) >= LARGE_MOVE &&
    Math.abs(sectorDay.t) < sectorDay.band;
  return { kind: 'market-move', move, effect: lowers ? 'lowers' : 'noted' };
}

function volatility({ context, judgement, day }: LedgerInput): readonly Confounder[] {
  const ratio = context.volatilityRatio;
  if (ratio === null || ratio < WIDE_SWINGS) return [];
  const lowers =
    judgement.verdict === 'unusual' && day !== null && Math.abs(day.t) / ratio < day.band;
  return [{ kind: 'volatility', ratio, effect: lowers ? 'lowers' : 'noted' }];
}

function volume({ context: { volumeRatio: ratio } }: LedgerInput): readonly Confounder[] {
  return ratio === null || ratio >= THIN_VOLUME ? [] : [{ kind: 'volume', ratio, effect: 'noted' }];
}

function corporate({ events, instrument, sessions, isSameIssuer }: LedgerInput): Confounder[] {
  return events
    .filter((event) => isSameIssuer(event.instrument, instrument))
    .flatMap((event): Confounder[] => {
      const near = sessions.find(({ session }) => session === event.from || session === event.to);
      const own = sessions.find(({ offset }) => offset === 0)?.session ?? '';
      const lasts = event.to !== null && event.from <= own && own <= event.to;
      if (!near && !lasts) return [];
      const effect = near?.offset === 0 ? effectOf(event) : 'noted';
      return [{ kind: 'corporate', event, offset: near?.offset ?? null, effect }];
    });
}

/** Prices are adjusted for splits and dividends; a split that a source missed shows in them all the same. */
function effectOf({ kind }: CorporateEvent): ConfounderEffect {
  return kind === 'split' || kind === 'dividend' ? 'noted' : 'shares-session';
}

function announcements(input: LedgerInput): readonly Confounder[] {
  const beside = input.announcements.flatMap((announcement) => besideOf(announcement, input));
  const own = beside.filter(({ sameCompany }) => sameCompany);
  const others = beside.filter(({ sameCompany }) => !sameCompany);
  const near = others.toSorted((one, other) => Math.abs(one.offset) - Math.abs(other.offset));
  return [...own, ...near.slice(0, MOST_OTHERS)];
}

function besideOf(
  announcement: AnnouncementSummary,
  { announcementId, instrument, sessions, isSameIssuer, sessionOf }: LedgerInput,
): (Confounder & { readonly kind: 'announcement' })[] {
  if (announcement.id === announcementId) return [];
  const told = sessionOf(announcement);
  // The session itself first: news without a time of day may have come in time for it.
  const near = sessions.toSorted((one, other) => Math.abs(one.offset) - Math.abs(other.offset));
  const at = told && near.find(({ session }) => isWithin(session, told));
  if (!at) return [];
  const sameCompany = announcement.instruments.some((each) =>
    isSameIssuer(each.instrument, instrument),
  );
  const { session, offset } = at;
  const shares = sameCompany && offset === 0 && announcement.contextKind !== 'price-move';
  const effect = shares ? 'shares-session' : 'noted';
  return [{ kind: 'announcement', announcement, session, offset, sameCompany, effect }];
}

function isWithin(
  session: CalendarDate,
  told: { readonly session: CalendarDate; readonly latest: CalendarDate },
): boolean {
  return told.session <= session && session <= told.latest;
}

/** How many entries of a ledger can be looked up: those of the record, and events with a source. */
export function sourcedCount(confounders: readonly Confounder[]): number {
  return confounders.filter(({ kind }) => kind === 'announcement' || kind === 'corporate').length;
}

/** True for an entry that the user added, and can take away. */
export function isOwnConfounder(confounder: Confounder): boolean {
  return confounder.kind === 'corporate' && isOwnEvent(confounder.event);
}
