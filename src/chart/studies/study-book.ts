import type { ChartPlot, ChartStudy, StudyUpdate, StudyValues } from '../overlay-types';
import { StudyColumn } from './study-column';

/** A plot with columns that live values can be written to. */
export interface BookedPlot {
  readonly plot: ChartPlot;
  readonly columns: readonly StudyColumn[];
}

export interface BookedStudy {
  readonly study: ChartStudy;
  readonly plots: readonly BookedPlot[];
}

/** The pane of the candles, as studies name it. */
export const PRICE_PANE = 'price';

/** The studies that are shown, with their newest values. */
export class StudyBook {
  #studies: readonly BookedStudy[] = [];

  replace(studies: readonly ChartStudy[]): void {
    this.#studies = studies.map((study) => ({
      study,
      plots: study.plots.map((plot) => ({
        plot,
        columns: plot.values.map((values) => new StudyColumn(values)),
      })),
    }));
  }

  /** Studies that are not shown are passed over. */
  patch(updates: readonly StudyUpdate[]): void {
    for (const { id, index, values } of updates) {
      columnsOf(this.#studies.find(({ study }) => study.id === id)).forEach((column, i) =>
        column.put(index, values[i] ?? Number.NaN),
      );
    }
  }

  /** Keys of the panes under the plot, in the order in which the studies name them. */
  paneKeys(): string[] {
    const keys = this.#studies.map(({ study }) => study.pane);
    return [...new Set(keys)].filter((key) => key !== PRICE_PANE);
  }

  inPane(key: string): BookedStudy[] {
    return this.#studies.filter(({ study }) => study.pane === key);
  }

  valuesAt(index: number): StudyValues[] {
    return this.#studies.map((booked) => ({
      id: booked.study.id,
      values: columnsOf(booked).map((column) => column.at(index)),
    }));
  }
}

function columnsOf(booked: BookedStudy | undefined): StudyColumn[] {
  return booked?.plots.flatMap(({ columns }) => columns) ?? [];
}
