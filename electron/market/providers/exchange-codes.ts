import file from '../../../assets/exchanges/exchanges.json';
import { createExchangeBook } from '../../../src/shared/domain/instrument/exchange-book';
import { readExchangeCodes } from '../../../src/shared/domain/instrument/exchange-codes';

/** How sources call an exchange; null where a source does not have it. */
export interface ExchangeCodes {
  readonly mic: string;
  /** As the exchange quotes it: `GBp` for London. */
  readonly currency: string;
  readonly yahoo: {
    readonly suffix: string;
    readonly exchangeCodes: readonly string[];
    readonly delayMinutes: number | null;
  } | null;
  readonly tencent: {
    readonly prefix: string;
    readonly realtimePrefix: string | null;
    readonly klineSuffix: string | null;
  } | null;
}

const BY_MIC: ReadonlyMap<string, ExchangeCodes> = new Map(
  file.exchanges.map(({ mic, currency, minorUnit, codes }) => [
    mic,
    {
      mic,
      currency: (minorUnit as { readonly code?: string } | null)?.code ?? currency,
      yahoo: codes.yahoo,
      tencent: codes.tencent,
    },
  ]),
);

/** The exchanges by each of the names that spellings use. */
export const EXCHANGE_BOOK = createExchangeBook(readExchangeCodes(file));

export function exchangeCodes(mic: string): ExchangeCodes | undefined {
  return BY_MIC.get(mic);
}

export function allExchangeCodes(): readonly ExchangeCodes[] {
  return [...BY_MIC.values()];
}
