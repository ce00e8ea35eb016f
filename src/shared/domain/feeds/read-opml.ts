import { plainText } from './plain-text';
import type { XmlNode } from './xml-node';
import { LONGEST_FEED_TITLE } from './feed';

/** One feed of a list of feeds. */
export interface OpmlFeed {
  /** As written; nobody has looked at it. */
  readonly address: string;
  /** Empty where the list gives no name. */
  readonly title: string;
}

/**
 * The feeds of an OPML document, whatever folders they are sorted in, each address once.
 *
 * @returns null where the document is no OPML
 */
export function readOpml(root: XmlNode): readonly OpmlFeed[] | null {
  if (root.name !== 'opml') return null;
  const byAddress = new Map<string, OpmlFeed>();
  const visit = (node: XmlNode): void => {
    const address = node.name === 'outline' ? (node.attributes['xmlurl'] ?? '').trim() : '';
    if (address !== '' && !byAddress.has(address)) {
      const name = node.attributes['title'] ?? node.attributes['text'] ?? '';
      byAddress.set(address, { address, title: plainText(name, LONGEST_FEED_TITLE) });
    }
    node.children.forEach(visit);
  };
  visit(root);
  return [...byAddress.values()];
}
