import type { ListColumn } from '../list-plan';
import { columnWord } from './column-words';

export const MOTIVEWAVE_HEADER = ['SYMBOL', 'EXCHANGE', 'TYPE', 'CURRENCY', 'MINTICK', 'TITLE'];
/** Their order where the file has no header. */
const USUAL: readonly ListColumn[] = [
  ...(['symbol', 'exchange', 'ignored', 'currency', 'ignored', 'name'] as const),
];
const TYPES = /^(STOCK|ETF|INDEX|FUTURE|OPTION|FOREX|FUND|CRYPTO|CFD|BOND|COMMODITY)S?$/i;

export function isMotiveWaveHeader(header: readonly string[]): boolean {
  const words = header.map((cell) => columnWord(cell).toUpperCase());
  return ['SYMBOL', 'EXCHANGE', 'TYPE', 'CURRENCY'].every((word) => words.includes(word));
}

/** True for a row as MotiveWave writes it, without any header above. */
export function isMotiveWaveRow(cells: readonly string[]): boolean {
  return cells.length >= 3 && cells.length <= 6 && TYPES.test(cells[2] ?? '');
}

export function motiveWaveColumns(header: readonly string[]): readonly ListColumn[] {
  if (header.length === 0) return USUAL;
  return header.map((cell) => {
    const at = MOTIVEWAVE_HEADER.indexOf(columnWord(cell).toUpperCase());
    return USUAL[at] ?? 'ignored';
  });
}
