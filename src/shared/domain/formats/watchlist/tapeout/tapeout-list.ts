import type {
  DocumentItem,
  DocumentSection,
  WatchlistDocument,
} from '../../../watchlist/watchlist-document';

export const TAPEOUT_LIST = 'tapeout-watchlist';
export const TAPEOUT_LIST_VERSION = 1;

export interface DocumentJson {
  readonly format: typeof TAPEOUT_LIST;
  readonly version: typeof TAPEOUT_LIST_VERSION;
  readonly name: string;
  readonly sections: readonly SectionJson[];
}

interface SectionJson {
  readonly name: string | null;
  readonly items: readonly object[];
}

/** A list as `assets/watchlists/watchlist.schema.json` describes it: what is empty is left out. */
export function documentJson({ name, sections }: WatchlistDocument): DocumentJson {
  return {
    format: TAPEOUT_LIST,
    version: TAPEOUT_LIST_VERSION,
    name,
    sections: sections.map(sectionJson),
  };
}

function sectionJson({ name, items }: DocumentSection): SectionJson {
  return { name, items: items.map(itemJson) };
}

function itemJson({ symbol, written, note, flags, targets, lots }: DocumentItem): object {
  return {
    symbol,
    ...(written !== null && written !== symbol && { written }),
    ...(note !== '' && { note }),
    ...(flags.length > 0 && { flags }),
    ...(targets.length > 0 && { targets }),
    ...(lots.length > 0 && {
      lots: lots.map(({ quantity, price, currency, date, commission, comment }) => ({
        ...{ quantity, price, currency, date, commission },
        ...(comment !== '' && { comment }),
      })),
    }),
  };
}

/** The same as text, an item on each line, so that two versions of a list compare well. */
export function writeTapeoutList(document: WatchlistDocument): string {
  const { sections, ...head } = documentJson(document);
  const lines = Object.entries(head).map(([key, value]) => `  "${key}": ${JSON.stringify(value)},`);
  return `{\n${lines.join('\n')}\n  "sections": [${sections.map(sectionText).join(',')}]\n}\n`;
}

function sectionText({ name, items }: SectionJson): string {
  const lines = items.map((item) => `\n      ${JSON.stringify(item)}`);
  return `\n    {"name": ${JSON.stringify(name)}, "items": [${lines.join(',')}]}`;
}
