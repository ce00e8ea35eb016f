import { failure, type NetworkFailure } from './status-failure';

export type Body<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: NetworkFailure };

/** However it is written: a key may spell its letters as escapes. */
const MAY_NAME_PROTOTYPE = /__proto__|\\u005f/i;

/** JSON, looked at before it is parsed: servers say "Too Many Requests" and worse with status 200. */
export function readJson(text: string): Body<unknown> {
  const body = text.trim();
  if (body === '') return refused('the answer is empty');
  if (body[0] !== '{' && body[0] !== '[') return refused('the answer is no JSON');
  try {
    // A reviver is called for every number of a long series, so it is used only where it is needed.
    const revive = MAY_NAME_PROTOTYPE.test(body) ? refusePrototype : undefined;
    return { ok: true, value: JSON.parse(body, revive) as unknown };
  } catch {
    return refused('the JSON of the answer is cut short or damaged');
  }
}

/** Text that is not a page. */
export function readText(text: string, contentType: string | null): Body<string> {
  if (text.trim() === '') return refused('the answer is empty');
  if (/^\s*<(!doctype|html|head|body)/i.test(text) || contentType?.includes('text/html')) {
    return refused('the answer is a page');
  }
  return { ok: true, value: text };
}

/**
 * An own key of that name would change objects that it is copied into.
 *
 * @throws where there is one
 */
function refusePrototype(key: string, value: unknown): unknown {
  if (key === '__proto__') throw new SyntaxError('a key that no source has');
  return value;
}

function refused(detail: string): { readonly ok: false; readonly error: NetworkFailure } {
  return { ok: false, error: failure('bad-answer', 'next-provider', detail) };
}
