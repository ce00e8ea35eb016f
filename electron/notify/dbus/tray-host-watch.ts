import type { BusCall, SessionBus } from './session-bus';

export interface TrayHostWatchParts {
  readonly bus: Pick<SessionBus, 'call' | 'listen'>;
  /** Of this process: whose icon is ours. */
  readonly pid: number;
  /** A panel came or was started anew: icons have to be registered with it. */
  readonly onCame: () => void;
  /** {@link TrayHostWatch.showsOurIcon} is another. */
  readonly onChanged: () => void;
}

const WATCHER = 'org.kde.StatusNotifierWatcher';
const DAEMON = 'org.freedesktop.DBus';
const DAEMON_ADDRESS = {
  destination: DAEMON,
  path: '/org/freedesktop/DBus',
  interface: DAEMON,
} as const;
const PATIENCE_MS = 1000;

interface Panel {
  /** Somebody keeps the list of icons, and somebody shows it. */
  readonly isThere: boolean;
  readonly hasOurs: boolean;
}

const NO_PANEL: Panel = { isThere: false, hasOurs: false };

/**
 * Whether a panel shows our icon at this moment (the StatusNotifierItem specification of
 * freedesktop.org). Electron does not tell: it registers its icon once, and never says when nobody
 * takes it.
 */
export class TrayHostWatch {
  private panel = NO_PANEL;
  /** Counts the questions: an answer to an older one says nothing any more. */
  private asked = 0;
  private subscriptions: readonly (() => void)[] = [];

  constructor(private readonly parts: TrayHostWatchParts) {}

  get showsOurIcon(): boolean {
    return this.panel.hasOurs;
  }

  /** @returns once it is known whether there is a panel now */
  async start(): Promise<void> {
    const { bus } = this.parts;
    const look = (): void => void this.look();
    const listen = (member: string): (() => void) =>
      bus.listen({ interface: WATCHER, member: `StatusNotifier${member}` }, look);
    this.subscriptions = [
      bus.listen({ interface: DAEMON, member: 'NameOwnerChanged', arg0: WATCHER }, () => {
        // Whatever had been registered is forgotten, also where a new owner took over at once.
        this.become(NO_PANEL);
        look();
      }),
      ...['HostRegistered', 'HostUnregistered', 'ItemRegistered', 'ItemUnregistered'].map(listen),
    ];
    await this.look();
  }

  dispose(): void {
    for (const unsubscribe of this.subscriptions) unsubscribe();
    this.subscriptions = [];
  }

  private async look(): Promise<void> {
    const question = ++this.asked;
    const panel = await this.askPanel();
    if (question === this.asked) this.become(panel);
  }

  private async askPanel(): Promise<Panel> {
    // Asking the watcher itself would start one where none runs.
    const owner = await this.ask({ ...DAEMON_ADDRESS, member: 'NameHasOwner' }, WATCHER);
    if (owner !== true) return NO_PANEL;
    if ((await this.askProperty('IsStatusNotifierHostRegistered')) !== true) return NO_PANEL;
    const items = await this.askProperty('RegisteredStatusNotifierItems');
    return { isThere: true, hasOurs: Array.isArray(items) && (await this.hasOurs(items)) };
  }

  private async hasOurs(items: readonly unknown[]): Promise<boolean> {
    const pids = await Promise.all(items.map((item) => this.pidOf(String(item))));
    return pids.includes(this.parts.pid);
  }

  /** @param item - a name on the bus, with the path of the icon behind it or without */
  private async pidOf(item: string): Promise<unknown> {
    const [name = ''] = item.split('/');
    return this.ask({ ...DAEMON_ADDRESS, member: 'GetConnectionUnixProcessID' }, name);
  }

  private async askProperty(name: string): Promise<unknown> {
    const address = { destination: WATCHER, path: '/StatusNotifierWatcher' };
    return valueOf(
      await this.ask(
        { ...address, interface: `${DAEMON}.Properties`, member: 'Get' },
        ...[WATCHER, name],
      ),
    );
  }

  /** @returns the first part of the answer; undefined where there is none */
  private async ask(call: BusCall, ...words: readonly string[]): Promise<unknown> {
    const signature = 's'.repeat(words.length);
    const answer = await this.parts.bus.call({ ...call, signature, body: words }, PATIENCE_MS);
    return answer.ok ? answer.body[0] : undefined;
  }

  private become(panel: Panel): void {
    const before = this.panel;
    this.panel = panel;
    if (panel.isThere && !before.isThere) this.parts.onCame();
    if (panel.hasOurs !== before.hasOurs) this.parts.onChanged();
  }
}

/** What a property holds: the library wraps it with its type. */
function valueOf(variant: unknown): unknown {
  return typeof variant === 'object' && variant !== null && 'value' in variant
    ? variant.value
    : undefined;
}
