import { SaxesParser } from 'saxes';
import type { FeedFailureReason } from '../../src/shared/domain/feeds/feed';
import { MOST_ITEMS } from '../../src/shared/domain/feeds/read-feed';
import type { XmlNode } from '../../src/shared/domain/feeds/xml-node';

const DEEPEST = 32;
const MOST_ELEMENTS = 60_000;
const MOST_ATTRIBUTES = 64;
/** Of one element; a reader sees far less. */
const LONGEST_TEXT = 64_000;
const PIECE = 32_768;

/** Not allowed in XML 1.0 at all; feeds hold them all the same. */
const NO_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const BARE = /&(?!(?:#\d{1,8}|#x[\da-f]{1,8}|[a-z][a-z\d]{0,30});)|<(?=[\s\d=])/gi;
const CDATA_OPEN = '<![CDATA[';
const CDATA_CLOSE = ']]>';

export type XmlReading =
  | { readonly ok: true; readonly root: XmlNode }
  | {
      readonly ok: false;
      readonly reason: Extract<
        FeedFailureReason,
        'not-a-feed' | 'entities' | 'too-deep' | 'too-large'
      >;
    };

interface OpenNode extends XmlNode {
  readonly attributes: Record<string, string>;
  readonly children: OpenNode[];
  text: string;
}

/**
 * A tree of what an XML document holds. Feeds are often not well-formed: what is wrong is passed over
 * as far as it goes, and what was cut off ends where it ends. No entity is expanded but the five of XML
 * and characters by number; a document that defines entities of its own is refused, and no document
 * leads to another one. Beyond the last item that anybody wants nothing is read.
 */
export function readXml(text: string): XmlReading {
  return new TreeBuilder().read(escapeBare(text.replace(NO_XML, '')));
}

/**
 * Signs that begin nothing, as in `R&D` and `3 < 5`: the parser would look for the end of it through the
 * whole document. Those of CDATA sections mean nothing else and stay.
 */
function escapeBare(text: string): string {
  let escaped = '';
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf(CDATA_OPEN, at);
    const close = open < 0 ? -1 : text.indexOf(CDATA_CLOSE, open);
    const end = close < 0 ? text.length : close + CDATA_CLOSE.length;
    escaped += text
      .slice(at, open < 0 ? end : open)
      .replace(BARE, (sign) => (sign === '&' ? '&amp;' : '&lt;'));
    if (open >= 0) escaped += text.slice(open, end);
    at = end;
  }
  return escaped;
}

class TreeBuilder {
  private readonly parser = new SaxesParser({ position: false, xmlns: false });
  private readonly open: OpenNode[] = [];
  private root: OpenNode | null = null;
  private refused: Extract<XmlReading, { readonly ok: false }>['reason'] | null = null;
  private isEnough = false;
  private elements = 0;
  private items = 0;

  read(text: string): XmlReading {
    const { parser } = this;
    parser.on('error', () => undefined);
    parser.on('doctype', (doctype) => this.doctype(doctype));
    parser.on('opentag', ({ name, attributes }) => this.enter(name, attributes));
    parser.on('closetag', ({ name }) => this.leave(name));
    parser.on('text', (piece) => this.say(piece));
    parser.on('cdata', (piece) => this.say(piece));
    for (let at = 0; at < text.length && this.refused === null && !this.isEnough; at += PIECE) {
      parser.write(text.slice(at, at + PIECE));
    }
    if (this.refused !== null) return { ok: false, reason: this.refused };
    return this.root ? { ok: true, root: this.root } : { ok: false, reason: 'not-a-feed' };
  }

  private doctype(doctype: string): void {
    // A name of the kind and where it is described do no harm; nobody goes there.
    if (/\[|<!|entity/i.test(doctype)) this.refused = 'entities';
  }

  private enter(qualified: string, attributes: Readonly<Record<string, string>>): void {
    if (this.refused !== null || this.isEnough) return;
    this.elements += 1;
    if (this.open.length >= DEEPEST) this.refused = 'too-deep';
    else if (this.elements > MOST_ELEMENTS) this.refused = 'too-large';
    else this.add(this.nodeOf(qualified, attributes));
  }

  private nodeOf(qualified: string, attributes: Readonly<Record<string, string>>): OpenNode {
    const lower = Object.entries(attributes)
      .slice(0, MOST_ATTRIBUTES)
      .map(([name, value]) => [name.toLowerCase(), value]);
    return {
      name: withoutRootPrefix(qualified.toLowerCase(), this.root?.name ?? ''),
      attributes: Object.fromEntries(lower),
      children: [],
      text: '',
    };
  }

  private add(node: OpenNode): void {
    const parent = this.open.at(-1);
    if (parent) parent.children.push(node);
    else this.root ??= node;
    this.open.push(node);
  }

  private leave(qualified: string): void {
    if (this.refused !== null || this.isEnough) return;
    const node = this.open.pop();
    const name = qualified.toLowerCase();
    if (node && (name.endsWith('item') || name.endsWith('entry'))) this.items += 1;
    if (this.items >= MOST_ITEMS) this.isEnough = true;
    // What of a child is read is read of its parent as well: Atom holds whole pages as elements.
    const parent = this.open.at(-1);
    if (node && parent) append(parent, node.text);
  }

  private say(piece: string): void {
    const node = this.open.at(-1);
    if (node && this.refused === null && !this.isEnough) append(node, piece);
  }
}

function append(node: OpenNode, piece: string): void {
  if (node.text.length < LONGEST_TEXT) node.text += piece.slice(0, LONGEST_TEXT - node.text.length);
}

/** `atom:entry` below `atom:feed` is an `entry`. */
function withoutRootPrefix(name: string, root: string): string {
  if (root === '') return /^[a-z0-9]+:(feed|opml|rss)$/.exec(name)?.[1] ?? name;
  return name.startsWith('atom:') && root === 'feed' ? name.slice('atom:'.length) : name;
}
