import { muteEnd } from '../src/shared/domain/alert/mute';
import { createZoneClock } from '../src/shared/domain/calendar/zone-clock';
import { type InstrumentId, isInstrumentId } from '../src/shared/domain/instrument/instrument';
import type { MarketStatus } from '../src/shared/domain/market/market-status';
import type { ProviderStatus } from '../src/shared/domain/market/provider-status';
import { momentText } from '../src/shared/domain/text/quote-text';
import { trayMessages } from '../src/shared/i18n/tray/tray-catalogue';
import type { FiringPlace } from '../src/shared/ipc/alerts-contract';
import type { TapeoutPublisher } from '../src/shared/ipc/contract';
import { PowerEvents } from './app/power-events';
import type { PowerObserver } from './core/alerts/power-observer-port';
import type { TrayAlerts } from './core/alerts/tray-alerts-port';
import { isMarketOffline } from './core/providers/market-offline';
import type { MainEvents } from './ipc/main-events';
import { createDesktopLink } from './notify/desktop-link';
import { DesktopAlertNotifier } from './notify/desktop-alert-notifier';
import { firingLine, starredLine } from './notify/tray-lines';
import type { DeskPresence } from './window/desk-presence';
import { createTrayTicker, type TrayTickerParts } from './tray-ticker';
import { askToKeep } from './window/keep-dialog';
import { systemLoginStart } from './window/login-start';
import type { PageMail } from './window/page-mail';
import { TrayIcon } from './window/tray-icon';
import { systemTrayImage } from './window/tray-image';
import { TrayService } from './window/tray-service';
import type { TrayCommand, TrayView } from './window/tray-view';

export interface TrayDesktopParts extends Omit<TrayTickerParts, 'starred' | 'paths'> {
  readonly presence: DeskPresence;
  readonly mail: PageMail;
  /** Symbols that the tray shows, in their order. */
  readonly starred: () => readonly string[];
  readonly market: { status(): MarketStatus };
  readonly statuses: () => readonly ProviderStatus[];
  readonly alerts: TrayAlerts;
  /** Hears of each sleep. */
  readonly power: PowerObserver;
  readonly events: MainEvents;
  readonly publisher: TapeoutPublisher;
  readonly parentWindow: () => Parameters<typeof askToKeep>[0];
  readonly paths: TrayTickerParts['paths'] & { readonly trayIcons: string };
  readonly quit: () => void;
  /** UTC milliseconds. */
  readonly now: () => number;
}

export type TrayDesktop = ReturnType<typeof createTrayDesktop>;

const RECENT_ALERTS = 5;
const MOST_STARRED = 12;

/** Composition root of tray, notifications, mini ticker and what else of the system goes with them. */
export function createTrayDesktop(parts: TrayDesktopParts) {
  const { presence, mail, settings, catalogue, events, publisher, scheduler, now, log } = parts;
  const timeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const wording = () => ({
    ...{ locale: parts.locale(), timeZone: timeZone() },
    instrument: (id: InstrumentId) => catalogue.get(id),
  });
  const messages = () => trayMessages(parts.locale());
  const starred = (): readonly InstrumentId[] =>
    parts.starred().filter(isInstrumentId).slice(0, MOST_STARRED);
  const report = (message: string, cause: unknown): void => log.error(message, cause);

  const link = createDesktopLink({
    ...{ scheduler, now },
    clickLabel: () => messages().show,
    hasSound: () => settings.get().alertSounds,
    onPanelCame: () => tray.panelCame(),
    onPanelChanged: () => presence.panelChanged(),
  });
  const notifier = new DesktopAlertNotifier({
    ...{ sender: link.sender, scheduler, now, wording, settings: () => settings.get() },
    onClick: (firing) => openFiring(firing),
    onError: (error) => report('a notification failed', error),
  });
  const chart = (instrument: InstrumentId): void => {
    settings.update({ charted: instrument });
    presence.show();
  };
  const openFiring = ({ id, instrument, at }: FiringPlace): void => {
    if (instrument !== null) settings.update({ charted: instrument });
    presence.show();
    mail.post(() => publisher.alerts.onOpenFiring({ id, instrument, at }));
  };
  const openRecent = (id: number): void => {
    const firing = parts.alerts.recent(RECENT_ALERTS).find((each) => each.id === id);
    if (firing) openFiring(firing);
    else presence.show();
  };

  const view = (): TrayView => {
    const { alerts } = parts;
    const words = wording();
    const quotes = new Map(parts.quotes.all().map((quote) => [quote.instrument, quote]));
    const until = alerts.mutedUntil();
    return {
      starred: starred().map((instrument) => ({
        instrument,
        text: starredLine(instrument, quotes.get(instrument), words, now()),
      })),
      recent: alerts.recent(RECENT_ALERTS).map((firing) => ({
        id: firing.id,
        text: firingLine(firing, words, now()),
      })),
      unseen: alerts.unseen(),
      mutedUntil: until === null || until <= now() ? null : momentText(until, words, now()),
      isOffline: isMarketOffline(parts.market.status(), parts.statuses()),
      isTickerShown: settings.get().tickerShown,
    };
  };
  const run = (command: TrayCommand): void => {
    switch (command.kind) {
      case 'open':
        return presence.show();
      case 'chart':
        return chart(command.instrument);
      case 'firing':
        return openRecent(command.id);
      case 'mute':
        parts.alerts.mute(muteEnd(command.choice, createZoneClock(timeZone()), now()));
        return tray.stateChanged();
      case 'unmute':
        parts.alerts.mute(null);
        return tray.stateChanged();
      case 'ticker':
        return void settings.update({ tickerShown: !settings.get().tickerShown });
      case 'quit':
        return parts.quit();
    }
  };
  const tray = new TrayService({
    ...{ icon: new TrayIcon(run), view, messages, scheduler },
    imagePath: (state) => systemTrayImage(parts.paths.trayIcons, state, settings.get().trayPanel),
  });

  const ticker = createTrayTicker({ ...parts, starred });
  const loginStart = systemLoginStart(report);
  const power = new PowerEvents({
    observers: [parts.power],
    now,
    onError: (error) => report('a sleep was not taken in', error),
  });

  let isDisposed = false;
  const stateChanged = (): void => {
    tray.stateChanged();
    ticker.changed();
  };
  const subscriptions = [
    events.settingsChanged.subscribe(() => {
      ticker.follow();
      stateChanged();
    }),
    events.quotesUpdated.subscribe(() => {
      tray.pricesChanged();
      ticker.changed();
    }),
    events.watchlistChanged.subscribe(stateChanged),
    events.instrumentsChanged.subscribe(stateChanged),
    events.marketChanged.subscribe(stateChanged),
    events.alertsChanged.subscribe(() => tray.stateChanged()),
    events.alertFired.subscribe(() => tray.stateChanged()),
  ];

  return {
    ...{ notifier, chart },
    tickerContent: () => ticker.content(),
    isReachable: () => link.isReachable(),
    askToKeep: () => askToKeep(parts.parentWindow(), messages()),
    async setStartAtLogin(isOn: boolean): Promise<boolean> {
      const isSet = await loginStart.set(isOn);
      if (isSet) settings.update({ startAtLogin: isOn });
      return isSet;
    },
    async start(): Promise<void> {
      await link.start();
      // The app may have ended while the bus was asked, and its store with it.
      if (isDisposed) return;
      tray.start();
      power.start();
      ticker.follow();
      // The app may have moved since.
      if (settings.get().startAtLogin) await loginStart.set(true);
    },
    dispose(): void {
      isDisposed = true;
      for (const unsubscribe of subscriptions) unsubscribe();
      for (const part of [power, ticker, tray, notifier, link]) part.dispose();
    },
  };
}
