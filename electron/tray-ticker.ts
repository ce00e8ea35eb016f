import {
  type Instrument,
  type InstrumentId,
  splitInstrumentId,
} from '../src/shared/domain/instrument/instrument';
import type { Locale } from '../src/shared/domain/settings/settings';
import type { TickerContent } from '../src/shared/ipc/ticker-contract';
import type { QuoteService } from './core/quotes/quote-service';
import type { Scheduler } from './core/quotes/scheduler-port';
import type { SettingsService } from './core/settings/settings-service';
import { createPublisher } from './ipc/page-publisher';
import { TickerPublisher } from './ipc/ticker-publisher';
import { TickerWindow } from './window/ticker-window';
import { WindowBoundsRepository } from './window/window-bounds-repository';

export interface TrayTickerParts {
  readonly settings: Pick<SettingsService, 'get' | 'update'>;
  readonly starred: () => readonly InstrumentId[];
  readonly quotes: Pick<QuoteService, 'all'>;
  readonly catalogue: { get(id: InstrumentId): Instrument | undefined };
  readonly locale: () => Locale;
  readonly paths: { readonly preload: string; readonly tickerBounds: string };
  readonly isPackaged: boolean;
  readonly preparePage: () => void;
  readonly scheduler: Scheduler;
  readonly log: { error(message: string, cause?: unknown): void };
}

/** Composition root of the mini ticker. */
export function createTrayTicker(parts: TrayTickerParts) {
  const { settings, starred, catalogue, paths, scheduler, log } = parts;
  const bounds = new WindowBoundsRepository(paths.tickerBounds, scheduler, (message, cause) =>
    log.error(message, cause),
  );
  const window = new TickerWindow({
    preloadPath: paths.preload,
    preparePage: parts.preparePage,
    allowDevTools: !parts.isPackaged,
    onClosed: () => void settings.update({ tickerShown: false }),
    ...{ bounds, scheduler, log },
  });
  const content = (): TickerContent => {
    const { theme, upColour, directionPalette } = settings.get();
    const quotes = new Map(parts.quotes.all().map((quote) => [quote.instrument, quote]));
    return {
      ...{ theme, upColour, directionPalette, locale: parts.locale() },
      lines: starred().map((instrument) => ({
        instrument,
        code: splitInstrumentId(instrument).code,
        name: catalogue.get(instrument)?.name ?? null,
        priceDecimals: catalogue.get(instrument)?.priceDecimals ?? 2,
        quote: quotes.get(instrument) ?? null,
      })),
    };
  };
  const news = new TickerPublisher({
    publisher: createPublisher((channel, payload) => window.send(channel, payload)),
    isOpen: () => window.isOpen,
    onContent: ({ lines }) => window.resize(lines.length),
    ...{ content, scheduler },
  });
  return {
    content,
    changed: () => news.changed(),
    /** Opens or closes the window as the settings have it. */
    follow(): void {
      const { tickerShown } = settings.get();
      if (tickerShown && !window.isOpen) window.open(starred().length);
      else if (!tickerShown && window.isOpen) window.close();
    },
    dispose(): void {
      news.dispose();
      void bounds.flush();
    },
  };
}
