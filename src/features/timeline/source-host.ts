const LEADING_WWW = /^www\./;

/** Where a source leads, for the eye: the host without `www.`; the address itself where it is none. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host.replace(LEADING_WWW, '') : url;
}
