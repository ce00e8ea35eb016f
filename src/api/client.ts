import { type Envelope, IpcError } from '../shared/ipc/envelope';
import type { TapeoutBridge, TapeoutClient } from '../shared/ipc/contract';

declare global {
  interface Window {
    /** Made by the preload script; read here only. */
    readonly api: TapeoutBridge;
  }
}

type Asking = (...args: unknown[]) => Promise<Envelope<unknown>>;

/**
 * The page's side of the contract: answers come unwrapped, an unexpected error of main is thrown
 * as `IpcError`. Pushes pass through as they are.
 */
export function createClient(bridge: TapeoutBridge): TapeoutClient {
  const client: Record<string, Record<string, unknown>> = {};
  for (const [group, members] of Object.entries(bridge)) {
    client[group] = Object.fromEntries(
      Object.entries(members).map(([name, member]) => [
        name,
        name.startsWith('on') ? member : unwrapping(member as Asking),
      ]),
    );
  }
  return client as unknown as TapeoutClient;
}

function unwrapping(ask: Asking): (...args: unknown[]) => Promise<unknown> {
  return async (...args) => {
    const envelope = await ask(...args);
    if (!envelope.ok) throw new IpcError(envelope.error);
    return envelope.value;
  };
}
