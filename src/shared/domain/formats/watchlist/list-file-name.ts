import { cleanLine } from '../../announcement/curation/clean-text';
import { cutText } from './cut-text';
import { LIST_EXTENSIONS, type WrittenListFormat } from './list-format';
import { LIST_LIMITS } from './list-limits';

const EXTENSION = /(\.tapeout)?\.(json|txt|csv|tsv|blk|ya?ml)(\.gz)?$/i;
/** TradingView puts five hexadecimal digits behind the name. */
const TRADINGVIEW_MARK = /_(?=[0-9a-f]*\d)[0-9a-f]{5}(?=\.txt$)/i;
/** What no file system, or not each of them, allows in a name. */
const NOT_IN_NAMES = /[\p{Cc}<>:"/\\|?*]/gu;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** What a list is called after its file; empty where the name says nothing. */
export function listNameOf(fileName: string): string {
  const bare = fileName.replace(/^.*[\\/]/, '').replace(TRADINGVIEW_MARK, '');
  return cutText(cleanLine(bare.replace(EXTENSION, '').normalize('NFC')), LIST_LIMITS.name);
}

/** A name for the file of a list. */
export function listFileName(name: string, format: WrittenListFormat): string {
  const safe = name
    .replace(NOT_IN_NAMES, '-')
    .replace(/^\.+|[. ]+$/g, '')
    .trim();
  const usable = RESERVED.test(safe) ? `_${safe}` : safe;
  return `${usable === '' ? 'list' : usable}.${LIST_EXTENSIONS[format]}`;
}
