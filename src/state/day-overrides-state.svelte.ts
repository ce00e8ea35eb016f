import type { DayOverride } from '../shared/domain/calendar/day-override';
import type { TapeoutClient } from '../shared/ipc/contract';

/** Days of exchanges that the user set by hand. */
export class DayOverridesState {
  readonly #client: TapeoutClient;
  #all = $state.raw<readonly DayOverride[]>([]);

  constructor(client: TapeoutClient) {
    this.#client = client;
  }

  /** By date. */
  get all(): readonly DayOverride[] {
    return this.#all;
  }

  receive(overrides: readonly DayOverride[]): void {
    this.#all = overrides.toSorted((one, other) => one.date.localeCompare(other.date));
  }

  async load(): Promise<void> {
    this.receive(await this.#client.calendar.list());
  }

  /** @returns false where it was refused; nothing was changed then */
  async set(override: DayOverride): Promise<boolean> {
    const answer = await this.#client.calendar.set(override);
    if (answer.ok) this.receive(answer.overrides);
    return answer.ok;
  }

  async clear({ mic, date }: DayOverride): Promise<void> {
    const answer = await this.#client.calendar.clear({ mic, date });
    if (answer.ok) this.receive(answer.overrides);
  }
}
