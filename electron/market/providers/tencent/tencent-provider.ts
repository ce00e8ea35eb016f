import type {
  HistoryRequest,
  HistoryResult,
  LatestRequest,
  LatestResult,
  MarketDataProvider,
  ProviderCapabilities,
  ProviderQuote,
  ProviderUse,
  SearchResult,
} from '../../../core/market/market-data-provider-port';
import { toDate } from '../../../../src/shared/domain/calendar/calendar-date';
import {
  type InstrumentId,
  splitInstrumentId,
} from '../../../../src/shared/domain/instrument/instrument';
import type { NetworkProviderParts } from '../../transport/network-provider-parts';
import { failure } from '../../transport/status-failure';
import { notOffered } from '../not-offered';
import { ZoneClocks } from '../zone-clocks';
import { readTencentBars } from './tencent-bars';
import { tencentLot } from './tencent-lot';
import { isUntradedTencent, readTencentQuote, splitTencentLines } from './tencent-quote';
import { toTencentBarsSymbol, toTencentQuoteSymbol } from './tencent-symbol';

const MOST_BARS = 2000;
const CHINA = new Set(['XSHG', 'XSHE', 'XHKG']);

/** Prompt prices of Hong Kong and mainland China, many symbols in one question. */
export class TencentProvider implements MarketDataProvider {
  readonly id = 'tencent';
  readonly capabilities: ProviderCapabilities = {
    latestBatch: 60,
    intervals: ['D'],
    search: false,
    stream: false,
    storable: true,
  };

  private readonly clocks = new ZoneClocks();

  constructor(private readonly parts: NetworkProviderParts) {}

  priority(instrument: InstrumentId, use: ProviderUse): number {
    if (use === 'stream' || use === 'search' || toTencentQuoteSymbol(instrument) === null) return 0;
    if (use === 'history') return 20;
    return CHINA.has(splitInstrumentId(instrument).mic) ? 30 : 5;
  }

  async latest({ instruments, signal }: LatestRequest): Promise<LatestResult> {
    const symbols = new Map(instruments.map((id) => [id, toTencentQuoteSymbol(id)]));
    const request = {
      address: 'quotes',
      path: `/q=${[...symbols.values()].join(',')}`,
      encoding: 'gb18030' as const,
      ...(signal && { signal }),
    };
    const answer = await this.parts.http.text(request, splitTencentLines);
    if (!answer.ok) return answer;
    const lines = answer.value;
    const quotes: ProviderQuote[] = [];
    const refused: InstrumentId[] = [];
    const untraded: InstrumentId[] = [];
    for (const [id, symbol] of symbols) {
      const line = lines.get(symbol ?? '');
      const quote = line ? readTencentQuote(id, line, this.clocks) : null;
      if (quote) quotes.push(quote);
      else if (line) (isUntradedTencent(line) ? untraded : refused).push(id);
    }
    return { ok: true, quotes, refused, untraded };
  }

  /**
   * The whole is adjusted for splits and dividends backwards (`qfq`) where the source has that: not for
   * American ones. The newest bars are as they were traded, so that they meet what was stored of any
   * source: a dividend since then must not lower them.
   */
  async history({ instrument, interval, since, signal }: HistoryRequest): Promise<HistoryResult> {
    const symbol = toTencentBarsSymbol(instrument);
    if (symbol === null || interval !== 'D') return notOffered(`no ${interval} of ${instrument}`);
    const { mic } = splitInstrumentId(instrument);
    const from = since === null ? '' : toDate(since);
    const adjusted = since === null && CHINA.has(mic) ? 'qfq' : '';
    const request = {
      address: 'bars',
      path: `/appstock/app/fqkline/get?param=${symbol},day,${from},,${MOST_BARS},${adjusted}`,
      ...(signal && { signal }),
    };
    const lot = tencentLot(instrument);
    const answer = await this.parts.http.json(request, (value) =>
      readTencentBars(value, symbol, lot),
    );
    if (!answer.ok) return answer;
    const read = answer.value;
    if (read.bars.length === 0 && since === null) {
      return { ok: false, error: failure('unknown-instrument', 'next-provider', 'no bars') };
    }
    return { ok: true, history: { ...read, splits: [], currency: null, skipped: [] } };
  }

  search(): Promise<SearchResult> {
    return Promise.resolve(notOffered('no search'));
  }

  stream(): null {
    return null;
  }
}
