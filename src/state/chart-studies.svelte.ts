import type { StudyGap } from '../shared/domain/chart/study-gap';

/** What a study says of the bar that the legend speaks of. */
export interface StudyReading {
  /** One for each output; NaN where there is none. Empty where it shows nothing. */
  readonly values: readonly number[];
  /** Why it shows nothing; null where it does. */
  readonly gap: StudyGap | null;
}

/** A pane of its own, in CSS pixels from the top of the chart. */
export interface StudyPane {
  /** Key of the study that it belongs to. */
  readonly key: string;
  readonly top: number;
  readonly height: number;
}

/** What the studies come to on one chart. */
export class ChartStudies {
  #readings = $state.raw<ReadonlyMap<string, StudyReading>>(new Map());
  #profile = $state.raw<StudyReading | undefined>(undefined);
  #panes = $state.raw<readonly StudyPane[]>([]);

  get panes(): readonly StudyPane[] {
    return this.#panes;
  }

  /** Undefined until the chart has come to it. */
  of(key: string): StudyReading | undefined {
    return this.#readings.get(key);
  }

  read(readings: ReadonlyMap<string, StudyReading>): void {
    this.#readings = readings;
  }

  /** Of the volume profile: price of the point of control, lower and upper end of the value area. */
  get profile(): StudyReading | undefined {
    return this.#profile;
  }

  readProfile(reading: StudyReading): void {
    this.#profile = reading;
  }

  /** Takes where the panes are; told with every frame, so that only a change is one. */
  place(panes: readonly StudyPane[]): void {
    const isSame =
      panes.length === this.#panes.length &&
      panes.every(({ key, top, height }, at) => {
        const before = this.#panes[at];
        return before?.key === key && before.top === top && before.height === height;
      });
    if (!isSame) this.#panes = panes;
  }
}
