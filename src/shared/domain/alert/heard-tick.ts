import type { AlertTick } from './firing';

/** A price as the engine has it: NaN stands for what is not known. Units as in {@link AlertTick}. */
export interface HeardNumbers {
  readonly at: number;
  readonly heardAt: number;
  readonly price: number;
  readonly previousClose: number;
  readonly volume: number;
}

/** The same as it is kept: what is not known is null. */
export function heardTick({ at, heardAt, price, previousClose, volume }: HeardNumbers): AlertTick {
  return {
    at,
    heardAt,
    price,
    previousClose: Number.isNaN(previousClose) ? null : previousClose,
    volume: Number.isNaN(volume) ? null : volume,
  };
}
