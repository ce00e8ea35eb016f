import type { WatchlistDocument } from '../../../watchlist/watchlist-document';
import type { WrittenListFormat } from '../list-format';
import { listFileName, listNameOf } from '../list-file-name';
import type { ListSpelling, ListWriting } from '../list-writing';
import { countSectionLosses } from './count-losses';
import { CSV_FORM } from './csv-form';
import { ItemWriter } from './item-writer';
import { LINES_FORM, TAPEOUT_FORM, TRADINGVIEW_FORM } from './line-forms';
import type { ListForm } from './list-form';
import { LossReport } from './loss-report';
import { MOTIVEWAVE_FORM } from './motivewave-form';
import { TICKER_FORM } from './ticker-form';
import { YAHOO_FORM } from './yahoo-form';

const FORMS: Readonly<Record<WrittenListFormat, ListForm>> = {
  tapeout: TAPEOUT_FORM,
  tradingview: TRADINGVIEW_FORM,
  yahoo: YAHOO_FORM,
  csv: CSV_FORM,
  tongdaxin: LINES_FORM,
  ibkr: LINES_FORM,
  motivewave: MOTIVEWAVE_FORM,
  ticker: TICKER_FORM,
};

/**
 * A list as a text of a form, with what the form cannot carry of it. Nothing that is not named as lost
 * differs once the text is read again.
 */
export function writeList(
  format: WrittenListFormat,
  document: WatchlistDocument,
  spelling: ListSpelling,
): ListWriting {
  const { room, write } = FORMS[format];
  const report = new LossReport();
  const items = new ItemWriter({ format, room, spelling, report });
  countSectionLosses(document, room, report);
  const isNameKept =
    format === 'tapeout' || listNameOf(listFileName(document.name, format)) === document.name;
  if (!isNameKept) report.add('list-name', document.name);
  const text = write(document, { items, spelling, report });
  return { format, text, written: items.written, lost: report.finish() };
}
