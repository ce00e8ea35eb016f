import type { ReplayRoute } from './replay-server';

/** What Bitget lists: two perpetuals that trade, one that does not, a future that ends, and two pairs. */
export const bitgetListsRoute: ReplayRoute = (url) => {
  if (url.pathname === '/api/v2/mix/market/contracts') {
    return bitget([
      contract('BTC', { pricePlace: '1' }),
      contract('AAPL', { isRwa: 'YES' }),
      contract('GONE', { symbolStatus: 'off' }),
      contract('LATER', { symbolType: 'delivery' }),
    ]);
  }
  return url.pathname === '/api/v2/spot/public/symbols'
    ? bitget([pair('BTC', 'USDT'), pair('BTC', 'USDC'), pair('OLD', 'USDT', 'halt')])
    : null;
};

/** What Binance lists, in an answer of which most is of no use here. */
export const binanceListsRoute: ReplayRoute = (url) => {
  if (url.pathname === '/fapi/v1/exchangeInfo') {
    return binance([
      future('BTC', { underlyingType: 'COIN' }),
      future('ZHIPU', { contractType: 'TRADIFI_PERPETUAL', underlyingType: 'HK_EQUITY' }),
      future('TSLA', { contractType: 'TRADIFI_PERPETUAL', underlyingType: 'EQUITY' }),
      future('ETH', { symbol: 'ETHUSDT_260626', contractType: 'CURRENT_QUARTER' }),
      future('GONE', { status: 'SETTLING' }),
    ]);
  }
  if (url.pathname !== '/api/v3/exchangeInfo') return null;
  return binance([{ ...symbolOf('BTC', 'USDT'), isSpotTradingAllowed: true }]);
};

function bitget(data: readonly object[]): string {
  return JSON.stringify({ code: '00000', msg: 'success', requestTime: 1, data });
}

function contract(baseCoin: string, more: object = {}): object {
  return {
    ...{ symbol: `${baseCoin}USDT`, baseCoin, quoteCoin: 'USDT', pricePlace: '2' },
    ...{ volumePlace: '2', sizeMultiplier: '0.01', minTradeNum: '0.01', maxLever: '20' },
    ...{ symbolType: 'perpetual', symbolStatus: 'normal', isRwa: 'NO', ...more },
  };
}

function pair(baseCoin: string, quoteCoin: string, status = 'online'): object {
  return {
    ...{ symbol: baseCoin + quoteCoin, baseCoin, quoteCoin, status, pricePrecision: '2' },
    ...{ minTradeAmount: '0', makerFeeRate: '0.002' },
  };
}

function binance(symbols: readonly object[]): string {
  return JSON.stringify({ timezone: 'UTC', serverTime: 1, rateLimits: [], symbols });
}

function symbolOf(baseAsset: string, quoteAsset: string): object {
  const filters = [{ filterType: 'PRICE_FILTER', tickSize: '0.01' }];
  return { symbol: baseAsset + quoteAsset, status: 'TRADING', baseAsset, quoteAsset, filters };
}

function future(baseAsset: string, more: object): object {
  return {
    ...{ ...symbolOf(baseAsset, 'USDT'), contractType: 'PERPETUAL', pricePrecision: 2 },
    ...{ marginAsset: 'USDT', ...more },
  };
}
