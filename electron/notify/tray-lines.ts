import type { Firing } from '../../src/shared/domain/alert/firing';
import {
  type InstrumentId,
  splitInstrumentId,
} from '../../src/shared/domain/instrument/instrument';
import { changeFraction, type Quote } from '../../src/shared/domain/quote/quote';
import { changeText, momentText, priceText } from '../../src/shared/domain/text/quote-text';
import { trayMessages } from '../../src/shared/i18n/tray/tray-catalogue';
import { firingNotice, type WordingParts } from './alert-wording';
import { plainLine } from './notice-text';

const LONGEST_LINE = 72;

/** A starred instrument in the tray: code, price, change, and how old and how good the price is. */
export function starredLine(
  instrument: InstrumentId,
  quote: Quote | undefined,
  parts: WordingParts,
  nowMs: number,
): string {
  const { locale } = parts;
  const t = trayMessages(locale);
  const { code } = splitInstrumentId(instrument);
  if (!quote) return `${code}  ${t.noPrice}`;
  const change = changeFraction(quote);
  const state = quote.state === 'live' ? '' : t.quoteStates[quote.state];
  return [
    code,
    priceText(quote.price, parts.instrument(instrument)?.priceDecimals ?? 2, locale),
    change === null ? '' : changeText(change, locale),
    `(${[momentText(quote.asOf, parts, nowMs), state].filter(Boolean).join(', ')})`,
  ]
    .filter((part) => part !== '')
    .join('  ');
}

/** A firing in the tray: when, what, why. */
export function firingLine(firing: Firing, parts: WordingParts, nowMs: number): string {
  const { title, body } = firingNotice(firing, parts);
  const line = plainLine(`${momentText(firing.at, parts, nowMs)} ${title} · ${body}`);
  return line.length <= LONGEST_LINE ? line : `${line.slice(0, LONGEST_LINE - 1).trimEnd()}…`;
}
