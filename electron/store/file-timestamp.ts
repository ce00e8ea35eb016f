const PATTERN = /(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z/;

/** UTC milliseconds as `20261123T203700123Z`: sorts by time and is a valid file name everywhere. */
export function fileTimestamp(timeMs: number): string {
  return new Date(timeMs).toISOString().replace(/[-:.]/g, '');
}

/** The first such time in a file name, in UTC milliseconds; null where there is none. */
export function parseFileTimestamp(name: string): number | null {
  const match = PATTERN.exec(name);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, ms] = match;
  const timeMs = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`);
  return Number.isNaN(timeMs) ? null : timeMs;
}
