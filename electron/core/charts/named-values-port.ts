/** Values by name, each checked as it is read. */
export interface NamedValues<Value> {
  /** What cannot be read is left out, and left alone. */
  readAll(): ReadonlyMap<string, Value>;

  /** Null where there is none, or one that cannot be read. */
  read(name: string): Value | null;

  /**
   * Stores a value in place of the one that may stand under the name, or forgets it where it is null;
   * durable before it returns.
   *
   * @throws what the store throws (disk full, input/output error)
   */
  write(name: string, value: Value | null): void;
}
