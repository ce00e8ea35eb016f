import { calendarMicOf } from './calendar-mic';
import type { Instrument, InstrumentId } from './instrument';

/** PHLX Semiconductor: thirty American listings of companies that design, make and sell chips. */
export const SEMICONDUCTOR_INDEX: InstrumentId = 'INDEX:^SOX';

/**
 * The index that speaks for the shares of each exchange: of all its shares where that one is widely
 * quoted (Nasdaq, Shanghai, Taipei, Korea), else the one that its investors measure against.
 */
const BENCHMARKS: Readonly<Record<string, InstrumentId>> = {
  XNAS: 'INDEX:^IXIC',
  XNYS: 'INDEX:^GSPC',
  ARCX: 'INDEX:^GSPC',
  XHKG: 'INDEX:^HSI',
  XSHG: 'XSHG:000001',
  XSHE: 'XSHE:399001',
  XTAI: 'INDEX:^TWII',
  ROCO: 'INDEX:^TWOII',
  XKRX: 'INDEX:^KS11',
  XKOS: 'INDEX:^KQ11',
  XTKS: 'INDEX:^N225',
  XLON: 'INDEX:^FTSE',
  XETR: 'INDEX:^GDAXI',
  XAMS: 'INDEX:^AEX',
  XPAR: 'INDEX:^FCHI',
  XSWX: 'INDEX:^SSMI',
  XTSE: 'INDEX:^GSPTSE',
  XASX: 'INDEX:^AXJO',
  XSES: 'INDEX:^STI',
  XNSE: 'INDEX:^NSEI',
};

/**
 * The indices that evidence compares instruments with: those of their exchanges and that of the
 * industry, each once, without those that are among the instruments.
 */
export function evidenceIndices(
  instruments: readonly Pick<Instrument, 'id' | 'calendar'>[],
): readonly InstrumentId[] {
  const own = new Set(instruments.map(({ id }) => id));
  const indices = instruments.flatMap((instrument) => benchmarkOf(instrument) ?? []);
  return [...new Set([...indices, SEMICONDUCTOR_INDEX])].filter((id) => !own.has(id));
}

/** The index of an instrument's own exchange; null where there is none, as for coins and currencies. */
export function benchmarkOf(instrument: Pick<Instrument, 'id' | 'calendar'>): InstrumentId | null {
  return BENCHMARKS[calendarMicOf(instrument)] ?? null;
}
