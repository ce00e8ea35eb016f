import type { ProviderKeyState } from '../../../src/shared/domain/market/provider-status';
import type { NetworkSource } from '../../../src/shared/domain/quote/quote';

/** What the user set for the sources, as the registry asks for it: anew each time, never kept. */
export interface ProviderSettings {
  isEnabled(id: NetworkSource): boolean;
  /** The user's own address; null where the standard one holds. */
  ownAddress(id: NetworkSource, name: string): string | null;
  key(id: NetworkSource): string | null;
  keyState(id: NetworkSource): ProviderKeyState;
}
