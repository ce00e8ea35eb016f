import { existsSync, readFileSync } from 'node:fs';

/** One entry of the research that the set was made from. It lies beside the project, not in it. */
export interface AnnouncementFact {
  readonly id: string;
  readonly date: string;
  readonly datePrecision: string;
  readonly confirmed: boolean;
  readonly verified: boolean;
  readonly title: string;
  readonly titleZh: string;
  readonly summary: string;
  readonly tickers: readonly { readonly symbol: string; readonly role: string }[];
  readonly sources: readonly { readonly publisher: string; readonly url: string }[];
  readonly duplicateOf?: string | null;
}

const location = new URL('../../../shared/facts/announcements.json', import.meta.url);

/** The facts, or null where they are not there. */
export const facts: readonly AnnouncementFact[] | null = existsSync(location)
  ? (JSON.parse(readFileSync(location, 'utf8')) as AnnouncementFact[])
  : null;

/** Hosts that are not known to serve the same page over https; their pages are no sources of the set. */
const HOSTS_WITHOUT_HTTPS: ReadonlySet<string> = new Set([
  'asiaict.com',
  'thecekodok.com',
  'worddisk.com',
  'www.thisisgamesea.com',
  'www.xinmeiw.com',
  'www.ying-xiang.cn',
]);

/** The address that the set has for an address of the facts, or null where it is left out. */
export function expectedUrl(factUrl: string): string | null {
  const url = new URL(factUrl);
  if (url.protocol === 'http:') {
    if (HOSTS_WITHOUT_HTTPS.has(url.host)) return null;
    url.protocol = 'https:';
  }
  return url.href;
}
