import { EventEmitter } from 'node:events';
import type { WebPreferences } from 'electron';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  LOCKED_PREFERENCES,
  lockContents,
  lockPreferences,
  lockSession,
  mayLoad,
} from '../../../../electron/window/security-policy';

describe('lockPreferences', () => {
  it('adds every lock to what a window wants', () => {
    expect(lockPreferences({ preload: '/p.cjs', spellcheck: false })).toEqual({
      preload: '/p.cjs',
      spellcheck: false,
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
    });
  });

  it.each(Object.entries(LOCKED_PREFERENCES))('refuses another %s than %s', (name, value) => {
    expect(() => lockPreferences({ [name]: !value })).toThrow(`web preference ${name} is locked`);
    expect(() => lockPreferences({ [name]: value })).not.toThrow();
  });

  it.each<WebPreferences>([
    { enableBlinkFeatures: 'PreciseMemoryInfo' },
    { partition: 'persist:other' },
    { session: {} as never },
  ])('refuses %j', (wanted) => {
    expect(() => lockPreferences(wanted)).toThrow(/is locked/);
  });
});

describe('mayLoad', () => {
  it.each(['app://tapeout/index.html', 'app://tapeout/', 'data:image/png;base64,AA=='])(
    'allows %s',
    (address) => {
      expect(mayLoad(address, false)).toBe(true);
    },
  );

  it.each([
    'https://example.com/',
    'http://tapeout/',
    'ws://127.0.0.1/',
    'file:///etc/passwd',
    'app://tapeout.example.com/',
    'app://tapeout@example.com/',
    'app://example.com/tapeout',
    'app:tapeout',
    'blob:app://tapeout/1',
    'chrome://gpu',
    'devtools://devtools/bundled/inspector.html',
    'about:blank',
    'tapeout',
    '',
  ])('refuses %j', (address) => {
    expect(mayLoad(address, false)).toBe(false);
  });

  it('allows the developer tools where they are allowed, and nothing else more', () => {
    expect(mayLoad('devtools://devtools/bundled/inspector.html', true)).toBe(true);
    expect(mayLoad('https://example.com/', true)).toBe(false);
  });
});

class FakeSession extends EventEmitter {
  askPermission:
    ((contents: null, permission: string, decide: (grant: boolean) => void) => void) | null = null;
  checkPermission: (() => boolean) | null = null;
  checkDevice: (() => boolean) | null = null;
  beforeRequest:
    ((details: { url: string }, decide: (answer: { cancel: boolean }) => void) => void) | null =
    null;

  setPermissionRequestHandler(handler: never): void {
    this.askPermission = handler;
  }

  setPermissionCheckHandler(handler: never): void {
    this.checkPermission = handler;
  }

  setDevicePermissionHandler(handler: never): void {
    this.checkDevice = handler;
  }

  readonly webRequest = {
    onBeforeRequest: (handler: never) => {
      this.beforeRequest = handler;
    },
  };
}

/** What `webContents.d.ts` lists as permissions, and one that does not exist yet. */
const PERMISSIONS = [
  ...['clipboard-read', 'clipboard-sanitized-write', 'display-capture', 'fullscreen'],
  ...['geolocation', 'idle-detection', 'media', 'mediaKeySystem', 'midi', 'midiSysex'],
  ...['notifications', 'pointerLock', 'keyboardLock', 'openExternal', 'speaker-selection'],
  ...['storage-access', 'top-level-storage-access', 'window-management', 'fileSystem', 'hid'],
  ...['serial', 'usb', 'unknown', 'of-the-future'],
];

describe('lockSession', () => {
  let session: FakeSession;

  beforeEach(() => {
    session = new FakeSession();
    lockSession(session as never, false);
  });

  it.each(PERMISSIONS)('refuses %s', (permission) => {
    const answers: boolean[] = [];
    session.askPermission?.(null, permission, (grant) => answers.push(grant));
    expect(answers).toEqual([false]);
  });

  it('refuses every check and every device', () => {
    expect(session.checkPermission?.()).toBe(false);
    expect(session.checkDevice?.()).toBe(false);
  });

  it('refuses downloads', () => {
    let prevented = 0;
    session.emit('will-download', { preventDefault: () => (prevented += 1) });
    expect(prevented).toBe(1);
  });

  it.each([
    ['app://tapeout/assets/a.js', false],
    ['https://example.com/', true],
    ['not an address', true],
  ])('decides on a request for %s', (url, cancel) => {
    const answers: { cancel: boolean }[] = [];
    session.beforeRequest?.({ url }, (answer) => answers.push(answer));
    expect(answers).toEqual([{ cancel }]);
  });
});

type OpenWindow = (details: unknown) => unknown;

describe('lockContents', () => {
  let contents: EventEmitter;
  let openWindow: OpenWindow | null;

  beforeEach(() => {
    contents = new EventEmitter();
    const setWindowOpenHandler = (handler: OpenWindow): void => void (openWindow = handler);
    lockContents(Object.assign(contents, { setWindowOpenHandler }) as never);
  });

  it.each(['will-navigate', 'will-redirect', 'will-frame-navigate', 'will-attach-webview'])(
    'prevents %s',
    (event) => {
      let prevented = 0;
      contents.emit(event, { preventDefault: () => (prevented += 1) });
      expect(prevented).toBe(1);
    },
  );

  it('opens no window', () => {
    expect(openWindow?.({ url: 'app://tapeout/index.html' })).toEqual({ action: 'deny' });
  });

  it('chooses no bluetooth device', () => {
    const chosen: string[] = [];
    let prevented = 0;
    const event = { preventDefault: () => (prevented += 1) };
    contents.emit('select-bluetooth-device', event, [{ deviceId: 'near' }], (id: string) =>
      chosen.push(id),
    );
    expect([chosen, prevented]).toEqual([[''], 1]);
  });
});
