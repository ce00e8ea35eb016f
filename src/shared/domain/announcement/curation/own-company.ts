import type { Company } from '../announcement';
import { isOwnId, OWN_PREFIX } from './entry-curation';

/** Longest name of a company, in characters. */
export const LONGEST_COMPANY = 80;

/** The key of a company that the record does not have; entries that name it alike share it. */
export function ownCompanyId(name: string): string {
  return OWN_PREFIX + name.normalize('NFC').trim().replace(/\s+/g, ' ');
}

/** A company that only the user's entries know: its name stands in its key. Null for a key of the record. */
export function ownCompany(id: string): Company | null {
  if (!isOwnId(id)) return null;
  const name = id.slice(OWN_PREFIX.length);
  return { id, name: { en: name, zh: name } };
}
