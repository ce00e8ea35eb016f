import { contract, type TapeoutPublisher } from '../../src/shared/ipc/contract';
import { mapContract } from '../../src/shared/ipc/build';

/** Hands a message to the page, where there is one. */
export type SendToPage = (channel: string, payload: unknown) => void;

/** One function for each push of the contract. */
export function createPublisher(send: SendToPage): TapeoutPublisher {
  const publisher: unknown = mapContract(contract, (channel, call) =>
    call.kind === 'push' ? (payload: unknown) => send(channel, payload) : undefined,
  );
  return publisher as TapeoutPublisher;
}
