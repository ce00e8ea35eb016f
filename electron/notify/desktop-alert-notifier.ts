import { quietUntil } from '../../src/shared/domain/alert/quiet-hours';
import type { Firing } from '../../src/shared/domain/alert/firing';
import { isUrgent } from '../../src/shared/domain/alert/urgency';
import { createZoneClock } from '../../src/shared/domain/calendar/zone-clock';
import { splitInstrumentId } from '../../src/shared/domain/instrument/instrument';
import type { NotificationSettings } from '../../src/shared/domain/settings/notification-settings';
import type { TrayMessages } from '../../src/shared/i18n/tray/en-tray';
import { trayMessages } from '../../src/shared/i18n/tray/tray-catalogue';
import type {
  AlertNotifier,
  DeliveryOutcome,
  OnHandedOver,
} from '../core/alerts/alert-notifier-port';
import type { Scheduler } from '../core/quotes/scheduler-port';
import { AlertGate } from './alert-gate';
import { firingNotice, type WordingParts } from './alert-wording';
import type { Notice, NoticeSender } from './notice';

export interface DesktopAlertNotifierParts {
  readonly sender: NoticeSender;
  readonly scheduler: Scheduler;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** As they are now, for each message. */
  readonly settings: () => NotificationSettings;
  readonly wording: () => WordingParts;
  /** A message about this firing was clicked. */
  readonly onClick: (firing: Firing) => void;
  readonly onError: (error: unknown) => void;
}

interface Telling {
  readonly firing: Firing;
  readonly onHandedOver: OnHandedOver | undefined;
}

/** Quiet hours may end earlier or later than they did: by a setting, a sleep, another clock. */
const LOOK_EVERY_MS = 60_000;
/** Instruments that a summary names. */
const MOST_NAMED = 8;

/**
 * Tells the user of alerts by the system's notifications: not in the quiet hours, and a burst as
 * three and a summary. Whatever is not shown stands in the app's own list all the same.
 */
export class DesktopAlertNotifier implements AlertNotifier {
  private readonly gate: AlertGate<Telling>;
  private held: Firing[] = [];
  private stopLooking: (() => void) | null = null;

  constructor(private readonly parts: DesktopAlertNotifierParts) {
    this.gate = new AlertGate({
      ...{ scheduler: parts.scheduler, now: parts.now },
      showOne: ({ firing, onHandedOver }) =>
        this.show(firingNotice(firing, parts.wording()), [firing], onHandedOver),
      showSummary: (tellings) =>
        this.showMany(
          tellings.map(({ firing }) => firing),
          (t, count) => t.moreAlerts(count),
          tellings[0]?.onHandedOver,
        ),
    });
  }

  async deliver(firing: Firing, onHandedOver?: OnHandedOver): Promise<DeliveryOutcome> {
    if (!this.isHeldBack(firing)) return this.gate.pass({ firing, onHandedOver });
    this.held.push(firing);
    this.lookLater();
    return 'held';
  }

  hasTaken(holder: string): Promise<boolean> {
    return this.parts.sender.hasTaken(holder);
  }

  /** Looks whether the quiet hours are over; also to be called after a sleep. */
  look(): void {
    this.stopLooking?.();
    this.stopLooking = null;
    if (this.held.length === 0) return;
    if (this.quietEnd() !== null) return this.lookLater();
    const held = this.held.splice(0);
    void this.showMany(held, (t, count) => t.quietDigest(count));
  }

  dispose(): void {
    this.stopLooking?.();
    this.gate.dispose();
    this.parts.sender.dispose();
  }

  private isHeldBack(firing: Firing): boolean {
    const letsThrough = this.parts.settings().urgentInQuietHours && isUrgent(firing.rule);
    return !letsThrough && this.quietEnd() !== null;
  }

  private quietEnd(): number | null {
    const { quietHours, quietFromMinute, quietToMinute } = this.parts.settings();
    if (!quietHours) return null;
    const clock = createZoneClock(this.parts.wording().timeZone);
    const hours = { fromMinute: quietFromMinute, toMinute: quietToMinute };
    return quietUntil(hours, clock, this.parts.now());
  }

  private lookLater(): void {
    const { scheduler, now } = this.parts;
    const leftMs = (this.quietEnd() ?? now()) - now();
    this.stopLooking ??= scheduler.after(Math.min(leftMs, LOOK_EVERY_MS), () => this.look());
  }

  /** A click leads to the newest. */
  private async show(
    notice: Notice,
    firings: readonly Firing[],
    onHandedOver: OnHandedOver | undefined,
  ): Promise<DeliveryOutcome> {
    const { sender, onClick, onError } = this.parts;
    const newest = firings.at(-1);
    if (!newest) return 'delivered';
    try {
      const isShown = await sender.show(
        notice,
        () => onClick(newest),
        (holder) => onHandedOver?.(firings, holder),
      );
      return isShown ? 'delivered' : 'failed';
    } catch (error) {
      onError(error);
      return 'failed';
    }
  }

  /** One message for several. */
  private async showMany(
    firings: readonly Firing[],
    title: (t: TrayMessages, count: number) => string,
    onHandedOver?: OnHandedOver,
  ): Promise<DeliveryOutcome> {
    const t = trayMessages(this.parts.wording().locale);
    const notice = {
      title: title(t, firings.length),
      body: namesOf(firings, t),
      isUrgent: firings.some(({ rule }) => isUrgent(rule)),
    };
    return this.show(notice, firings, onHandedOver);
  }
}

/** `NVDA ×3, AMD, TSM`, those with the most alerts first. */
function namesOf(firings: readonly Firing[], t: TrayMessages): string {
  const counts = new Map<string, number>();
  for (const { instrument } of firings) {
    const name = instrument === null ? t.announcement : splitInstrumentId(instrument).code;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const names = [...counts].sort(([, a], [, b]) => b - a);
  const told = names.slice(0, MOST_NAMED).map(([name, n]) => (n === 1 ? name : t.times(name, n)));
  return names.length > MOST_NAMED ? `${told.join(', ')} …` : told.join(', ');
}
