import type { InstrumentId } from '../shared/domain/instrument/instrument';
import { type UpColour, upColourOf } from '../shared/domain/settings/up-colour';
import type { TrayMessages } from '../shared/i18n/tray/en-tray';
import { trayMessages } from '../shared/i18n/tray/tray-catalogue';
import type { TapeoutClient } from '../shared/ipc/contract';
import type { TickerContent } from '../shared/ipc/ticker-contract';
import { createClient } from '../api/client';

/** What the mini ticker's page shows. */
export class TickerState {
  readonly #client: Pick<TapeoutClient, 'ticker'>;
  #content = $state.raw<TickerContent | null>(null);
  #stopHearing = (): void => undefined;

  constructor(client: Pick<TapeoutClient, 'ticker'>) {
    this.#client = client;
  }

  /** Null until main has answered. */
  get content(): TickerContent | null {
    return this.#content;
  }

  readonly t: TrayMessages = $derived.by(() => trayMessages(this.#content?.locale ?? 'en'));

  /** What colour rising prices of an instrument have. */
  upColourOf(instrument: InstrumentId): UpColour {
    const { upColour = 'by-language', locale = 'en' } = this.#content ?? {};
    return upColourOf(instrument, upColour, locale);
  }

  /** Subscribes first, then asks: what is told meanwhile is newer than the answer. */
  async start(): Promise<void> {
    let isTold = false;
    this.#stopHearing = this.#client.ticker.onChanged((content) => {
      isTold = true;
      this.#content = content;
    });
    const content = await this.#client.ticker.get();
    if (!isTold) this.#content = content;
  }

  chart(instrument: InstrumentId): Promise<void> {
    return this.#client.ticker.chart({ instrument });
  }

  close(): Promise<void> {
    return this.#client.ticker.close();
  }

  dispose(): void {
    this.#stopHearing();
  }
}

/** The ticker's state on this page's bridge to main; nothing is asked before `start()`. */
export function connectTicker(host: Window): TickerState {
  return new TickerState(createClient(host.api));
}
