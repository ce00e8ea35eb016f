import { BINANCE_PROFILE } from '../providers/binance/binance-profile';
import { BITGET_PROFILE } from '../providers/bitget/bitget-profile';
import { FINNHUB_PROFILE } from '../providers/finnhub/finnhub-profile';
import { SINA_PROFILE } from '../providers/sina/sina-profile';
import { TENCENT_PROFILE } from '../providers/tencent/tencent-profile';
import { TIINGO_PROFILE } from '../providers/tiingo/tiingo-profile';
import { TWELVE_DATA_PROFILE } from '../providers/twelve-data/twelve-data-profile';
import { TWSE_MIS_PROFILE } from '../providers/twse-mis/twse-mis-profile';
import { YAHOO_PROFILE } from '../providers/yahoo/yahoo-profile';
import type { ProviderProfile } from '../transport/provider-profile';

/** What is known of every source without loading what asks it, in the order of the settings. */
export const NETWORK_PROFILES: readonly ProviderProfile[] = [
  YAHOO_PROFILE,
  TENCENT_PROFILE,
  BINANCE_PROFILE,
  BITGET_PROFILE,
  SINA_PROFILE,
  TWSE_MIS_PROFILE,
  TWELVE_DATA_PROFILE,
  FINNHUB_PROFILE,
  TIINGO_PROFILE,
];
