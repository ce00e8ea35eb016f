import type { AppFacts, AppFactValues } from '../../../../../electron/core/settings/app-facts-port';

/** A fake: the facts in memory. */
export class FakeAppFacts implements AppFacts {
  failure: Error | null = null;

  constructor(public values: AppFactValues) {}

  read(): AppFactValues {
    return this.values;
  }

  write(values: Partial<AppFactValues>): void {
    if (this.failure !== null) throw this.failure;
    this.values = { ...this.values, ...values };
  }
}
