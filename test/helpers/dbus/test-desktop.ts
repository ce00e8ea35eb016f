import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findCommand } from '../../../scripts/lib/find-command.mjs';
import { openPrivateBus } from '../../../scripts/lib/session-bus.mjs';
import { appUser } from '../app-user';

/** Not the first python of the path: that may be one without the system's modules. */
const PYTHON = '/usr/bin/python3';
const DBUSMOCK = '/usr/lib/python3/dist-packages/dbusmock/__init__.py';

/** Why there can be no desktop here; null where there can. CI may not do without. */
export function desktopObstacle(): string | null {
  const missing =
    (process.platform !== 'linux' && 'needs Linux') ||
    (findCommand('dbus-daemon') === null && 'there is no dbus-daemon') ||
    (!existsSync(PYTHON) && `there is no ${PYTHON}`) ||
    (!existsSync(DBUSMOCK) && 'python3-dbusmock is not installed');
  if (!missing) return null;
  if (process.env['CI'] && process.platform === 'linux') throw new Error(missing);
  return missing;
}

export type DesktopService = 'notifications' | 'tray' | 'logind';

/** `Notify` as it came over the bus. */
export interface ReceivedNotice {
  readonly title: string;
  readonly body: string;
  readonly actions: readonly string[];
  readonly urgency: number;
}

/** What the panel was told of the icon. */
export interface ShownIcon {
  readonly status: string;
  readonly tooltip: string;
  /** The same for the same picture. */
  readonly pixels: number;
}

export interface TestDesktopOptions {
  /** A folder with `dbus-1/services` in it, for services that the bus starts when they are asked. */
  readonly dataFolder?: string;
}

/** A session bus of its own with a desktop on it, see `desktop.py`. */
export class TestDesktop {
  private systemBus: string | null = null;
  private readonly waiting: ((answer: { ok?: unknown; error?: string }) => void)[] = [];

  private constructor(
    private readonly bus: Awaited<ReturnType<typeof openPrivateBus>>,
    private readonly child: ChildProcess,
  ) {
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) =>
      this.waiting.shift()?.(JSON.parse(line) as { ok?: unknown; error?: string }),
    );
  }

  static async open({ dataFolder }: TestDesktopOptions = {}): Promise<TestDesktop> {
    const { become, project, env: userEnv } = appUser();
    const env = process.env['XDG_DATA_DIRS'];
    if (dataFolder) process.env['XDG_DATA_DIRS'] = `${dataFolder}:/usr/share`;
    const bus = await openPrivateBus(become);
    if (env === undefined) delete process.env['XDG_DATA_DIRS'];
    else process.env['XDG_DATA_DIRS'] = env;
    const script = join(project, 'test/helpers/dbus/desktop.py');
    const [command = PYTHON, ...args] = [...become, PYTHON, script];
    const child = spawn(command, args, {
      env: { ...process.env, ...userEnv, ...bus.env },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    return new TestDesktop(bus, child);
  }

  /** What an app needs to be on this desktop. */
  get env(): Record<string, string> {
    return {
      ...this.bus.env,
      ...(this.systemBus && { DBUS_SYSTEM_BUS_ADDRESS: this.systemBus }),
    };
  }

  async start(service: DesktopService, parameters: object = {}): Promise<void> {
    const systemBus = await this.do('start', { service, ...parameters });
    if (service === 'logind') this.systemBus = String(systemBus);
  }

  stop = (service: DesktopService) => this.do('stop', { service });
  pause = (service: DesktopService) => this.do('pause', { service });
  unpause = (service: DesktopService) => this.do('unpause', { service });

  async notices(): Promise<readonly ReceivedNotice[]> {
    const calls = await this.calls('notifications', 'Notify');
    return calls.map(([, , , title, body, actions, hints]) => ({
      ...{ title: String(title), body: String(body), actions: actions as string[] },
      urgency: (hints as { urgency: number }).urgency,
    }));
  }

  /** @param number - counted from 1, as the service numbers its notices */
  clickNotice = (number: number) =>
    this.emit('notifications', 'org.freedesktop.Notifications', 'ActionInvoked', 'us', [
      number,
      'default',
    ]);

  closeNotice = (number: number) =>
    this.emit('notifications', 'org.freedesktop.Notifications', 'NotificationClosed', 'uu', [
      ...[number, 2],
    ]);

  /** What a machine says before it sleeps and after it woke. */
  sleep = (begins: boolean) =>
    this.emit('logind', 'org.freedesktop.login1.Manager', 'PrepareForSleep', 'b', [begins]);

  registrations = async () => (await this.calls('tray', 'RegisterStatusNotifierItem')).length;
  icon = () => this.do('icon') as Promise<ShownIcon>;
  menu = () => this.do('menu') as Promise<readonly string[]>;
  click = (label: string) => this.do('click', { label }) as Promise<boolean>;
  activate = () => this.do('activate');

  async dispose(): Promise<void> {
    const ended = once(this.child, 'exit');
    await this.do('end').catch(() => undefined);
    this.child.stdin?.end();
    await ended;
    await this.bus.dispose();
  }

  private calls = (service: DesktopService, method: string) =>
    this.do('calls', { service, method }) as Promise<readonly (readonly unknown[])[]>;

  private emit(
    service: DesktopService,
    ...[iface, name, signature, args]: [string, string, string, readonly unknown[]]
  ): Promise<unknown> {
    return this.do('emit', { service, interface: iface, name, signature, arguments: args });
  }

  private do(command: string, parameters: object = {}): Promise<unknown> {
    this.child.stdin?.write(`${JSON.stringify({ do: command, ...parameters })}\n`);
    return new Promise((resolve, reject) => {
      this.waiting.push(({ ok, error }) =>
        error === undefined ? resolve(ok) : reject(new Error(error)),
      );
    });
  }
}
