import type { ProviderStatus } from '../shared/domain/market/provider-status';
import type { NetworkSource } from '../shared/domain/quote/quote';
import type { TapeoutClient } from '../shared/ipc/contract';

/** The sources of the network: what is set, and how they do. */
export class ProvidersState {
  readonly #client: TapeoutClient;
  #all = $state.raw<readonly ProviderStatus[]>([]);

  constructor(client: TapeoutClient) {
    this.#client = client;
  }

  /** Empty until loaded. */
  get all(): readonly ProviderStatus[] {
    return this.#all;
  }

  /** True while at least one source answers. */
  readonly isAnswering: boolean = $derived(
    this.#all.some(({ health }) => health.state === 'answering'),
  );

  /** True where sources were asked and none answers. */
  readonly isSilent: boolean = $derived(
    !this.isAnswering &&
      this.#all.some(({ health }) => health.state === 'failing' || health.state === 'resting'),
  );

  receive(all: readonly ProviderStatus[]): void {
    this.#all = all;
  }

  async load(): Promise<void> {
    this.#all = await this.#client.providers.list();
  }

  async setEnabled(id: NetworkSource, enabled: boolean): Promise<void> {
    await this.#client.providers.update({ id, enabled });
    await this.load();
  }

  /**
   * @param own - null goes back to the standard address
   * @returns false where the address was refused; the earlier one is kept
   */
  async setAddress(id: NetworkSource, name: string, own: string | null): Promise<boolean> {
    const { ok } = await this.#client.providers.update({ id, address: { name, own } });
    await this.load();
    return ok;
  }

  /** @returns true where the system cannot protect the key and the user has to agree first */
  async setKey(id: NetworkSource, key: string, consent: boolean): Promise<boolean> {
    const { kept } = await this.#client.providers.setKey({ id, key, consent });
    await this.load();
    return kept === 'needs-consent';
  }

  async clearKey(id: NetworkSource): Promise<void> {
    await this.#client.providers.clearKey({ id });
    await this.load();
  }
}
