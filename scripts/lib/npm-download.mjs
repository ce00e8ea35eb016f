import { readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const LOOK_EVERY_MS = 1000;

/**
 * @param {string} folder
 * @param {number} since
 */
function largestNewFile(folder, since) {
  try {
    const sizes = readdirSync(folder).map((name) => {
      const stats = statSync(join(folder, name));
      return stats.isFile() && stats.mtimeMs >= since ? stats.size : 0;
    });
    return Math.max(0, ...sizes);
  } catch {
    return 0;
  }
}

/**
 * npm shows no progress when its output is not a terminal. It writes what it
 * downloads into a temporary file of its cache, whose growth can be seen.
 * @param {(megabytes: number) => void} report
 * @returns {() => void} stops watching
 */
export function watchNpmDownload(report) {
  const startedAt = Date.now();
  const cache = process.env['npm_config_cache'] ?? join(homedir(), '.npm');
  const timer = setInterval(() => {
    const bytes = largestNewFile(join(cache, '_cacache', 'tmp'), startedAt);
    if (bytes > 0) report(Math.round(bytes / 1_000_000));
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}
