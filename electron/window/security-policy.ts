import type { Session, WebContents, WebPreferences } from 'electron';
import { PAGE_HOST, PAGE_SCHEME } from './page-files';

/**
 * Every lock of the app in one place: what a page may be, where it may go, what it may ask for and
 * what it may load. Nothing here is configurable.
 */

/** Written out, defaults included, so that no other default of a later Electron can change them. */
export const LOCKED_PREFERENCES = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
} as const satisfies WebPreferences;

/** Each of these would open a lock, or lead to a session that nobody has locked. */
const REFUSED_PREFERENCES = ['enableBlinkFeatures', 'session', 'partition'] as const;

/**
 * The preferences of a window: the locked ones and whatever else it wants.
 *
 * @throws Error for a wanted one that would weaken them
 */
export function lockPreferences(wanted: WebPreferences): WebPreferences {
  const weakened = Object.entries(LOCKED_PREFERENCES).find(
    ([name, locked]) => (wanted[name as keyof WebPreferences] ?? locked) !== locked,
  );
  const refused = weakened?.[0] ?? REFUSED_PREFERENCES.find((name) => wanted[name] !== undefined);
  if (refused) throw new Error(`web preference ${refused} is locked`);
  return { ...wanted, ...LOCKED_PREFERENCES };
}

/** True for what the page may load: its own files, pictures inside them, and the developer tools. */
export function mayLoad(address: string, allowDevTools: boolean): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.protocol === `${PAGE_SCHEME}:`) return url.host === PAGE_HOST;
  return url.protocol === 'data:' || (allowDevTools && url.protocol === 'devtools:');
}

interface Preventable {
  preventDefault(): void;
}

type LockableSession = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
> & {
  readonly webRequest: Pick<Session['webRequest'], 'onBeforeRequest'>;
  on(event: 'will-download', listener: (event: Preventable) => void): unknown;
};

/** Refuses every permission, device and download of a session, and every request off `app://`. */
export function lockSession(session: LockableSession, allowDevTools: boolean): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, decide) =>
    decide({ cancel: !mayLoad(details.url, allowDevTools) }),
  );
}

const REFUSED_EVENTS = [
  'will-navigate',
  'will-redirect',
  'will-frame-navigate',
  'will-attach-webview',
] as const;

interface LockableContents extends Pick<WebContents, 'setWindowOpenHandler'> {
  on(event: (typeof REFUSED_EVENTS)[number], listener: (event: Preventable) => void): unknown;
  on(
    event: 'select-bluetooth-device',
    listener: (event: Preventable, devices: unknown, choose: (deviceId: string) => void) => void,
  ): unknown;
}

/** Keeps a page where it is: no navigation, no window, no webview, no device. */
export function lockContents(contents: LockableContents): void {
  for (const event of REFUSED_EVENTS) {
    contents.on(event, (details) => details.preventDefault());
  }
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // Left alone, Electron chooses the first device in reach.
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault();
    choose('');
  });
}
