import type { ProviderStatus } from '../../src/shared/domain/market/provider-status';
import type { TapeoutHandlers } from '../../src/shared/ipc/contract';
import type { ProviderSettingsService } from '../core/providers/provider-settings-service';

export interface ProvidersHandlerParts {
  readonly providers: Pick<ProviderSettingsService, 'update' | 'setKey' | 'clearKey'>;
  readonly statuses: () => readonly ProviderStatus[];
}

export function createProvidersHandlers(
  parts: ProvidersHandlerParts,
): TapeoutHandlers['providers'] {
  return {
    list: () => parts.statuses(),
    update: (args) => parts.providers.update(args),
    setKey: ({ id, key, consent }) => ({ kept: parts.providers.setKey(id, key, consent) }),
    clearKey: ({ id }) => parts.providers.clearKey(id),
  };
}
