import { YamlFlow } from './yaml-flow';
import { YamlFault, type YamlNode } from './yaml-node';

interface YamlLine {
  readonly line: number;
  readonly indent: number;
  /** Without the indentation. */
  readonly text: string;
}

const DEEPEST = 16;
const ITEM = /^-(?:\s+(.*))?$/s;
const OPEN = /[[{]/g;
const CLOSE = /[\]}]/g;

/**
 * The part of YAML in which lists of symbols are written: maps and lists by indentation or in brackets,
 * quoted and plain texts, comments. Everything else (anchors and what repeats them, tags, texts over
 * several lines, several documents) is refused and not guessed.
 *
 * @throws YamlFault
 */
export function readYaml(text: string): YamlNode {
  return new BlockReader(joinFlows(significantLines(text))).document();
}

class BlockReader {
  private at = 0;

  constructor(private readonly lines: YamlLine[]) {}

  document(): YamlNode {
    const [first] = this.lines;
    if (first === undefined) return { kind: 'map', entries: [], line: 1 };
    const node = this.block(first.indent, 0);
    const rest = this.lines[this.at];
    if (rest !== undefined) throw new YamlFault(rest.line);
    return node;
  }

  private block(indent: number, depth: number): YamlNode {
    const first = this.lines[this.at] as YamlLine;
    if (depth > DEEPEST) throw new YamlFault(first.line);
    if (ITEM.test(first.text)) return this.list(indent, depth);
    if (splitKey(first.text) !== null) return this.map(indent, depth);
    this.at++;
    return new YamlFlow(first.text, first.line).read();
  }

  private list(indent: number, depth: number): YamlNode {
    const items: YamlNode[] = [];
    const { line } = this.lines[this.at] as YamlLine;
    for (let next = this.lines[this.at]; next?.indent === indent; next = this.lines[this.at]) {
      const [found, inner = ''] = ITEM.exec(next.text) ?? [];
      if (found === undefined) break;
      items.push(this.item(next, inner, depth));
    }
    return { kind: 'list', items, line };
  }

  /** What stands behind the dash begins a block of its own: `- name: chips`. */
  private item(own: YamlLine, inner: string, depth: number): YamlNode {
    if (inner === '' || inner.startsWith('#')) {
      this.at++;
      return this.below(own, own.indent + 1, depth);
    }
    const indent = own.indent + own.text.length - inner.length;
    this.lines[this.at] = { line: own.line, indent, text: inner };
    return this.block(indent, depth + 1);
  }

  private map(indent: number, depth: number): YamlNode {
    const entries: (readonly [string, YamlNode])[] = [];
    const { line } = this.lines[this.at] as YamlLine;
    for (let next = this.lines[this.at]; next?.indent === indent; next = this.lines[this.at]) {
      const found = splitKey(next.text);
      if (found === null) break;
      const [key, value] = found;
      this.at++;
      const isBelow = value === '' || value.startsWith('#');
      entries.push([
        plainKey(key, next.line),
        isBelow ? this.below(next, indent, depth) : new YamlFlow(value, next.line).read(),
      ]);
    }
    return { kind: 'map', entries, line };
  }

  /** The block below a key or a dash; a list may stand as far to the left as its key. */
  private below(own: YamlLine, least: number, depth: number): YamlNode {
    const next = this.lines[this.at];
    const isOwn =
      next !== undefined &&
      (next.indent > own.indent || (next.indent >= least && ITEM.test(next.text)));
    if (!isOwn) return { kind: 'scalar', text: '', line: own.line };
    return this.block(next.indent, depth + 1);
  }
}

/** Key and value of a line; null where the line has no key. */
function splitKey(text: string): readonly [key: string, value: string] | null {
  const quoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.exec(text)?.[0];
  if (quoted === undefined && /^[[{#]/.test(text)) return null;
  const colon = quoted === undefined ? text.search(/:(?:\s|$)/) : quoted.length;
  if (colon < 0 || !/^:(?:\s|$)/.test(text.slice(colon, colon + 2))) return null;
  return [text.slice(0, colon), text.slice(colon + 1).trimStart()];
}

function plainKey(key: string, line: number): string {
  const node = new YamlFlow(key, line).read();
  return node.kind === 'scalar' ? node.text : '';
}

function significantLines(text: string): readonly YamlLine[] {
  const lines = text.split(/\r\n?|\n/).map((raw, index) => {
    const body = raw.trimStart();
    return { line: index + 1, indent: raw.length - body.length, text: body.trimEnd(), raw };
  });
  const start = lines.findIndex(({ text: body }) => body === '---');
  return lines.slice(start + 1).filter(({ text: body, raw, line }) => {
    if (body === '' || body.startsWith('#')) return false;
    if (body === '---' || body === '...' || /^ *\t/.test(raw)) throw new YamlFault(line);
    return true;
  });
}

/** Brackets that close on a later line, as one line. */
function joinFlows(lines: readonly YamlLine[]): YamlLine[] {
  const joined: YamlLine[] = [];
  let open: YamlLine | null = null;
  let parts: string[] = [];
  let depth = 0;
  for (const next of lines) {
    const plain = withoutTexts(next.text);
    depth += (plain.match(OPEN)?.length ?? 0) - (plain.match(CLOSE)?.length ?? 0);
    open ??= next;
    parts.push(depth > 0 || parts.length > 0 ? plainComment(next.text) : next.text);
    if (depth > 0) continue;
    joined.push({ ...open, text: parts.join(' ') });
    open = null;
    parts = [];
    depth = 0;
  }
  if (open !== null) throw new YamlFault((open as YamlLine).line);
  return joined;
}

/** Without what is quoted or commented, in which brackets mean nothing. */
function withoutTexts(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/g, '').replace(/(^|\s)#.*$/, '');
}

function plainComment(text: string): string {
  return text.replace(
    /("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')|\s#.*$/g,
    (all, quoted: string | undefined) => (quoted === undefined ? '' : all),
  );
}
