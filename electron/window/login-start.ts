import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { app } from 'electron';
import { writeFileAtomically } from './atomic-file';

/** Makes the system start the app with the user's session, in the tray, or not any more. */
export interface LoginStart {
  /** Never rejects. @returns false where the system refused */
  set(isOn: boolean): Promise<boolean>;
}

export interface LoginStartParts {
  readonly app: Pick<Electron.App, 'isPackaged' | 'getAppPath' | 'setLoginItemSettings'>;
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly homeFolder: string;
  readonly executable: string;
  readonly reportFailure: (message: string, cause: unknown) => void;
}

const HIDDEN = '--hidden';
const FILE_NAME = 'tapeout.desktop';

/** Of this very process. */
export function systemLoginStart(reportFailure: LoginStartParts['reportFailure']): LoginStart {
  const { platform, env, execPath } = process;
  const homeFolder = app.getPath('home');
  return createLoginStart({ app, platform, env, homeFolder, executable: execPath, reportFailure });
}

export function createLoginStart(parts: LoginStartParts): LoginStart {
  const setNow = parts.platform === 'linux' ? setDesktopFile : setLoginItem;
  return {
    async set(isOn) {
      try {
        await setNow(isOn, parts);
        return true;
      } catch (error) {
        parts.reportFailure('starting with the session could not be set', error);
        return false;
      }
    },
  };
}

function setLoginItem(isOn: boolean, parts: LoginStartParts): Promise<void> {
  parts.app.setLoginItemSettings({ openAtLogin: isOn, args: [HIDDEN] });
  return Promise.resolve();
}

/** The Desktop Application Autostart Specification of freedesktop.org. Electron does nothing here. */
async function setDesktopFile(isOn: boolean, parts: LoginStartParts): Promise<void> {
  const config = parts.env['XDG_CONFIG_HOME'] || join(parts.homeFolder, '.config');
  const path = join(config, 'autostart', FILE_NAME);
  if (isOn) await writeFileAtomically(path, autostartFile(startCommand(parts)));
  else await rm(path, { force: true });
}

/** What starts this very app: of an AppImage the image, not what it has unpacked for this run. */
function startCommand({ env, executable, ...parts }: LoginStartParts): readonly string[] {
  const program = env['APPIMAGE'] || executable;
  const folder = parts.app.isPackaged ? [] : [parts.app.getAppPath()];
  return [program, ...folder, HIDDEN];
}

export function autostartFile(command: readonly string[]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Tapeout',
    `Exec=${command.map(quoteArgument).join(' ')}`,
    'Icon=tapeout',
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/**
 * An argument of `Exec`: in quotes with `"`, `` ` ``, `$` and `\` escaped, `%` doubled, and every
 * backslash doubled once more, because the value of a key is unescaped before the command is.
 */
function quoteArgument(argument: string): string {
  const quoted = argument.replace(/["`$\\]/g, '\\$&').replaceAll('%', '%%');
  return `"${quoted.replaceAll('\\', '\\\\')}"`;
}
