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
  HandOver,
  Taken,
} from '../core/alerts/alert-notifier-port';
import type { Scheduler } from '../core/quotes/scheduler-port';
import { AlertGate } from './alert-gate';
import { firingNotice, noticeTag, type WordingParts } from './alert-wording';
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
  readonly handOver: HandOver | undefined;
}

/** Instruments that a summary names. */
const MOST_NAMED = 8;

/**
 * Tells the user of alerts by the system's notifications: not in the quiet hours, and a burst as
 * three and a summary. It keeps nothing: what waits here for its summary is still to be told on the disk.
 */
export class DesktopAlertNotifier implements AlertNotifier {
  private readonly gate: AlertGate<Telling>;

  constructor(private readonly parts: DesktopAlertNotifierParts) {
    this.gate = new AlertGate({
      ...{ scheduler: parts.scheduler, now: parts.now },
      showOne: ({ firing, handOver }) =>
        this.show(firingNotice(firing, parts.wording()), [firing], handOver),
      showSummary: (tellings) =>
        this.showMany(
          tellings.map(({ firing }) => firing),
          (t, count) => t.moreAlerts(count),
          tellings[0]?.handOver,
        ),
    });
  }

  async deliver(firing: Firing, handOver?: HandOver): Promise<DeliveryOutcome> {
    return this.isHeldBack(firing) ? 'held' : this.gate.pass({ firing, handOver });
  }

  digest(firings: readonly Firing[], handOver?: HandOver): Promise<DeliveryOutcome> {
    return this.showMany(firings, (t, count) => t.quietDigest(count), handOver);
  }

  async quietUntil(): Promise<number | null> {
    return this.quietEnd();
  }

  hasTaken(holder: string): Promise<Taken> {
    return this.parts.sender.hasTaken(holder);
  }

  dispose(): void {
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

  /** A click leads to the newest. */
  private async show(
    notice: Notice,
    firings: readonly Firing[],
    handOver: HandOver | undefined,
  ): Promise<DeliveryOutcome> {
    const { sender, onClick, onError } = this.parts;
    const newest = firings.at(-1);
    if (!newest) return 'delivered';
    try {
      return await sender.show(
        notice,
        () => onClick(newest),
        handOver && ((holder, write) => handOver(firings, holder, write)),
      );
    } catch (error) {
      onError(error);
      return 'failed';
    }
  }

  /** One message for several. */
  private async showMany(
    firings: readonly Firing[],
    title: (t: TrayMessages, count: number) => string,
    handOver: HandOver | undefined,
  ): Promise<DeliveryOutcome> {
    const t = trayMessages(this.parts.wording().locale);
    const notice = {
      title: title(t, firings.length),
      body: namesOf(firings, t),
      isUrgent: firings.some(({ rule }) => isUrgent(rule)),
      tag: noticeTag(firings),
    };
    return this.show(notice, firings, handOver);
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
