/** Keys by which a careless copy would change what every object has. */
const REFUSED = ['__proto__', 'constructor', 'prototype'];

/** True where any object within has a key that no list has and that could do harm. */
export function hasRefusedKey(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(hasRefusedKey);
  return Object.entries(value).some(
    ([key, inner]) => REFUSED.includes(key) || hasRefusedKey(inner),
  );
}

export type PlainObject = Readonly<Record<string, unknown>>;

export function plainObject(value: unknown): PlainObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as PlainObject)
    : null;
}

/** A field of the object itself; undefined where it has none. */
export function ownField(object: PlainObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** A finite number, and null for everything else. */
export function numberField(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
