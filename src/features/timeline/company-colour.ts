/** Number of `--company-…` tokens. */
export const COMPANY_COLOURS = 8;

const FNV_PRIME = 0x01000193;
/** Chosen so that the eight companies with most announcements differ. */
const SEED = 700;

/** Which of the colours marks a company: the same in every list, at every start and on every machine. */
export function companyColour(company: string): number {
  let hash = SEED;
  for (const character of company) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), FNV_PRIME) >>> 0;
  }
  return ((hash >>> 8) % COMPANY_COLOURS) + 1;
}
