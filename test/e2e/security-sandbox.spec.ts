import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeFolder } from '../helpers/desk-app';
import { electronUnderTest, PROJECT_DIR } from '../helpers/electron-under-test';
import { eventually } from './eventually';

/** `nobody`: a user who owns nothing and may do nothing special. */
const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;

/** Why the renderer cannot be looked at here; null where it can. */
function obstacle(): string | null {
  if (process.platform !== 'linux') return 'needs /proc';
  if (isRoot && !['/usr/bin/setpriv', '/bin/setpriv'].some((path) => existsSync(path))) {
    return 'root needs setpriv to become an ordinary user';
  }
  return null;
}

const skipped = obstacle();

let folder = '';
let child: ReturnType<typeof spawn> | null = null;

/** The built app with the one package that stays outside its bundles. */
const APP_PARTS = [
  'out',
  'package.json',
  ...['libsql', '@libsql', '@neon-rs', 'detect-libc'].map((name) => `node_modules/${name}`),
];

/** Electron and the app where an ordinary user can read them. */
function readableCopies(): { executable: string; app: string } {
  const { executable } = electronUnderTest();
  if (!isRoot || (isReadableByAll(executable) && isReadableByAll(join(PROJECT_DIR, 'out')))) {
    return { executable, app: PROJECT_DIR };
  }
  const electron = join(folder, 'electron');
  cpSync(dirname(executable), electron, { recursive: true });
  const app = join(folder, 'app');
  for (const part of APP_PARTS) {
    cpSync(join(PROJECT_DIR, part), join(app, part), { recursive: true });
  }
  return { executable: join(electron, basename(executable)), app };
}

/** A file that others may read lies behind folders that others may enter. */
function isReadableByAll(path: string): boolean {
  const parent = dirname(path);
  const mode = statSync(path).mode & 0o005;
  return mode === 0o005 && (parent === path || isReadableByAll(parent));
}

/** The X server's key, where it has one that only we may read. */
function displayKey(): Record<string, string> {
  const key = process.env['XAUTHORITY'];
  if (!isRoot || !key || !existsSync(key)) return {};
  const copy = join(folder, 'Xauthority');
  copyFileSync(key, copy);
  chownSync(copy, NOBODY, NOBODY);
  return { XAUTHORITY: copy };
}

beforeAll(() => {
  if (skipped !== null) return;
  folder = mkdtempSync(join(tmpdir(), 'tapeout-test-'));
  chmodSync(folder, 0o755);
  const home = join(folder, 'home');
  mkdirSync(home);
  if (isRoot) chownSync(home, NOBODY, NOBODY);
  const { executable, app } = readableCopies();
  const switches = electronUnderTest().switches.filter((name) => name !== '--no-sandbox');
  const command = [
    ...(isRoot ? ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'] : []),
    executable,
    ...switches,
    app,
    '--offline',
    '--user-data',
    join(home, 'user-data'),
  ];
  child = spawn(command[0] ?? '', command.slice(1), {
    env: {
      ...process.env,
      ...displayKey(),
      HOME: home,
      XDG_RUNTIME_DIR: home,
      XDG_CONFIG_HOME: home,
    },
    stdio: 'ignore',
  });
});
afterAll(async () => {
  if (child && child.exitCode === null && child.signalCode === null) {
    const ended = new Promise((resolve) => child?.once('exit', resolve));
    const patience = setTimeout(() => child?.kill('SIGKILL'), 10_000);
    child.kill('SIGTERM');
    await ended;
    clearTimeout(patience);
  }
  if (folder !== '') await removeFolder(folder);
});

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly arguments: string;
  readonly status: string;
}

/** Everything that runs at this moment; what ends meanwhile is left out. */
function processes(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const status = readFileSync(`/proc/${name}/status`, 'utf8');
        const parent = Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]);
        const args = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return [{ pid: Number(name), parent, arguments: args, status }];
      } catch {
        return [];
      }
    });
}

/** Our app's renderer: `--type=renderer` among the descendants of the process that we started. */
function findRenderer(): Process | undefined {
  const all = processes();
  const family = new Set([child?.pid]);
  for (let grown = true; grown;) {
    const before = family.size;
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
    grown = family.size > before;
  }
  return all.find(
    ({ pid, arguments: args }) => family.has(pid) && args.includes('--type=renderer'),
  );
}

describe.skipIf(skipped !== null)(
  `the sandbox, for an ordinary user${skipped === null ? '' : ` (skipped: ${skipped})`}`,
  () => {
    it('filters the system calls of the page’s process', async () => {
      await eventually(() => /^Seccomp:\s+(\d)/m.exec(findRenderer()?.status ?? '')?.[1]).toBe('2');
    });

    it('keeps the page’s process in a namespace of its own', () => {
      const levels = /^NSpid:\s+(.+)$/m.exec(findRenderer()?.status ?? '')?.[1]?.split(/\s+/) ?? [];
      expect(levels.length).toBeGreaterThanOrEqual(2);
    });

    it('gives the page’s process no privilege at all', () => {
      const status = findRenderer()?.status ?? '';
      expect(/^CapEff:\s+(\w+)$/m.exec(status)?.[1]).toMatch(/^0+$/);
      expect(/^NoNewPrivs:\s+(\d)$/m.exec(status)?.[1]).toBe('1');
      expect(/^Uid:\s+(\d+)/m.exec(status)?.[1]).toBe(String(isRoot ? NOBODY : process.getuid?.()));
    });
  },
);
