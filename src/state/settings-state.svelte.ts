import type { InstrumentId } from '../shared/domain/instrument/instrument';
import { DEFAULT_SETTINGS, type Locale, type Settings } from '../shared/domain/settings/settings';
import { type UpColour, upColourOf } from '../shared/domain/settings/up-colour';
import type { TapeoutClient } from '../shared/ipc/contract';

export { DEFAULT_SETTINGS };

/** What the desk remembers, and what `system` comes down to on this machine. */
export class SettingsState {
  readonly #client: TapeoutClient;
  #current = $state.raw<Settings>(DEFAULT_SETTINGS);
  /** What main said last. */
  #known: Settings = DEFAULT_SETTINGS;
  #updatesUnderWay = 0;
  #systemLocale = $state.raw<Locale>('en');
  #systemDark = $state.raw(true);

  constructor(client: TapeoutClient) {
    this.#client = client;
  }

  readonly locale: Locale = $derived(
    this.#current.locale === 'system' ? this.#systemLocale : this.#current.locale,
  );

  readonly theme: 'dark' | 'light' = $derived(
    this.#current.theme === 'system' ? (this.#systemDark ? 'dark' : 'light') : this.#current.theme,
  );

  /** What colour rising prices of an instrument have; null where no market is meant. */
  upColourOf(instrument: InstrumentId | null): UpColour {
    return upColourOf(instrument, this.#current.upColour, this.locale);
  }

  get current(): Settings {
    return this.#current;
  }

  /** Takes what main says; what the user changed meanwhile stays until main has answered it. */
  receive(settings: Settings): void {
    this.#known = settings;
    if (this.#updatesUnderWay === 0) this.#current = settings;
  }

  setSystem(system: { readonly locale: Locale; readonly dark: boolean }): void {
    this.#systemLocale = system.locale;
    this.#systemDark = system.dark;
  }

  setSystemDark(dark: boolean): void {
    this.#systemDark = dark;
  }

  /** Shows the change at once; what main answers is what counts, also where it refuses. */
  async update(patch: Partial<Settings>): Promise<void> {
    this.#current = { ...this.#current, ...patch };
    this.#updatesUnderWay += 1;
    try {
      this.#known = await this.#client.app.updateSettings(patch);
    } finally {
      this.#updatesUnderWay -= 1;
      if (this.#updatesUnderWay === 0) this.#current = this.#known;
    }
  }
}
