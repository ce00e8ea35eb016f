import { YamlFault, type YamlNode } from './yaml-node';

const DEEPEST = 16;
const ESCAPES: Readonly<Record<string, string>> = {
  ...{ n: '\n', t: '\t', r: '\r', '0': '\0', '"': '"', '\\': '\\', '/': '/', ' ': ' ' },
};
/** Anchors, aliases, tags, block texts and reserved signs: none of them stands in such a file. */
const NOT_READ = /^[&*!|>%@`?]/;

/** Reads one value on a line: `[NVDA, "2513.HK"]`, `{symbol: AMD, quantity: 1}`, `'text'`, `text # comment`. */
export class YamlFlow {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly line: number,
  ) {}

  /** @throws YamlFault */
  read(): YamlNode {
    const node = this.value(0, false);
    this.blanks();
    const isRest = this.at < this.text.length && this.text[this.at] !== '#';
    return isRest ? this.fail() : node;
  }

  private value(depth: number, isInside: boolean): YamlNode {
    if (depth > DEEPEST) return this.fail();
    this.blanks();
    const sign = this.text[this.at];
    if (sign === '[') return this.list(depth);
    if (sign === '{') return this.map(depth);
    return { kind: 'scalar', text: this.scalar(isInside), line: this.line };
  }

  private list(depth: number): YamlNode {
    const items: YamlNode[] = [];
    this.at++;
    while (!this.closes(']')) {
      items.push(this.value(depth + 1, true));
      this.separator(']');
    }
    return { kind: 'list', items, line: this.line };
  }

  private map(depth: number): YamlNode {
    const entries: (readonly [string, YamlNode])[] = [];
    this.at++;
    while (!this.closes('}')) {
      this.blanks();
      const key = this.scalar(true);
      this.blanks();
      if (this.text[this.at] !== ':') return this.fail();
      this.at++;
      entries.push([key, this.value(depth + 1, true)]);
      this.separator('}');
    }
    return { kind: 'map', entries, line: this.line };
  }

  private closes(sign: string): boolean {
    this.blanks();
    if (this.at >= this.text.length) this.fail();
    if (this.text[this.at] !== sign) return false;
    this.at++;
    return true;
  }

  private separator(closing: string): void {
    this.blanks();
    if (this.text[this.at] === ',') this.at++;
    else if (this.text[this.at] !== closing) this.fail();
  }

  private scalar(isInside: boolean): string {
    const sign = this.text[this.at];
    if (sign === '"') return this.doubleQuoted();
    if (sign === "'") return this.singleQuoted();
    const rest = this.text.slice(this.at);
    if (NOT_READ.test(rest)) return this.fail();
    // A colon ends a plain text only where a blank or the end stands behind it: `HKEX:2513` is one.
    const end = rest.search(isInside ? /[,[\]{}]|:(?=\s|$)|\s#/ : /\s#|$/);
    const plain = end < 0 ? rest : rest.slice(0, end);
    this.at += plain.length;
    return plain.trim();
  }

  private singleQuoted(): string {
    const [whole, text = ''] = /^'((?:[^']|'')*)'/.exec(this.text.slice(this.at)) ?? [];
    if (whole === undefined) return this.fail();
    this.at += whole.length;
    return text.replaceAll("''", "'");
  }

  private doubleQuoted(): string {
    const [whole, text = ''] = /^"((?:[^"\\]|\\.)*)"/.exec(this.text.slice(this.at)) ?? [];
    if (whole === undefined) return this.fail();
    this.at += whole.length;
    return text.replace(
      /\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))/g,
      (_all, wide, narrow, sign) => {
        const code = (wide ?? narrow) as string | undefined;
        if (code !== undefined) return String.fromCharCode(parseInt(code, 16));
        return ESCAPES[sign as string] ?? this.fail();
      },
    );
  }

  private blanks(): void {
    while (/\s/.test(this.text[this.at] ?? '')) this.at++;
  }

  private fail(): never {
    throw new YamlFault(this.line);
  }
}
