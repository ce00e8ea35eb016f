import type { ImportNews } from '../shared/ipc/imports-contract';
import type { Desk } from './desk.svelte';

/** Says what became of an import that has ended, and shows its first instrument. */
export function hearImport(desk: Desk, news: ImportNews): void {
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
