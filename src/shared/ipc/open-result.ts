/** What became of a link that the user asked for; `host` is where the browser was sent. */
export type OpenResult =
  | { readonly ok: true; readonly host: string }
  | { readonly ok: false; readonly reason: 'unknown-source' | 'refused-address' | 'no-browser' };
