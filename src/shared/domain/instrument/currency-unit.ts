/** Units of which a hundred are one of another: what sources call them, and of what. */
const HUNDREDTHS: Readonly<Record<string, string>> = {
  GBp: 'GBP',
  GBX: 'GBP',
  ZAc: 'ZAR',
  ZAC: 'ZAR',
  ILA: 'ILS',
};

/** What a unit is a hundredth of (`GBp`: GBP); the same where it is a currency itself. */
export function majorUnit(unit: string): string {
  return HUNDREDTHS[unit] ?? unit;
}

/**
 * By what a price in one unit is multiplied to be in another: 1, 100 or 1/100 (pence and pounds), by
 * definition and without any rate; null where they are two currencies.
 *
 * @param from - as in `Quote.currency`; null where the source states none: then it is taken for the same
 */
export function unitFactor(from: string | null, to: string | null): number | null {
  if (from === null || to === null || from === to) return 1;
  if (majorUnit(from) !== majorUnit(to)) return null;
  const hundredths = Number(from in HUNDREDTHS) - Number(to in HUNDREDTHS);
  return hundredths === 0 ? 1 : hundredths > 0 ? 1 / 100 : 100;
}
