import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';

/**
 * Orders to whoever holds the bars. Given only between `MarketModeService.dataLaunched` and
 * `dataStopped`, and carried out in the order given.
 */
export interface DataGateway {
  /** Shows the stored real bars, in place of the simulated market. */
  serveStored(): void;
  /** Runs the simulated market for these instruments, in place of the stored bars. */
  serveSimulated(instruments: readonly InstrumentId[]): void;
  /**
   * Reads a folder of CSV files into the store; answered by `MarketModeService.importFinished`.
   *
   * @param folder - absolute path
   */
  importFolder(folder: string): void;
}
