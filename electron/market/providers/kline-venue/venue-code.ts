const PERPETUAL = /\.P$/;

/** `BTCUSDT.P` is how users write the perpetual; no venue does. */
export function isPerpetualCode(code: string): boolean {
  return PERPETUAL.test(code);
}

/** The code as the venue itself writes it. */
export function venueCode(code: string): string {
  return code.replace(PERPETUAL, '');
}
