import type { NamedValues } from '../../electron/core/charts/named-values-port';

/** A fake: named values in memory. */
export class MemoryNamedValues<Value> implements NamedValues<Value> {
  readonly values = new Map<string, Value>();
  failure: Error | null = null;

  readAll(): ReadonlyMap<string, Value> {
    return new Map(this.values);
  }

  read(name: string): Value | null {
    return this.values.get(name) ?? null;
  }

  write(name: string, value: Value | null): void {
    if (this.failure !== null) throw this.failure;
    if (value === null) this.values.delete(name);
    else this.values.set(name, value);
  }
}
