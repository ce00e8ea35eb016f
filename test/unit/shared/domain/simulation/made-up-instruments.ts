import type { SimulatedInstrument } from '../../../../../src/shared/domain/simulation/simulated-market';

/** An instrument that no exchange lists, so that nobody takes its figures for real ones. */
export function madeUpInstrument(change: Partial<SimulatedInstrument> = {}): SimulatedInstrument {
  return { id: 'XNAS:MADEUP', currency: 'USD', priceDecimals: 2, listedOn: null, ...change };
}
