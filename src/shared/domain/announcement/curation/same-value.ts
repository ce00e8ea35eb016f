/** True where two plain values (as JSON has them) hold the same, whatever the order of their keys. */
export function isSameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  return names.every(
    (name) =>
      Object.hasOwn(other, name) && isSameValue((one as Plain)[name], (other as Plain)[name]),
  );
}

type Plain = Readonly<Record<string, unknown>>;
