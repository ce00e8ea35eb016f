import type { Readable } from 'node:stream';

/** One answer to one request, whatever it says; redirects are not followed. */
export interface HopAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly header: (name: string) => string | null;
  readonly body: Readable;
  /** True where the body was decompressed on its way. */
  readonly isDecoded: boolean;
}

/** @throws whatever the connection ended with */
export type AskHop = (
  url: URL,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
) => Promise<HopAnswer>;
