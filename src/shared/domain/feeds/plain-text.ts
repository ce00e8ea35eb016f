import { decodeEntities } from './html-entities';

/** Text that is escaped more often than this was made to be in the way. */
const MOST_PASSES = 6;

/** Their text is no text for a reader. */
const UNSPOKEN = new Set([
  ...['script', 'style', 'template', 'noscript', 'iframe', 'svg', 'math', 'object', 'head'],
  ...['textarea', 'select', 'xmp', 'noembed', 'noframes'],
]);

/** They stand inside a word; all others part what is before from what is behind. */
const INLINE = new Set([
  ...['a', 'abbr', 'b', 'bdi', 'bdo', 'cite', 'code', 'em', 'font', 'i', 'ins', 'mark', 'q', 's'],
  ...['small', 'span', 'strong', 'sub', 'sup', 'u', 'wbr'],
]);

const SPACES = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;
/** Marks that turn the direction of text around, are not seen, or stand for no character. */
const UNSEEN =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}\p{Cs}\p{Co}]/gu;

/**
 * What a reader would see of HTML, on one line. There is no tag, no reference, no control character and
 * no mark of direction left in it, however often they were escaped, and cleaning it again changes
 * nothing. It is to be shown as text, never as markup.
 *
 * @param mostCharacters - what is longer ends in an ellipsis
 */
export function plainText(html: string, mostCharacters: number): string {
  // Markup may be long before the text begins; beyond this nobody reads.
  let text = tidy(html.slice(0, mostCharacters * 8 + 1000));
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const next = tidy(decodeEntities(withoutTags(text)));
    if (next === text) return shorten(text, mostCharacters);
    text = next;
  }
  return shorten(tidy(text.replace(/[<&]/g, ' ')), mostCharacters);
}

function tidy(text: string): string {
  return text.replace(UNSEEN, '').replace(SPACES, ' ').trim();
}

function shorten(text: string, mostCharacters: number): string {
  const characters = [...text];
  if (characters.length <= mostCharacters) return text;
  return `${characters
    .slice(0, mostCharacters - 1)
    .join('')
    .trimEnd()}…`;
}

/** One pass over the text: what begins like a tag and does not end goes to the end, as in browsers. */
function withoutTags(html: string): string {
  if (!html.includes('<')) return html;
  const lower = html.toLowerCase();
  let text = '';
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) return text + html.slice(at);
    text += html.slice(at, open);
    const name = tagNameAt(lower, open + 1);
    if (name === null) {
      text += '<';
      at = open + 1;
      continue;
    }
    if (!INLINE.has(name)) text += ' ';
    at = endOfTag(lower, open, name);
  }
  return text;
}

/** The name of what begins behind a `<`, `!` for comments and the like; null where nothing does. */
function tagNameAt(lower: string, index: number): string | null {
  const first = lower[index] ?? '';
  if (first === '!' || first === '?') return '!';
  const start = first === '/' ? index + 1 : index;
  const name = /^[a-z][a-z0-9:-]{0,40}/.exec(lower.slice(start, start + 41))?.[0];
  return name ?? (first === '/' ? '!' : null);
}

function endOfTag(lower: string, open: number, name: string): number {
  const isComment = lower.startsWith('<!--', open);
  const end = isComment ? lower.indexOf('-->', open + 4) + 2 : lower.indexOf('>', open);
  if (end < open) return lower.length;
  if (!UNSPOKEN.has(name) || lower[open + 1] === '/' || lower[end - 1] === '/') return end + 1;
  const close = lower.indexOf(`</${name}`, end);
  const last = close < 0 ? -1 : lower.indexOf('>', close);
  return last < 0 ? lower.length : last + 1;
}
