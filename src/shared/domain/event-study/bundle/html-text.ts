/** A piece of a page; made by the functions of this file, so that no text gets in unescaped. */
export interface Html {
  readonly html: string;
}

export type HtmlPart = Html | string | null | readonly HtmlPart[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** Characters that HTML does not allow, and those that turn the direction of text. */
const UNWANTED = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]/g;

export function escapeText(text: string): string {
  return text.replace(UNWANTED, '\ufffd').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** An element with escaped attributes and children; an attribute that is null is left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | null>>,
  ...children: readonly HtmlPart[]
): Html {
  const written = Object.entries(attributes)
    .map(([key, value]) => (value === null ? '' : ` ${key}="${escapeText(String(value))}"`))
    .join('');
  const inner = htmlOf(children);
  return { html: VOID.has(name) ? `<${name}${written}>` : `<${name}${written}>${inner}</${name}>` };
}

const VOID = new Set(['input', 'meta']);

export function htmlOf(part: HtmlPart): string {
  if (part === null) return '';
  if (typeof part === 'string') return escapeText(part);
  return 'html' in part ? part.html : part.map(htmlOf).join('');
}

/** A table with a row of heads; a column stands right where its first cell is a number's text. */
export function table(heads: readonly string[], rows: readonly (readonly HtmlPart[])[]): Html {
  const styles = heads.map((_, column) => numeric(rows[0]?.[column] ?? null));
  const row = (cells: readonly HtmlPart[], name: 'th' | 'td'): Html =>
    element(
      'tr',
      {},
      cells.map((cell, column) => element(name, { class: styles[column] ?? null }, cell)),
    );
  return element(
    'div',
    { class: 'wide' },
    element(
      'table',
      {},
      element('thead', {}, row(heads, 'th')),
      element(
        'tbody',
        {},
        rows.map((cells) => row(cells, 'td')),
      ),
    ),
  );
}

function numeric(cell: HtmlPart): string | null {
  return typeof cell === 'string' && /^[-\u00b1\u2212]? ?[\d.]+ ?%?$/.test(cell) ? 'n' : null;
}

/** A link to the web; any other address stands as text. */
export function link(text: string, url: string): Html {
  return /^https?:\/\//.test(url)
    ? element('a', { href: url, rel: 'noopener noreferrer' }, text)
    : element('span', {}, text);
}

const MINUS = '\u2212';

/** A fraction as a percentage with two decimals; a dash for what is not defined. */
export function percent(value: number | null): string {
  return value === null ? '\u2013' : signed((value * 100).toFixed(2), ' %');
}

/** A statistic with as many decimals. */
export function decimal(value: number | null, decimals = 2): string {
  return value === null ? '\u2013' : signed(value.toFixed(decimals), '');
}

/** A p value; the smallest ones as a bound. */
export function probability(value: number | null): string {
  if (value === null) return '\u2013';
  return value < 0.0001 ? '< 0.0001' : value.toFixed(4);
}

function signed(text: string, unit: string): string {
  const isZero = /^-?0(\.0*)?$/.test(text);
  const digits = text.replace('-', '');
  return `${text.startsWith('-') && !isZero ? MINUS : ''}${digits}${unit}`;
}
