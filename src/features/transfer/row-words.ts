import type { RowWarning } from '../../shared/domain/formats/watchlist/list-reading';
import type { TransferMessages } from '../../shared/i18n/desk/en/transfer';
import type { ListPreviewRow } from '../../shared/domain/formats/watchlist/list-preview';

/** What is to be said of a row, one sentence each; empty where it is taken as it is. */
export function rowWords({ verdict }: ListPreviewRow, t: TransferMessages): readonly string[] {
  switch (verdict.kind) {
    case 'valid':
      return [];
    case 'warning':
      return verdict.warnings.map((warning) => warningWords(warning, t));
    case 'duplicate':
      return [verdict.merged ? t.duplicateMerged(verdict.ofLine) : t.duplicateOf(verdict.ofLine)];
    case 'invalid':
      return [t.faults[verdict.fault.kind]];
  }
}

function warningWords(warning: RowWarning, t: TransferMessages): string {
  switch (warning.kind) {
    case 'value-left-out':
      return t.valueLeftOut(t.fields[warning.field], warning.value);
    case 'text-cut':
      return t.textCut(t.fields[warning.field], warning.longest);
    case 'entries-left-out':
      return t.entriesLeftOut(t.fields[warning.field], warning.most);
    default:
      return t.warnings[warning.kind];
  }
}
