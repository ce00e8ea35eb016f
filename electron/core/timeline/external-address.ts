/** An address that may be opened in the user's browser. */
export interface ExternalAddress {
  readonly url: string;
  /** Shown to the user. */
  readonly host: string;
}

/** Null for everything but `https:` without user name and password. */
export function toExternalAddress(text: string): ExternalAddress | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return null;
  return { url: url.href, host: url.host };
}
