import type { ImportNews } from '../shared/ipc/imports-contract';
import type { InstrumentId } from '../shared/domain/instrument/instrument';
import type { DeskMessages } from '../shared/i18n/desk/desk-catalogue';
import type { FormatsState } from './formats-state.svelte';
import type { ImportState } from './import-state.svelte';
import type { NoticesState } from './notices-state.svelte';
import type { SeriesState } from './series-state.svelte';

/** What of the desk hears of imports. */
export interface ImportDesk {
  readonly t: DeskMessages;
  readonly formats: FormatsState;
  readonly imports: ImportState;
  readonly notices: NoticesState;
  /** Of the active chart. */
  readonly series: SeriesState;
  chart(instrument: InstrumentId): Promise<void>;
}

/** Says what became of an import that has ended, and shows its first instrument. */
export function hearImport(desk: ImportDesk, news: ImportNews): void {
  const result = desk.imports.receive(news);
  if (result === null) return;
  const { formats, notices, series } = desk;
  const t = desk.t.import;
  if (!result.ok) return notices.showError(t.failures[result.reason](result.fileName ?? ''));
  const bars = result.series.reduce((sum, each) => sum + each.bars, 0);
  const leftOut = formats.count(result.leftOutRows);
  notices.show(t.done(formats.count(bars), result.series.length, leftOut));
  const charted = series.instrument;
  const shown = result.series.find(({ instrument }) => instrument === charted) ?? result.series[0];
  if (shown && shown.instrument !== charted) void desk.chart(shown.instrument);
}
