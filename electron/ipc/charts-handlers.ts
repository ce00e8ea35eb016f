import type { TapeoutHandlers } from '../../src/shared/ipc/contract';
import type { ChartMemoryService } from '../core/charts/chart-memory-service';

export interface ChartsHandlerParts {
  readonly chartMemory: Pick<
    ChartMemoryService,
    'studies' | 'putStudies' | 'drawings' | 'putDrawings' | 'layouts' | 'putLayout' | 'removeLayout'
  >;
}

export function createChartsHandlers({
  chartMemory,
}: ChartsHandlerParts): TapeoutHandlers['charts'] {
  return {
    getStudies: ({ scope }) => chartMemory.studies(scope),
    putStudies: ({ scope, own }) => chartMemory.putStudies(scope, own?.studies ?? null),
    getDrawings: ({ instrument }) => chartMemory.drawings(instrument),
    putDrawings: ({ instrument, all }) => chartMemory.putDrawings(instrument, all.drawings),
    listLayouts: () => chartMemory.layouts(),
    putLayout: ({ layout }) => chartMemory.putLayout(layout),
    removeLayout: ({ name }) => chartMemory.removeLayout(name),
  };
}
