import { isIP } from 'node:net';
import { LONGEST_FEED_ADDRESS } from '../../src/shared/domain/feeds/feed';
import { isInnerName, isPublicAddress } from './public-address';

export type CheckedAddress =
  | { readonly ok: true; readonly url: URL }
  | { readonly ok: false; readonly reason: 'bad-address' | 'private-address' };

const WEB_PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };
const FIRST_FREE_PORT = 1024;

/**
 * What can be said of an address without asking anybody: `http:` or `https:`, no user name, a port that
 * a web server may have, and no host that lies within this machine's network.
 *
 * @param allowLoopback - for tests against a server on this machine
 */
export function checkFeedAddress(text: string, allowLoopback: boolean): CheckedAddress {
  const written = text.trim().replace(/^feed:(\/\/)?(?=https?:)/i, '');
  const url = URL.canParse(written) ? new URL(written) : null;
  if (!url || !isWebAddress(url) || url.href.length > LONGEST_FEED_ADDRESS) {
    return { ok: false, reason: 'bad-address' };
  }
  url.hash = '';
  const host = hostOf(url);
  const isInner = isIP(host) ? !isPublicAddress(host) : isInnerName(host);
  const mayStay = allowLoopback && isLoopback(host);
  if (isInner && !mayStay) return { ok: false, reason: 'private-address' };
  return { ok: true, url };
}

/** Without the brackets of IPv6. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function isWebAddress(url: URL): boolean {
  const port = url.port === '' ? WEB_PORTS[url.protocol] : Number(url.port);
  if (port === undefined || url.username !== '' || url.password !== '') return false;
  if (!(url.protocol in WEB_PORTS)) return false;
  return port >= FIRST_FREE_PORT || port === 80 || port === 443;
}

/**
 * A link of a feed as it may be opened later, always `https:`; a site that has no such page says so in
 * the browser. Null for everything that is no address of the web.
 */
export function externalLink(link: string, base: string | null, feed: URL): string | null {
  const from = base !== null && URL.canParse(base, feed.href) ? new URL(base, feed) : feed;
  const url = URL.canParse(link, from.href) ? new URL(link, from) : null;
  if (!url || !(url.protocol in WEB_PORTS) || url.username !== '' || url.password !== '')
    return null;
  if (url.protocol === 'http:') url.protocol = 'https:';
  return url.href.length <= 2048 ? url.href : null;
}
