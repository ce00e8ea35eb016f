/** Keeps settings by key. Knows nothing of what they mean, so that no version loses another's. */
export interface SettingsRepository {
  /** All stored values; a value that cannot be read is left out, and left alone. */
  readAll(): ReadonlyMap<string, unknown>;

  /**
   * Writes values that JSON can hold, all or none, durably before it returns.
   *
   * @throws what the store throws (disk full, input/output error)
   */
  write(values: ReadonlyMap<string, unknown>): void;
}
