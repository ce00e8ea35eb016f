/** What a bundle is made of. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * One text for one value: keys in the order of their UTF-16 code units, no blanks, numbers in the
 * fewest digits that read back as the same double (as ECMAScript fixes it, -0 as 0), strings as
 * `JSON.stringify` writes them. Keys whose value is undefined are left out.
 *
 * @throws RangeError for a number that is not finite
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number') return numberText(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.keys(value)
    .sort()
    .flatMap((key) => {
      const member = value[key];
      return member === undefined ? [] : [`${JSON.stringify(key)}:${canonicalJson(member)}`];
    });
  return `{${members.join(',')}}`;
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`no JSON for ${value}`);
  return JSON.stringify(value === 0 ? 0 : value);
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}

/** Digits that statistics keep in a bundle. */
export const BUNDLE_DIGITS = 12;

/**
 * The value with its numbers rounded to {@link BUNDLE_DIGITS} significant digits: more than any
 * reader needs, and fewer than another order of additions in a later version could change.
 */
export function roundNumbers<Value extends Json>(value: Value): Value {
  return rounded(value) as Value;
}

function rounded(value: Json): Json {
  if (typeof value === 'number') return Number(value.toPrecision(BUNDLE_DIGITS));
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map(rounded);
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      member === undefined ? undefined : rounded(member),
    ]),
  );
}
