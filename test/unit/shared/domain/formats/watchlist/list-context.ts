import type { InstrumentId } from '../../../../../../src/shared/domain/instrument/instrument';
import { createSymbolResolver } from '../../../../../../src/shared/domain/instrument/resolve-symbol';
import { documentOf } from '../../../../../../src/shared/domain/formats/watchlist/list-document';
import type { WrittenListFormat } from '../../../../../../src/shared/domain/formats/watchlist/list-format';
import type { ListWish } from '../../../../../../src/shared/domain/formats/watchlist/list-plan';
import { ListReader } from '../../../../../../src/shared/domain/formats/watchlist/list-reader';
import type {
  ListReading,
  ListResult,
  ListRow,
} from '../../../../../../src/shared/domain/formats/watchlist/list-reading';
import { createListSpelling } from '../../../../../../src/shared/domain/formats/watchlist/write/list-spelling';
import { writeList } from '../../../../../../src/shared/domain/formats/watchlist/write/write-list';
import type { WatchlistDocument } from '../../../../../../src/shared/domain/watchlist/watchlist-document';
import { catalogue } from '../../../../../helpers/announcement-set';
import { EXCHANGES } from '../../instrument/symbol-context';

export const resolver = createSymbolResolver(EXCHANGES, catalogue);
export const spelling = createListSpelling(EXCHANGES, resolver, catalogue);
export { catalogue };

export interface Reading {
  readonly fileName?: string | null;
  readonly wish?: ListWish;
  readonly choices?: ReadonlyMap<string, InstrumentId>;
  /** Characters of each piece; the whole text at once by default. */
  readonly piece?: number;
}

export function readText(text: string, options: Reading = {}): ListResult {
  const { fileName = null, wish = {}, choices = new Map(), piece = text.length } = options;
  const reader = new ListReader({ fileName, wish, choices, resolver });
  for (let at = 0; at < text.length; at += Math.max(1, piece))
    reader.push(text.slice(at, at + piece));
  return reader.finish();
}

/** The reading of a text that is a list. */
export function read(text: string, options: Reading = {}): ListReading {
  const result = readText(text, options);
  if (!result.ok) throw new Error(`no list: ${result.reason}`);
  return result.reading;
}

export function write(format: WrittenListFormat, document: WatchlistDocument) {
  return writeList(format, document, spelling);
}

/** What a list is once it has been written and read again. */
export function returned(
  format: WrittenListFormat,
  document: WatchlistDocument,
): WatchlistDocument {
  const { text } = write(format, document);
  if (text === '') return { name: document.name, sections: [] };
  const result = readText(text, { wish: { format } });
  if (!result.ok) {
    if (result.reason === 'empty') return { name: document.name, sections: [] };
    throw new Error(`${format}: ${result.reason}`);
  }
  return documentOf(result.reading, result.reading.name ?? document.name);
}

/** A row in short: `2 XHKG:02513 valid`. */
export function short({ line, item, verdict }: ListRow): string {
  return `${line} ${item?.symbol ?? '-'} ${verdict.kind}`;
}

export function shortRows({ rows }: ListReading): readonly string[] {
  return rows.map(short);
}
