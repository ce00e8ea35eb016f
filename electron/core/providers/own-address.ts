const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * An address that a user typed in place of a standard one, tidied: without a slash at its end. It has
 * to be of the standard's kind (web or socket), and encrypted unless it stays on this machine; user
 * names, queries and fragments are refused.
 *
 * @returns null where it is refused
 */
export function readOwnAddress(text: string, standard: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const { protocol, hostname, username, password, search, hash } = url;
  if (username !== '' || password !== '' || search !== '' || hash !== '') return null;
  const secure = new URL(standard).protocol;
  const plain = secure === 'wss:' ? 'ws:' : 'http:';
  const isFitting = protocol === secure || (protocol === plain && LOOPBACK.has(hostname));
  return isFitting ? `${url.origin}${url.pathname}`.replace(/\/+$/, '') : null;
}
