import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { NetworkSource } from '../../../src/shared/domain/quote/quote';
import { finnhubRoute, tiingoRoute, twelveDataRoute } from './keyed-replay';
import { ASIA_OPEN, NEW_YORK_OPEN } from './replayed-source';
import type { ReplayRoute } from './replay-server';
import { sinaRoute } from './sina-replay';
import { tencentRoute } from './tencent-replay';
import { twseRoute } from './twse-replay';
import { binanceRoute, bitgetRoute } from './venue-replay';
import { yahooRoute } from './yahoo-replay';

/** A source with an instrument that it has, at a moment at which that is traded. */
export interface ReplayedCase {
  readonly source: NetworkSource;
  readonly instrument: InstrumentId;
  /** UTC milliseconds. */
  readonly openAt: number;
  readonly route: (now: () => number) => ReplayRoute;
}

const NVIDIA: InstrumentId = 'XNAS:NVDA';
const ZHIPU: InstrumentId = 'XHKG:02513';
const TSMC: InstrumentId = 'XTAI:2330';
const american = { instrument: NVIDIA, openAt: NEW_YORK_OPEN };
const hongKong = { instrument: ZHIPU, openAt: ASIA_OPEN };

const YAHOO: ReplayedCase = {
  ...{ source: 'yahoo', ...american },
  route: (now) => yahooRoute([NVIDIA], now),
};
const TENCENT: ReplayedCase = {
  ...{ source: 'tencent', ...hongKong },
  route: (now) => tencentRoute([ZHIPU], now),
};
const SINA: ReplayedCase = {
  ...{ source: 'sina', ...hongKong },
  route: (now) => sinaRoute([ZHIPU], now),
};
const TWSE: ReplayedCase = {
  ...{ source: 'twse-mis', instrument: TSMC, openAt: ASIA_OPEN },
  route: (now) => twseRoute([TSMC], now),
};
const BINANCE: ReplayedCase = {
  ...{ source: 'binance', instrument: 'BINANCE:BTCUSDT', openAt: ASIA_OPEN },
  route: (now) => binanceRoute(['BINANCE:BTCUSDT'], now),
};
const BITGET: ReplayedCase = {
  ...{ source: 'bitget', instrument: 'BITGET:BTCUSDT', openAt: ASIA_OPEN },
  route: (now) => bitgetRoute(['BITGET:BTCUSDT'], now),
};
const FINNHUB: ReplayedCase = {
  ...{ source: 'finnhub', ...american },
  route: (now) => finnhubRoute([NVIDIA], now),
};
const TWELVE_DATA: ReplayedCase = {
  ...{ source: 'twelve-data', ...american },
  route: (now) => twelveDataRoute([NVIDIA], now),
};
const TIINGO: ReplayedCase = {
  ...{ source: 'tiingo', ...american },
  route: (now) => tiingoRoute([NVIDIA], now),
};

export const WITH_PRICES = [YAHOO, TENCENT, SINA, TWSE, BINANCE, BITGET, FINNHUB];
export const WITH_BARS = [YAHOO, TENCENT, BINANCE, BITGET, TWELVE_DATA, TIINGO];
