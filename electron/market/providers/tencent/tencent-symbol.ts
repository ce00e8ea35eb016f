import {
  type InstrumentId,
  splitInstrumentId,
} from '../../../../src/shared/domain/instrument/instrument';
import { exchangeCodes } from '../exchange-codes';

/** Spelling for a quote; Hong Kong's plain spelling is 15 minutes late, `r_hk` is prompt. */
export function toTencentQuoteSymbol(id: InstrumentId): string | null {
  const { mic, code } = splitInstrumentId(id);
  const tencent = exchangeCodes(mic)?.tencent;
  return tencent ? `${tencent.realtimePrefix ?? tencent.prefix}${code}` : null;
}

/** Spelling for bars: American ones need the venue behind the code. */
export function toTencentBarsSymbol(id: InstrumentId): string | null {
  const { mic, code } = splitInstrumentId(id);
  const tencent = exchangeCodes(mic)?.tencent;
  return tencent ? `${tencent.prefix}${code}${tencent.klineSuffix ?? ''}` : null;
}
