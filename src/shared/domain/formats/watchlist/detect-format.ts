import { IBKR_LINE } from './ibkr-parser';
import type { FormatGuess, ListFormat } from './list-format';
import { isMotiveWaveHeader, isMotiveWaveRow } from './table/motivewave-columns';
import { PLAIN_DIALECT } from './table/table-dialect';
import { isYahooHeader } from './table/yahoo-columns';
import { TAPEOUT_LIST } from './tapeout/tapeout-list';
import { TONGDAXIN_LINE } from './tongdaxin-parser';

/** Lines of the beginning that are looked at. */
const LOOKED_AT = 200;
const LONGEST_LINE = 4_096;
const VENUE_TOKEN = /^[A-Z][A-Z0-9_]{1,11}:[^\s,:]+$/;
const TICKER_KEY = /^(watchlist|groups|lots|holdings)\s*:/;
const SEPARATOR = /[,;\t|]/;

type Rule = (text: DetectedText) => number;

interface DetectedText {
  readonly head: string;
  readonly lines: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly extension: string;
}

const RULES: Readonly<Record<ListFormat, Rule>> = {
  tapeout: ({ head, extension }) => {
    if (!head.trimStart().startsWith('{')) return 0;
    return head.includes(`"${TAPEOUT_LIST}"`) ? 1 : extension === 'json' ? 0.5 : 0.3;
  },
  tradingview: ({ head, lines, extension }) => {
    if (/(^|[,\r\n])\s*###/.test(head)) return 0.95;
    const tokens = lines.flatMap((line) => line.split(',')).map((token) => token.trim());
    const named = shareOf(tokens, (token) => VENUE_TOKEN.test(token));
    return named > 0.5 ? 0.9 : extension === 'txt' && named > 0 ? 0.6 : 0;
  },
  yahoo: ({ rows }) => (rows.some(isYahooHeader) ? 1 : 0),
  csv: ({ rows, lines, extension }) => {
    const isTable = extension === 'csv' || extension === 'tsv';
    if (rows.some(PLAIN_DIALECT.isHeader)) return 0.85;
    const widths = rows.map(({ length }) => length);
    const isRegular = lines.length > 1 && new Set(widths).size === 1 && (widths[0] ?? 0) > 1;
    return isTable ? 0.7 : isRegular ? 0.45 : 0;
  },
  tongdaxin: ({ lines, extension }) => {
    const share = shareOf(lines, (line) => TONGDAXIN_LINE.test(line.trim()));
    return share > 0.5 ? 0.97 : extension === 'blk' ? 0.8 : 0;
  },
  ibkr: ({ lines }) => (shareOf(lines, (line) => IBKR_LINE.test(line.trim())) > 0.5 ? 1 : 0),
  motivewave: ({ rows }) => {
    if (rows.some(isMotiveWaveHeader)) return 0.98;
    return shareOf(rows, isMotiveWaveRow) > 0.5 ? 0.8 : 0;
  },
  ticker: ({ lines, extension }) => {
    if (lines.some((line) => TICKER_KEY.test(line))) return 0.95;
    return /^ya?ml$/.test(extension) ? 0.6 : 0;
  },
  text: () => 0.2,
};

/**
 * What a text may be, by its beginning and the name of its file, the likeliest first; never empty, for
 * any text may have been pasted.
 *
 * @param fileName - null for what was pasted
 */
export function detectListFormat(head: string, fileName: string | null): readonly FormatGuess[] {
  const lines = head
    .split(/\r\n?|\n/, LOOKED_AT)
    .map((line) => line.slice(0, LONGEST_LINE))
    .filter((line) => line.trim() !== '');
  const rows = lines.map((line) => cellsOf(line));
  const name = fileName?.toLowerCase().replace(/\.gz$/, '') ?? '';
  const extension = name.includes('.') ? name.slice(name.lastIndexOf('.') + 1) : '';
  const text = { head, lines, rows, extension };
  return Object.entries(RULES)
    .map(([format, rule]) => ({ format: format as ListFormat, confidence: rule(text) }))
    .filter(({ confidence }) => confidence > 0)
    .sort((one, other) => other.confidence - one.confidence);
}

/** Cells without looking at quotes within: enough to know a header. */
function cellsOf(line: string): readonly string[] {
  const separator = SEPARATOR.exec(line)?.[0] ?? ',';
  return line.split(separator, 64).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}

function shareOf<Each>(all: readonly Each[], holds: (each: Each) => boolean): number {
  return all.length === 0 ? 0 : all.filter(holds).length / all.length;
}
