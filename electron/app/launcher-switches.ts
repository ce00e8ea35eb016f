/**
 * Switches of Chromium, Node and the operating systems that launchers, test drivers and users add
 * to the command line of any Electron app. They are not ours: Electron has read them already.
 */
const LAUNCHER_SWITCHES: ReadonlySet<string> = new Set([
  // Sandbox, graphics and display server
  'no-sandbox',
  'no-zygote',
  'disable-setuid-sandbox',
  'disable-gpu',
  'disable-gpu-sandbox',
  'disable-gpu-compositing',
  'disable-software-rasterizer',
  'disable-dev-shm-usage',
  'disable-frame-rate-limit',
  'disable-gpu-vsync',
  'enable-unsafe-swiftshader',
  'in-process-gpu',
  'use-angle',
  'use-gl',
  'ozone-platform',
  'ozone-platform-hint',
  'enable-wayland-ime',
  'wayland-text-input-version',
  'gtk-version',
  'force-device-scale-factor',
  'high-dpi-support',
  'force-color-profile',
  'force-prefers-reduced-motion',
  'hide-scrollbars',
  'mute-audio',
  'class',
  'lang',
  'password-store',
  'user-data-dir',
  // Debugging, logging and test drivers
  'inspect',
  'inspect-brk',
  'inspect-port',
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-allow-origins',
  'js-flags',
  'trace-warnings',
  'trace-deprecation',
  'enable-logging',
  'log-file',
  'log-level',
  'v',
  'vmodule',
  'enable-features',
  'disable-features',
  'disable-renderer-backgrounding',
  'disable-background-timer-throttling',
  'disable-backgrounding-occluded-windows',
  // Added by Chromium itself when it hands a command line on
  'allow-file-access-from-files',
  'original-process-start-time',
]);

/** macOS names the process when the Finder starts an app. */
const FINDER_ARGUMENT = /^-psn_\d+_\d+$/;

/** True for an argument that is meant for Electron or the system and not for the app. */
export function isLauncherSwitch(argument: string): boolean {
  if (FINDER_ARGUMENT.test(argument)) return true;
  const name = /^--([^=]+)/.exec(argument)?.[1];
  return name !== undefined && LAUNCHER_SWITCHES.has(name);
}

/** Options of Electron's own loader whose value is the next argument. */
const LOADER_OPTIONS: ReadonlySet<string> = new Set(['-r', '--require']);

/**
 * The arguments that are the app's. A packaged app gets them all; before the app folder of an
 * unpackaged one everything belongs to Electron.
 *
 * @param argv - as in `process.argv`, the executable first
 */
export function ownArguments(argv: readonly string[], isPackaged: boolean): readonly string[] {
  const all = argv.slice(1);
  return (isPackaged ? all : all.slice(indexOfAppFolder(all) + 1)).filter(
    (argument) => !isLauncherSwitch(argument),
  );
}

function indexOfAppFolder(args: readonly string[]): number {
  return args.findIndex(
    (argument, index) => !argument.startsWith('-') && !LOADER_OPTIONS.has(args[index - 1] ?? ''),
  );
}
