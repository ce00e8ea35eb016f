import type { WebSocket } from 'ws';

/** What connections of a provider are made of. */
export interface SocketParts {
  /** Base address by the provider's own name for it. */
  readonly address: (name: string) => string;
  readonly connect: (url: string) => WebSocket;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** From 0 (included) to 1 (excluded). */
  readonly random: () => number;
  /** Calls back after a delay. @returns a function that takes it back */
  readonly after: (delayMs: number, task: () => void) => () => void;
}
