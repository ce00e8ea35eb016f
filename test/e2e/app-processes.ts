import { readdirSync, readFileSync } from 'node:fs';

/** What the system says of a process: https://www.kernel.org/doc/html/latest/filesystems/proc.html */
export interface AppProcess {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
  /** Its real user. */
  readonly uid: number;
  /** Namespaces of process numbers that it is in, counted from ours. */
  readonly namespaces: number;
  /** 2 where a filter of system calls is on. */
  readonly seccomp: number;
  readonly hasPrivileges: boolean;
  readonly canGainPrivileges: boolean;
}

function read(pid: string): AppProcess {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const field = (name: string): string =>
    new RegExp(`^${name}:\\s+(.*)$`, 'm').exec(status)?.[1] ?? '';
  return {
    pid: Number(pid),
    parent: Number(field('PPid')),
    command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '),
    uid: Number(field('Uid').split('\t')[0]),
    namespaces: field('NSpid').split('\t').length,
    seccomp: Number(field('Seccomp')),
    hasPrivileges: !/^0+$/.test(field('CapEff')),
    canGainPrivileges: field('NoNewPrivs') !== '1',
  };
}

/** Everything that runs at this moment; what ends meanwhile is left out. */
function allProcesses(): AppProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        return [read(name)];
      } catch {
        return [];
      }
    });
}

/** The app with this process number and all that descend from it. */
export function appProcesses(root: number | undefined): AppProcess[] {
  const all = allProcesses();
  const family = new Set([root]);
  for (let grown = true; grown;) {
    const before = family.size;
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
    grown = family.size > before;
  }
  return all.filter(({ pid }) => family.has(pid));
}

/** The processes of its pages. */
export const pageProcesses = (root: number | undefined): AppProcess[] =>
  appProcesses(root).filter(({ command }) => command.includes('--type=renderer'));
