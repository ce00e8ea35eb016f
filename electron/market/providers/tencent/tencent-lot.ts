import {
  type InstrumentId,
  splitInstrumentId,
} from '../../../../src/shared/domain/instrument/instrument';

const MAINLAND = new Set(['XSHG', 'XSHE']);
const SHARES_IN_A_LOT = 100;
/** The STAR board of Shanghai, where Tencent counts shares while it counts lots on every other board. */
const STAR = /^68[89]\d{3}$/;

/** Shares in one unit of the volume that Tencent says of an instrument, in quotes as in bars. */
export function tencentLot(instrument: InstrumentId): number {
  const { mic, code } = splitInstrumentId(instrument);
  const isInShares = !MAINLAND.has(mic) || (mic === 'XSHG' && STAR.test(code));
  return isInShares ? 1 : SHARES_IN_A_LOT;
}
