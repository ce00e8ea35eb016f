import { Variant } from '@jellybrick/dbus-next';
import type { DeliveryOutcome, Taken } from '../../core/alerts/alert-notifier-port';
import type { HandNoticeOver, Notice, NoticeSender } from '../notice';
import { escapeMarkup } from '../notice-text';
import type { BusAnswer, BusCall, OnSend, SessionBus } from './session-bus';

export interface DbusNoticeSenderParts {
  readonly bus: Pick<SessionBus, 'call' | 'listen'>;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** Word for the one thing that a click does. */
  readonly clickLabel: () => string;
  readonly hasSound: () => boolean;
}

const NAME = 'org.freedesktop.Notifications';
const ADDRESS = {
  destination: NAME,
  path: '/org/freedesktop/Notifications',
  interface: NAME,
} as const;

const BUS = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
} as const;

/** The service that runs now. */
interface Service {
  readonly capabilities: ReadonlySet<string>;
  /** Unlike that of any other, of this bus or another; null where the bus does not say. */
  readonly name: string | null;
}

/** A message that takes longer is shown in the app instead. */
export const PATIENCE_MS = 1000;
/** A service that hung is not asked at once again: each message that it kept would come late and twice. */
export const REST_MS = 30_000;

const URGENCY = { normal: 1, critical: 2 } as const;
const CLICK = 'default';
/** Of the system's own sound theme. */
const SOUND = 'message-new-instant';
/** dunst and mako, which say that they know it, let a message replace another one with the same mark. */
const TAG_HINT = 'x-dunst-stack-tag';
const APP_NAME = 'Tapeout';
/** As the desktop file and the icon are called that come with the packages. */
const DESKTOP_ENTRY = 'tapeout';

/**
 * Messages by the notification service of Linux desktops
 * (specifications.freedesktop.org/notification). Electron's own way asks the service synchronously and
 * freezes the app for minutes where it hangs.
 */
export class DbusNoticeSender implements NoticeSender {
  private readonly clicks = new Map<number, () => void>();
  private subscriptions: readonly (() => void)[] = [];
  private service: Service | null = null;
  private restsUntil = -Infinity;

  constructor(private readonly parts: DbusNoticeSenderParts) {}

  start(): void {
    const { bus } = this.parts;
    this.subscriptions = [
      bus.listen({ interface: NAME, member: 'ActionInvoked' }, ([id, action]) => {
        if (action === CLICK) this.clicks.get(Number(id))?.();
      }),
      bus.listen({ interface: NAME, member: 'NotificationClosed' }, ([id]) => {
        this.clicks.delete(Number(id));
      }),
      bus.listen(
        { interface: 'org.freedesktop.DBus', member: 'NameOwnerChanged', arg0: NAME },
        () => this.forget(),
      ),
    ];
  }

  async show(
    notice: Notice,
    onClick: () => void,
    handOver?: HandNoticeOver,
  ): Promise<Exclude<DeliveryOutcome, 'held'>> {
    if (this.parts.now() < this.restsUntil) return 'failed';
    const deadline = this.parts.now() + PATIENCE_MS;
    const service = await this.askService(deadline);
    if (service === null) return 'failed';
    const { name, capabilities } = service;
    let isHandedOver = false;
    const onSend: OnSend | undefined =
      handOver &&
      ((write) => {
        if (name === null) return void write();
        handOver(name, () => (isHandedOver = write()));
      });
    const answer = await this.ask(deadline, this.notifyCall(notice, capabilities), onSend);
    if (answer.ok) {
      this.clicks.set(Number(answer.body[0]), onClick);
      return 'delivered';
    }
    return isHandedOver && answer.reason === 'timed-out' ? 'unsure' : 'failed';
  }

  /** A service that answers has heard all that the bus had for it before. */
  async hasTaken(holder: string): Promise<Taken> {
    const deadline = this.parts.now() + PATIENCE_MS;
    const name = await this.askName(deadline);
    if (name === undefined) return 'unknown';
    if (name !== holder) return 'no';
    const answer = await this.ask(deadline, { ...ADDRESS, member: 'GetCapabilities' });
    if (answer.ok) return 'yes';
    return answer.reason === 'timed-out' ? 'unknown' : 'no';
  }

  dispose(): void {
    for (const unsubscribe of this.subscriptions) unsubscribe();
    this.subscriptions = [];
  }

  /** Another service has taken over, or the same one was started again: it knows nothing of before. */
  private forget(): void {
    this.clicks.clear();
    this.service = null;
    this.restsUntil = -Infinity;
  }

  private async askService(deadline: number): Promise<Service | null> {
    if (this.service) return this.service;
    const answer = await this.ask(deadline, { ...ADDRESS, member: 'GetCapabilities' });
    if (!answer.ok) return null;
    const [names] = answer.body;
    const capabilities = new Set(Array.isArray(names) ? names.map(String) : []);
    this.service = { capabilities, name: (await this.askName(deadline)) ?? null };
    return this.service;
  }

  /**
   * Names on a bus are given once, and the identifier of a bus is its own.
   *
   * @returns null where there is no service; undefined where the bus does not say
   */
  private async askName(deadline: number): Promise<string | null | undefined> {
    const { bus, now } = this.parts;
    const leftMs = Math.max(0, deadline - now());
    const answers = await Promise.all([
      bus.call({ ...BUS, member: 'GetId' }, leftMs),
      bus.call({ ...BUS, member: 'GetNameOwner', signature: 's', body: [NAME] }, leftMs),
    ]);
    if (answers.some((answer) => !answer.ok && answer.reason === 'timed-out')) return undefined;
    const words = answers.flatMap((answer) => (answer.ok ? [String(answer.body[0])] : []));
    return words.length === answers.length ? words.join(' ') : null;
  }

  private async ask(deadline: number, call: BusCall, onSend?: OnSend): Promise<BusAnswer> {
    const { bus, now } = this.parts;
    const answer = await bus.call(call, Math.max(0, deadline - now()), onSend);
    if (!answer.ok && answer.reason === 'timed-out') this.restsUntil = now() + REST_MS;
    return answer;
  }

  private notifyCall(notice: Notice, capabilities: ReadonlySet<string>): BusCall {
    const { clickLabel, hasSound } = this.parts;
    const body = capabilities.has('body-markup') ? escapeMarkup(notice.body) : notice.body;
    const sound = hasSound()
      ? { 'sound-name': new Variant('s', SOUND) }
      : { 'suppress-sound': new Variant('b', true) };
    const hints = {
      urgency: new Variant('y', notice.isUrgent ? URGENCY.critical : URGENCY.normal),
      'desktop-entry': new Variant('s', DESKTOP_ENTRY),
      ...(capabilities.has(TAG_HINT) && { [TAG_HINT]: new Variant('s', notice.tag) }),
      ...sound,
    };
    return {
      ...ADDRESS,
      member: 'Notify',
      signature: 'susssasa{sv}i',
      body: [
        APP_NAME,
        0,
        DESKTOP_ENTRY,
        notice.title,
        body,
        capabilities.has('actions') ? [CLICK, clickLabel()] : [],
        hints,
        -1,
      ],
    };
  }
}
