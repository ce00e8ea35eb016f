/** What the app has to know for ever but nobody sets: it outlives a deleted cache. */
export interface AppFactValues {
  /** True from the first real bar on: from then on nothing is simulated unasked. */
  readonly realBarsEverStored: boolean;
  /** Absolute path of the folder that was chosen last. Never sent to the page. */
  readonly barsFolder: string | null;
}

/** Keeps facts beside the settings. Each write is durable before it returns. */
export interface AppFacts {
  read(): AppFactValues;

  /** @throws what the store throws (disk full, input/output error) */
  write(values: Partial<AppFactValues>): void;
}
