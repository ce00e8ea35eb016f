/**
 * From which close changes count: of the first session in view that all share, of the earliest one that
 * all have, or of the session of an announcement.
 */
export type CompareBase =
  | { readonly kind: 'view' }
  | { readonly kind: 'shared' }
  | { readonly kind: 'announcement'; readonly id: string; readonly sessionKey: number };

const LONGEST_ID = 120;

/** A base as it was stored or sent; null where that is none. */
export function readCompareBase(value: unknown): CompareBase | null {
  if (typeof value !== 'object' || value === null) return null;
  const { kind, id, sessionKey } = value as Readonly<Record<string, unknown>>;
  if (kind === 'view' || kind === 'shared') return { kind };
  if (kind !== 'announcement' || typeof id !== 'string' || id.length > LONGEST_ID) return null;
  return typeof sessionKey === 'number' && Number.isFinite(sessionKey)
    ? { kind, id, sessionKey }
    : null;
}
