import { type InstrumentId, isInstrumentId } from '../../../instrument/instrument';
import type { DocumentItem } from '../../../watchlist/watchlist-document';
import { guardFormula, unguardFormula } from '../../formula-guard';
import type { WrittenListFormat } from '../list-format';
import type { ListSpelling } from '../list-writing';
import { symbolCell } from '../table/cell-values';
import { isFormLine, readSpelling, splitBrokerSymbol } from './format-spellings';

export interface SpelledItem {
  readonly text: string;
  /** False where whoever reads the text has to ask which instrument is meant. */
  readonly isSettled: boolean;
}

/**
 * The text of an item's symbol in a form: the spelling that it came with where that is one of this form,
 * else the form's own; what no instrument is known for is written as it came.
 *
 * @returns null where the form has no place for it
 */
export function spellItem(
  format: WrittenListFormat,
  { symbol, written }: Pick<DocumentItem, 'symbol' | 'written'>,
  spelling: ListSpelling,
): SpelledItem | null {
  const id = knownId(symbol, spelling);
  if (id === null) return spellUnknown(format, written ?? symbol);
  const means = (text: string): boolean => spelling.meaning(readSpelling(format, text)) === id;
  if (written !== null && spelling.isOwn(format, id, written) && means(written)) {
    return { text: written, isSettled: true };
  }
  const text = spelling.symbol(format, id);
  return text === null ? null : { text, isSettled: means(text) };
}

/** The instrument of an item; null for a spread, a future and what else nothing resolves. */
export function knownId(symbol: string, spelling: ListSpelling): InstrumentId | null {
  return isInstrumentId(symbol) && spelling.meaning([symbol]) === symbol ? symbol : null;
}

function spellUnknown(format: WrittenListFormat, text: string): SpelledItem | null {
  return fits(format, text) ? { text, isSettled: true } : null;
}

function fits(format: WrittenListFormat, text: string): boolean {
  switch (format) {
    case 'tapeout':
    case 'ticker':
      return true;
    case 'tradingview':
      return !/[,\r\n]|^###/.test(text);
    case 'tongdaxin':
    case 'ibkr':
      return isFormLine(format, text);
    case 'csv':
    case 'yahoo':
      return survives(text);
    case 'motivewave':
      return survives(splitBrokerSymbol(text).code);
  }
}

/** True where a table gives the text back as it is. */
function survives(text: string): boolean {
  return symbolCell(unguardFormula(guardFormula(text))) === text && !/^\$\$CASH/i.test(text);
}
