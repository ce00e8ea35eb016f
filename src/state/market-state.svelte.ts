import type { TapeoutClient } from '../shared/ipc/contract';
import type { MarketStatus } from '../shared/domain/market/market-status';

const NOTHING_YET: MarketStatus = {
  mode: 'live',
  unasked: false,
  folderName: null,
  importing: false,
  report: null,
};

/** Where the prices come from, and what the reading of a folder found. */
export class MarketState {
  readonly #client: TapeoutClient;
  #status = $state.raw<MarketStatus>(NOTHING_YET);

  constructor(client: TapeoutClient) {
    this.#client = client;
  }

  get status(): MarketStatus {
    return this.#status;
  }

  readonly isSimulated: boolean = $derived(this.#status.mode === 'simulated');

  /** Rows that were skipped in all files of the last reading. */
  readonly skippedRows: number = $derived(
    this.#status.report?.files.reduce((sum, file) => sum + file.skippedRows, 0) ?? 0,
  );

  receive(status: MarketStatus): void {
    this.#status = status;
  }

  async chooseFolder(): Promise<void> {
    await this.#client.market.chooseBarsFolder();
  }

  /** Leaves the folder; what was read from it stays stored. */
  async useNetwork(): Promise<void> {
    await this.#client.market.useNetwork();
  }

  async rescan(): Promise<void> {
    await this.#client.market.rescanBarsFolder();
  }

  async startSimulation(): Promise<void> {
    await this.#client.market.startSimulation();
  }

  async stopSimulation(): Promise<void> {
    await this.#client.market.stopSimulation();
  }
}
