import { loadOnce } from './core/events/load-once';
import type { AlertNotifier } from './core/alerts/alert-notifier-port';
import type { WatchlistService } from './core/watchlist/watchlist-service';
import type { TrayHandlerParts } from './ipc/tray-handlers';
import type { TrayDesktop, TrayDesktopParts } from './tray-desktop';
import { DeskPresence, type PresentWindow } from './window/desk-presence';
import { collectGarbage, MemoryRelief } from './window/memory-relief';
import { PageMail } from './window/page-mail';

export interface TrayServicesParts extends Omit<TrayDesktopParts, 'presence' | 'mail'> {
  readonly window: () => PresentWindow;
  /** A picture is taken and nothing else: there is neither tray nor question. */
  readonly isPictureOnly: boolean;
  readonly quit: () => void;
  /** The page of the window is gone: takes its port to the data process away. */
  readonly disconnect: () => void;
}

/** Instruments of the list that the tray shows where the user starred none. */
const USUAL_LINES = 5;

/** What the user starred, else the first of the list that stands on the desk. */
export function starredSymbols(watchlist: Pick<WatchlistService, 'lists'>): readonly string[] {
  const { starred, lists, openListId } = watchlist.lists();
  if (starred.length > 0) return starred;
  const sections = lists.find(({ id }) => id === openListId)?.sections ?? [];
  return sections.flatMap(({ items }) => items.map(({ symbol }) => symbol)).slice(0, USUAL_LINES);
}

/**
 * Composition root of the life without a window: what a closed window means, and the tray. Everything
 * but the first is loaded once the desk stands, or with the first alert.
 */
export function createTrayServices(parts: TrayServicesParts) {
  const { settings, log, scheduler, isPictureOnly, quit } = parts;
  const window = parts.window;
  let desktop: TrayDesktop | null = null;
  let isDisposed = false;
  const mail = new PageMail();
  const presence = new DeskPresence({
    window: {
      get isOpen() {
        return window().isOpen;
      },
      open: () => window().open(),
      focus: () => window().focus(),
      hide: () => window().hide(),
      minimize: () => window().minimize(),
      destroy: () => window().destroy(),
    },
    isTrayReachable: () => desktop?.isReachable() ?? false,
    choice: () => settings.get().keepInTray,
    remember: (keepInTray) => void settings.update({ keepInTray }),
    ask: async () => (await loaded()).askToKeep(),
    onError: (error) => log.error('the question about the tray failed', error),
    ...{ quit, scheduler },
  });
  const relief = new MemoryRelief({
    ...{ scheduler, collect: collectGarbage, isWindowOpen: () => window().isOpen },
    onError: (error) => log.error('memory could not be given back', error),
  });
  const load = loadOnce(async () => {
    const { createTrayDesktop } = await import('./tray-desktop');
    if (isDisposed) return;
    desktop = createTrayDesktop({ ...parts, presence, mail });
    await desktop.start();
  });
  const loaded = async (): Promise<TrayDesktop> => {
    await load();
    if (desktop === null) throw new Error('the tray was not loaded');
    return desktop;
  };
  /** Loads the tray; once loaded, asking again does nothing. */
  const wake = (): void => {
    if (isPictureOnly) return;
    void load().catch((error: unknown) => log.error('the tray failed', error));
  };
  const ask = async <Answer>(
    question: (of: AlertNotifier) => Promise<Answer>,
    otherwise: Answer,
  ): Promise<Answer> => {
    try {
      return await question((await loaded()).notifier);
    } catch (error) {
      log.error('the notifications failed', error);
      return otherwise;
    }
  };
  const notifier: AlertNotifier = {
    deliver: (...telling) => ask((of) => of.deliver(...telling), 'failed'),
    digest: (...telling) => ask((of) => of.digest(...telling), 'failed'),
    quietUntil: () => ask((of) => of.quietUntil(), null),
    hasTaken: (holder) => ask((of) => of.hasTaken(holder), 'no'),
  };
  const tray: TrayHandlerParts['tray'] = {
    isReachable: async () => (await loaded()).isReachable(),
    setStartAtLogin: async (isOn) => (await loaded()).setStartAtLogin(isOn),
    tickerContent: async () => (await loaded()).tickerContent(),
    chart: (instrument) => desktop?.chart(instrument),
    closeTicker: () => void settings.update({ tickerShown: false }),
  };
  return {
    ...{ notifier, tray },
    /** Brings the window to the user. */
    show: () => presence.show(),
    /** Whether the app goes on without any window. */
    livesInTray: () => presence.livesInTray,
    /** False where the window that the user closes is to stay. */
    mayClose: () => isPictureOnly || presence.mayClose(),
    /** The page has painted and hears what is said to it. */
    pageReady() {
      mail.pageReady();
      wake();
    },
    windowClosed() {
      mail.pageGone();
      parts.disconnect();
      // The ticker alone is no reason to go on.
      if (presence.livesInTray) relief.windowGone();
      else quit();
    },
    /** Starts without a window. @param wakeMarket - what a page would have asked for */
    startAway(wakeMarket: () => void) {
      presence.startAway();
      relief.windowGone();
      wakeMarket();
      wake();
    },
    dispose() {
      isDisposed = true;
      presence.dispose();
      relief.dispose();
      desktop?.dispose();
    },
  };
}
