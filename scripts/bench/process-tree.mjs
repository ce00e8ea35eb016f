import { readdirSync, readFileSync } from 'node:fs';

/** What `/proc/PID/stat` counts in on every Linux that Electron runs on. */
const MS_PER_TICK = 10;

/** @param {string} path */
function readOrEmpty(path) {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    // Ended meanwhile.
    return '';
  }
}

/**
 * A process and all that it started.
 * @param {number} root
 * @returns {number[]}
 */
export function processTree(root) {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => {
        const parent = /^PPid:\s+(\d+)/m.exec(readOrEmpty(`/proc/${name}/status`))?.[1];
        return [Number(name), Number(parent ?? 0)];
      }),
  );
  const family = new Set([root]);
  for (let before = 0; before < family.size;) {
    before = family.size;
    for (const [pid, parent] of parents) if (family.has(parent)) family.add(pid);
  }
  return [...family];
}

/** What Chromium starts for Electron's `utilityProcess`. */
const DATA_PROCESS = 'node.mojom.NodeService';

/** `browser` is Electron's main process. @param {number} pid */
function kindOf(pid) {
  // Chromium writes its own command line anew, with spaces between the words.
  const words = readOrEmpty(`/proc/${pid}/cmdline`).split(/[\0 ]/);
  const after = (/** @type {string} */ name) =>
    words.find((word) => word.startsWith(name))?.slice(name.length);
  return after('--utility-sub-type=') ?? after('--type=') ?? 'browser';
}

/** @param {number} pid */
export function isDataProcess(pid) {
  return kindOf(pid) === DATA_PROCESS;
}

/**
 * Memory in megabytes for each kind of process, each shared page counted in part.
 * @param {readonly number[]} pids
 */
export function memoryByKind(pids) {
  /** @type {Record<string, number>} */
  const kinds = {};
  for (const pid of pids) {
    const kilobytes = /^Pss:\s+(\d+)/m.exec(readOrEmpty(`/proc/${pid}/smaps_rollup`))?.[1];
    const kind = kindOf(pid);
    kinds[kind] = (kinds[kind] ?? 0) + Number(kilobytes ?? 0) / 1024;
  }
  return kinds;
}

/**
 * Time of the processor so far, in milliseconds.
 * @param {readonly number[]} pids
 */
export function processorTimeOf(pids) {
  const ticks = pids.map((pid) => {
    const stat = readOrEmpty(`/proc/${pid}/stat`);
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  });
  return ticks.reduce((sum, each) => sum + each, 0) * MS_PER_TICK;
}
