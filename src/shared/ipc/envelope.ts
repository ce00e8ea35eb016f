/** How an answer crosses: the value, or the unexpected error that the handler threw. */
export type Envelope<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: IpcErrorShape };

export interface IpcErrorShape {
  readonly code: IpcErrorCode;
  /** English, for the log and the developer; the page shows its own words for `code`. */
  readonly message: string;
  readonly details: string | null;
}

export const IPC_ERROR_CODES = [
  'forbidden-sender',
  'bad-arguments',
  'not-ready',
  'internal',
] as const;
export type IpcErrorCode = (typeof IPC_ERROR_CODES)[number];

/** What the page's client throws for an envelope that is not ok. */
export class IpcError extends Error {
  override readonly name = 'IpcError';

  constructor(readonly shape: IpcErrorShape) {
    super(`${shape.code}: ${shape.message}`);
  }
}
