import { z } from 'zod/mini';
import type {
  Instrument,
  InstrumentKind,
} from '../../../../src/shared/domain/instrument/instrument';
import {
  isInstrumentId,
  splitInstrumentId,
} from '../../../../src/shared/domain/instrument/instrument';
import { usualPriceDecimals } from '../../../../src/shared/domain/instrument/price-decimals';
import { factsOfId } from '../../../../src/shared/domain/instrument/unlisted-instrument';
import { EXCHANGE_BOOK, exchangeCodes } from '../exchange-codes';
import { fromYahooSymbol } from './yahoo-symbol';

const hit = z.object({
  symbol: z.string(),
  exchange: z.optional(z.string()),
  quoteType: z.string(),
  shortname: z.optional(z.string()),
  longname: z.optional(z.string()),
});
const searchAnswer = z.object({ quotes: z.array(z.unknown()) });

const KINDS: Readonly<Record<string, InstrumentKind>> = {
  EQUITY: 'share',
  ETF: 'etf',
  INDEX: 'index',
  CURRENCY: 'fx',
  CRYPTOCURRENCY: 'crypto',
};

/** @returns the hits that are instruments of ours; null where the answer is of an unknown shape */
export function readYahooSearch(answer: unknown): readonly Instrument[] | null {
  const parsed = searchAnswer.safeParse(answer);
  if (!parsed.success) return null;
  return parsed.data.quotes.flatMap((line) => {
    const { success, data } = hit.safeParse(line);
    const found = success ? toInstrument(data) : null;
    return found ? [found] : [];
  });
}

function toInstrument(line: z.infer<typeof hit>): Instrument | null {
  const kind = KINDS[line.quoteType.toUpperCase()];
  const id = fromYahooSymbol(line.symbol, line.exchange ?? '', line.quoteType.toUpperCase());
  if (!kind || !id || !isInstrumentId(id)) return null;
  const currency = currencyOf(id, line.symbol, kind);
  if (currency === null) return null;
  const name = line.longname ?? line.shortname ?? line.symbol;
  return {
    id,
    name: { en: name, zh: name },
    kind,
    currency,
    issuer: id.toLowerCase(),
    aliases: [line.symbol],
    priceDecimals: usualPriceDecimals(kind, currency),
    listedOn: null,
  };
}

/**
 * Null where neither the exchange nor the pair tells it: an index has none that is certain. Some
 * numbers of an exchange are lines in another currency than its own: counters in renminbi, B shares.
 */
function currencyOf(
  id: `${string}:${string}`,
  symbol: string,
  kind: InstrumentKind,
): string | null {
  if (kind === 'crypto') return symbol.split('-')[1] ?? null;
  if (kind === 'fx') return /^[A-Z]{6}=X$/.test(symbol) ? symbol.slice(3, 6) : null;
  const { mic } = splitInstrumentId(id);
  return factsOfId(EXCHANGE_BOOK, id).currency ?? exchangeCodes(mic)?.currency ?? null;
}
