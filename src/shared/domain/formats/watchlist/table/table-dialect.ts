import { brokerSpellings } from '../broker-exchanges';
import type { ListColumn } from '../list-plan';
import { columnsOfHeader } from './column-words';
import { isMotiveWaveHeader, isMotiveWaveRow, motiveWaveColumns } from './motivewave-columns';
import type { ExchangeSpellings } from './table-row';
import { isYahooHeader, yahooColumns } from './yahoo-columns';

/** What differs between the tables that lists come in. */
export interface TableDialect {
  readonly isHeader: (cells: readonly string[]) => boolean;
  readonly columns: (header: readonly string[]) => readonly ListColumn[];
  /** The columns of a table without a header. */
  readonly bareColumns: (
    rows: readonly (readonly string[])[],
    likelihood: (text: string) => number,
  ) => readonly ListColumn[];
  readonly spellings: ExchangeSpellings;
  /** What is kept of a code at an exchange that nobody knows. */
  readonly written: (code: string, exchange: string) => string;
  /** Whether `3/4/2025` is the 4th of March; null where nobody knows. */
  readonly monthFirst: true | null;
  /** Whether a column without a role holds something of the user. */
  readonly namesLeftOut: boolean;
}

export const YAHOO_DIALECT: TableDialect = {
  isHeader: isYahooHeader,
  columns: yahooColumns,
  bareColumns: () => ['symbol'],
  spellings: (code) => [code],
  written: (code) => code,
  monthFirst: true,
  namesLeftOut: false,
};

export const MOTIVEWAVE_DIALECT: TableDialect = {
  isHeader: isMotiveWaveHeader,
  columns: motiveWaveColumns,
  bareColumns: () => motiveWaveColumns([]),
  spellings: brokerSpellings,
  written: venueSymbol,
  monthFirst: null,
  namesLeftOut: false,
};

export const PLAIN_DIALECT: TableDialect = {
  isHeader: (cells) => {
    if (isMotiveWaveRow(cells)) return false;
    const columns = columnsOfHeader(cells);
    const known = columns.filter((column) => column !== 'ignored').length;
    return columns.includes('symbol') || (columns.includes('name') && known >= 2);
  },
  columns: columnsOfHeader,
  bareColumns: (rows, likelihood) =>
    rows.some(isMotiveWaveRow) ? motiveWaveColumns([]) : likeliestSymbols(rows, likelihood),
  spellings: exchangeSpellings,
  written: (code, exchange) => (code.includes(':') ? code : venueSymbol(code, exchange)),
  monthFirst: null,
  namesLeftOut: true,
};

function venueSymbol(code: string, exchange: string): string {
  return exchange === '' || code === '' ? code : `${exchange}:${code}`;
}

/** The exchange may be any code or name of it: a prefix, a suffix, Bloomberg's, a broker's. */
function exchangeSpellings(code: string, exchange: string): readonly string[] {
  if (exchange === '') return [code];
  const joined = [`${exchange}:${code}`, `${code}.${exchange}`, `${code} ${exchange}`];
  return [
    code.includes(':') ? code : '',
    ...joined,
    ...brokerSpellings(code, exchange),
    code,
  ].filter((text) => text !== '');
}

function likeliestSymbols(
  rows: readonly (readonly string[])[],
  likelihood: (text: string) => number,
): readonly ListColumn[] {
  const width = Math.max(0, ...rows.map(({ length }) => length));
  const hits = Array.from({ length: width }, (_, column) =>
    rows.reduce((sum, cells) => sum + likelihood(cells[column] ?? ''), 0),
  );
  const best = Math.max(0, hits.indexOf(Math.max(0, ...hits)));
  return hits.map((_hit, column) => (column === best ? 'symbol' : 'ignored'));
}
