import type {
  ListReading,
  ListRow,
  RowFault,
  RowVerdict,
  RowWarning,
} from '../../src/shared/domain/formats/watchlist/list-reading';
import type { ListLoss } from '../../src/shared/domain/formats/watchlist/list-writing';

/** Rows that are named one by one. */
const NAMED = 50;

/** What scripts get of an import, as one line of JSON. */
export interface ImportCounts {
  readonly name: string;
  /** Lines that are new in the list. */
  readonly added: number;
  /** Rows whose instrument the file or the list has already. */
  readonly duplicates: number;
  /** Rows that were taken with a warning. */
  readonly warnings: number;
  readonly invalid: number;
}

export interface ExportCounts {
  readonly name: string;
  readonly format: string;
  /** Items in the file. */
  readonly written: number;
  /** Items, texts and values that the format cannot carry. */
  readonly lost: number;
}

export function jsonLine(counts: ImportCounts | ExportCounts): string {
  return `${JSON.stringify(counts)}\n`;
}

/** The rows that are not simply taken, for people: `line 3: "FOO" is not known and kept as written`. */
export function rowWords({ rows, unreadRows, leftOut }: ListReading): string {
  const told = rows.filter(({ verdict }) => isTold(verdict));
  const lines = told.slice(0, NAMED).map(rowLine);
  const more = told.length - lines.length + unreadRows;
  const { names } = leftOut;
  return [
    ...lines,
    ...(more > 0 ? [`${more} more rows`] : []),
    ...(names.length > 0 ? [`not kept in a list: ${names.join(', ')}`] : []),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

export function lossWords(lost: readonly ListLoss[]): string {
  return lost
    .map(({ kind, count, examples }) => {
      const named = examples.length > 0 ? ` (${examples.join(', ')})` : '';
      return `not in the file: ${kind} ${count}${named}\n`;
    })
    .join('');
}

function isTold(verdict: RowVerdict): boolean {
  return verdict.kind === 'duplicate' ? verdict.warnings.length > 0 : verdict.kind !== 'valid';
}

function rowLine({ line, text, verdict }: ListRow): string {
  return `line ${line}: ${JSON.stringify(text)} ${verdictWords(verdict)}`;
}

function verdictWords(verdict: RowVerdict): string {
  if (verdict.kind === 'valid') return '';
  if (verdict.kind === 'invalid') return `is left out: ${faultWords(verdict.fault)}`;
  return verdict.warnings.map(warningWords).join('; ');
}

function faultWords(fault: RowFault): string {
  if ('longest' in fault) return `${fault.kind} (at most ${fault.longest})`;
  return 'most' in fault ? `${fault.kind} (at most ${fault.most})` : fault.kind;
}

function warningWords(warning: RowWarning): string {
  switch (warning.kind) {
    case 'unknown-symbol':
      return 'is not known and kept as written';
    case 'spread':
    case 'future':
      return `is a ${warning.kind} and kept as written`;
    case 'ambiguous': {
      const ids = warning.candidates.map(({ id }) => id).join(' or ');
      return `may mean ${ids} and is kept as written`;
    }
    case 'value-left-out':
      return `${warning.field} ${JSON.stringify(warning.value)} is left out`;
    case 'text-cut':
      return `${warning.field} is cut to ${warning.longest} characters`;
    case 'entries-left-out':
      return `${warning.field}: only the first ${warning.most} are kept`;
  }
}
