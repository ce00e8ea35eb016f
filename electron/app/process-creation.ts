import { readFileSync } from 'node:fs';

interface CreatedProcess {
  readonly platform: NodeJS.Platform;
  /** UTC milliseconds, as far as Electron knows. */
  getCreationTime(): number | null;
}

/** What `/proc/PID/stat` counts in on every Linux that Electron runs on. */
const MS_PER_TICK = 10;
/** Counted from the first field behind the command, which may itself hold spaces and brackets. */
const START_TICKS_FIELD = 19;

/**
 * When the operating system made this process, UTC milliseconds. On Linux Electron's own figure rests
 * on the kernel's boot time in whole seconds and may be a second off; the age of the process does not.
 *
 * @param nodeBeganMs - UTC milliseconds at which Node began in this process
 * @param readText - reads a file of `/proc`
 */
export function processCreatedMs(
  process: CreatedProcess,
  nodeBeganMs: number,
  nowMs = Date.now(),
  readText = (path: string): string => readFileSync(path, 'latin1'),
): number {
  const ageMs = process.platform === 'linux' ? linuxAgeMs(readText) : null;
  const createdMs = ageMs === null ? process.getCreationTime() : nowMs - ageMs;
  return Math.min(createdMs ?? nodeBeganMs, nodeBeganMs);
}

function linuxAgeMs(readText: (path: string) => string): number | null {
  try {
    const stat = readText('/proc/self/stat');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const startedMs = Number(fields[START_TICKS_FIELD]) * MS_PER_TICK;
    const ageMs = Number.parseFloat(readText('/proc/uptime')) * 1000 - startedMs;
    // In a container the uptime may be that of the container.
    return Number.isFinite(ageMs) && ageMs >= 0 ? ageMs : null;
  } catch {
    // Without /proc Electron's figure has to do.
    return null;
  }
}
