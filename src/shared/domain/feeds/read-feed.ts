import { readFeedDate } from './feed-date';
import { plainText } from './plain-text';
import { childOf, childrenOf, type XmlNode } from './xml-node';

/** Further items of one answer are left out. */
export const MOST_ITEMS = 200;
const LONGEST_TITLE = 300;
const LONGEST_SUMMARY = 600;
const LONGEST_KEY = 500;

/** What a feed says, all texts plain. */
export interface ReadFeed {
  /** Empty where it has none. */
  readonly title: string;
  readonly home: string | null;
  /** In the feed's own order. */
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  /** What the feed knows the item by; unique within the answer. */
  readonly key: string;
  readonly title: string;
  readonly summary: string;
  readonly url: string | null;
  /** UTC milliseconds; null where there is none that can be read. */
  readonly publishedAt: number | null;
}

/** Resolves a link against the address of the feed; null for what may not be opened. */
export type ResolveLink = (link: string, base: string | null) => string | null;

/**
 * RSS 0.9x, 1.0 and 2.0 and Atom, by what they hold and not by what they claim to be.
 *
 * @returns null where the document is no feed
 */
export function readFeed(root: XmlNode, resolve: ResolveLink): ReadFeed | null {
  const channel = channelOf(root);
  if (channel === null) return null;
  const base = baseOf(root) ?? baseOf(channel);
  const items = itemsOf(root, channel).slice(0, MOST_ITEMS);
  const entries = items.flatMap((item) => entryOf(item, base, resolve) ?? []);
  const byKey = new Map(entries.toReversed().map((entry) => [entry.key, entry]));
  return {
    title: plainText(childOf(channel, 'title')?.text ?? '', 120),
    home: linkOf(channel, base, resolve),
    entries: entries.filter((entry) => byKey.get(entry.key) === entry),
  };
}

function channelOf(root: XmlNode): XmlNode | null {
  switch (root.name) {
    case 'feed':
      return root;
    case 'rss':
    case 'rdf:rdf':
      return childOf(root, 'channel') ?? null;
    default:
      return null;
  }
}

function itemsOf(root: XmlNode, channel: XmlNode): readonly XmlNode[] {
  if (root === channel) return childrenOf(root, 'entry');
  return [...childrenOf(channel, 'item'), ...childrenOf(root, 'item')];
}

function entryOf(item: XmlNode, inherited: string | null, resolve: ResolveLink): FeedEntry | null {
  const base = baseOf(item) ?? inherited;
  const body = childOf(item, 'description', 'summary', 'content:encoded', 'content')?.text ?? '';
  const told = plainText(
    childOf(item, 'title', 'dc:title', 'media:title')?.text ?? '',
    LONGEST_TITLE,
  );
  const title = told || plainText(body, 120);
  const url = linkOf(item, base, resolve);
  const key = childOf(item, 'guid', 'id')?.text.trim() || url || title;
  if (title === '') return null;
  const summary = plainText(body, LONGEST_SUMMARY);
  return {
    key: key.slice(0, LONGEST_KEY),
    title,
    summary: summary === title ? '' : summary,
    url,
    publishedAt: dateOf(item),
  };
}

const DATES = ['pubdate', 'published', 'dc:date', 'date', 'issued', 'updated', 'modified'];

function dateOf(item: XmlNode): number | null {
  for (const name of DATES) {
    const written = childOf(item, name)?.text;
    const moment = written === undefined ? null : readFeedDate(written);
    if (moment !== null) return moment;
  }
  return null;
}

/** The page that is meant: RSS writes its address as text, Atom as an attribute. */
function linkOf(node: XmlNode, base: string | null, resolve: ResolveLink): string | null {
  const links = node.children.filter(({ name }) => name === 'link' || name === 'atom:link');
  const candidates = [
    childOf(node, 'feedburner:origlink')?.text,
    links.find(({ text }) => text.trim() !== '')?.text,
    links.find(isAlternate)?.attributes['href'],
    permanentOf(childOf(node, 'guid')),
  ];
  for (const candidate of candidates) {
    const link = candidate?.trim() ?? '';
    const url = link === '' ? null : resolve(link, base);
    if (url !== null) return url;
  }
  return null;
}

function isAlternate({ attributes }: XmlNode): boolean {
  return attributes['href'] !== undefined && (attributes['rel'] ?? 'alternate') === 'alternate';
}

/** A name may be an address as well. */
function permanentOf(guid: XmlNode | undefined): string | undefined {
  if (guid?.attributes['ispermalink'] === 'false') return undefined;
  return /^\s*https?:/i.test(guid?.text ?? '') ? guid?.text : undefined;
}

function baseOf(node: XmlNode): string | null {
  return node.attributes['xml:base'] ?? null;
}
