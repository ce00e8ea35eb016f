import type { Desk } from '../../../state/desk.svelte';
import type * as chartExport from './chart-export';

export type ExportCommandName = 'copyPicture' | 'savePicture' | 'saveBars' | 'showTable';

export interface ExportCommand {
  readonly name: ExportCommandName;
  readonly run: () => void;
}

/** What can be taken out of the active chart, where it shows bars. */
export function exportCommands(desk: Desk): readonly ExportCommand[] {
  const chart = desk.charts.active;
  if (chart.series.visible === null) return [];
  const later =
    (run: (own: typeof chartExport) => Promise<void>): (() => void) =>
    () =>
      void import('./chart-export').then(run);
  return [
    { name: 'copyPicture', run: later((own) => own.copyPicture(desk)) },
    { name: 'savePicture', run: later((own) => own.savePicture(desk)) },
    { name: 'saveBars', run: later((own) => own.saveBars(desk)) },
    { name: 'showTable', run: () => chart.showTable(true) },
  ];
}
