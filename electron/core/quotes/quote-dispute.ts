import { toDate } from '../../../src/shared/domain/calendar/calendar-date';
import type { InstrumentKind } from '../../../src/shared/domain/instrument/instrument';
import type { Quote, QuoteDispute } from '../../../src/shared/domain/quote/quote';
import type { SourcedQuote } from '../market/market-data-port';
import type { SessionPhase } from './session-phase';

/** Fractions of the price by which two sources may differ. */
export type DisputeMargins = Readonly<Record<InstrumentKind, number>>;

/** Rates of currencies move little and are quoted alike everywhere. */
export const DISPUTE_MARGINS: DisputeMargins = {
  share: 0.02,
  adr: 0.02,
  etf: 0.02,
  index: 0.02,
  fx: 0.01,
  crypto: 0.02,
  derivative: 0.02,
  unknown: 0.02,
};

/** Prices further apart in time may differ because the market moved. */
const LONGEST_APART_MS = 5 * 60_000;

/**
 * What a second opinion comes down to: a contradiction, agreement (null), or `not-comparable` where
 * the two are of different instruments, currencies, sessions or times. After the close the stamps may
 * lie further apart, as both are of the last price then. An earlier price of the same session is
 * contradicted where it lies outside of what the shown source has seen of that session, which is all
 * that can be said of sources that are always late.
 *
 * @param phase - of the instrument's exchange; null where it is not known
 */
export function compareOpinions(
  shown: Quote,
  other: SourcedQuote,
  margin: number,
  phase: SessionPhase | null,
): QuoteDispute | null | 'not-comparable' {
  const { quote, source } = other;
  if (source === shown.source || quote.instrument !== shown.instrument) return 'not-comparable';
  if (!isSameCurrency(shown.currency, quote.currency)) return 'not-comparable';
  if (quote.session !== shown.session) return 'not-comparable';
  if (!isSameTime(shown, other, phase)) return compareWithRange(shown, other, margin);
  const difference = Math.abs(quote.price - shown.price) / shown.price;
  return difference > margin ? { source, price: quote.price, asOf: quote.asOf } : null;
}

/** A price within the range agrees with nothing in particular; it only ends the source's own contradiction. */
function compareWithRange(
  { openBar, session, asOf, dispute }: Quote,
  { quote, source }: SourcedQuote,
  margin: number,
): QuoteDispute | null | 'not-comparable' {
  const isCovered = openBar !== null && toDate(openBar.time) === session && quote.asOf <= asOf;
  if (!isCovered) return 'not-comparable';
  const isOutside =
    quote.price < openBar.low * (1 - margin) || quote.price > openBar.high * (1 + margin);
  if (isOutside) return { source, price: quote.price, asOf: quote.asOf };
  return dispute?.source === source ? null : 'not-comparable';
}

function isSameCurrency(one: string | null, other: string | null): boolean {
  return one === null || other === null || one === other;
}

function isSameTime(shown: Quote, { quote }: SourcedQuote, phase: SessionPhase | null): boolean {
  if (Math.abs(quote.asOf - shown.asOf) <= LONGEST_APART_MS) return true;
  const isFinal = (asOf: number): boolean =>
    phase?.state === 'closed' &&
    shown.session === phase.lastFinished &&
    asOf >= phase.lastClosedAt - LONGEST_APART_MS;
  return isFinal(quote.asOf) && isFinal(shown.asOf);
}
