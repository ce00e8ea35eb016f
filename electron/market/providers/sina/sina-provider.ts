import type {
  LatestRequest,
  LatestResult,
  ProviderCapabilities,
  ProviderQuote,
  ProviderUse,
} from '../../../core/market/market-data-provider-port';
import {
  type InstrumentId,
  splitInstrumentId,
} from '../../../../src/shared/domain/instrument/instrument';
import { isAmerican } from '../american-markets';
import { RestProvider } from '../rest-provider';
import { ZoneClocks } from '../zone-clocks';
import { isUntradedSina, readSinaQuote, splitSinaLines } from './sina-quote';

const PREFIXES: Readonly<Record<string, string>> = { XHKG: 'rt_hk', XSHG: 'sh', XSHE: 'sz' };
/** Codes with a point have a spelling of their own that is not documented anywhere. */
const PLAIN_CODE = /^[A-Z]+$/;
/** Without it the answer is 403. */
const OWN_PAGES = 'https://finance.sina.com.cn';

/** A second opinion on Hong Kong, mainland China and the United States. */
export class SinaProvider extends RestProvider {
  readonly id = 'sina';
  readonly capabilities: ProviderCapabilities = {
    latestBatch: 40,
    intervals: [],
    search: false,
    stream: false,
    storable: false,
  };

  private readonly clocks = new ZoneClocks();

  override priority(instrument: InstrumentId, use: ProviderUse): number {
    return use === 'latest' && symbolOf(instrument) !== null ? 10 : 0;
  }

  override async latest({ instruments, signal }: LatestRequest): Promise<LatestResult> {
    const symbols = new Map(instruments.map((id) => [id, symbolOf(id)]));
    const request = {
      address: 'quotes',
      path: `/list=${[...symbols.values()].join(',')}`,
      encoding: 'gb18030' as const,
      headers: { Referer: OWN_PAGES },
      ...(signal && { signal }),
    };
    const answer = await this.parts.http.text(request, splitSinaLines);
    if (!answer.ok) return answer;
    const quotes: ProviderQuote[] = [];
    const refused: InstrumentId[] = [];
    const untraded: InstrumentId[] = [];
    for (const [id, symbol] of symbols) {
      const fields = answer.value.get(symbol ?? '');
      if (!symbol || !fields || fields.length < 2) continue;
      const quote = readSinaQuote(id, symbol, fields, this.clocks);
      if (quote) quotes.push(quote);
      else (isUntradedSina(symbol, fields) ? untraded : refused).push(id);
    }
    return { ok: true, quotes, refused, untraded };
  }
}

function symbolOf(instrument: InstrumentId): string | null {
  const { mic, code } = splitInstrumentId(instrument);
  if (isAmerican(instrument)) return PLAIN_CODE.test(code) ? `gb_${code.toLowerCase()}` : null;
  const prefix = PREFIXES[mic];
  return prefix === undefined ? null : prefix + code;
}
