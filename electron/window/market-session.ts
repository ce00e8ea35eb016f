import type { Session } from 'electron';

/**
 * What asks the price sources, apart from the page's own session, which may ask nothing. It holds no
 * cookies beyond this run, and uses Chromium's network stack with the system's proxies.
 *
 * @param open - makes the session; called at the first question, which is after `ready`
 */
export function marketFetch(open: () => Pick<Session, 'fetch'>): typeof globalThis.fetch {
  let session: Pick<Session, 'fetch'> | null = null;
  return (input, init) => (session ??= open()).fetch(input as string, init);
}
