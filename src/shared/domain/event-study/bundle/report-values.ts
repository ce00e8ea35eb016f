import type { StudyReport } from '../command/study-report';

/** A number of a report; null where it is not defined. */
export function numberIn(report: StudyReport, key: string): number | null {
  const value = report[key];
  return typeof value === 'number' ? value : null;
}

export function numbersIn(report: StudyReport, key: string): readonly (number | null)[] {
  const value = report[key];
  if (!Array.isArray(value)) return [];
  return value.map((one: unknown) => (typeof one === 'number' ? one : null));
}

export function textIn(report: StudyReport, key: string): string | null {
  const value = report[key];
  return typeof value === 'string' ? value : null;
}

export function textsIn(report: StudyReport, key: string): readonly string[] {
  const value = report[key];
  return Array.isArray(value)
    ? value.map((one: unknown) => (typeof one === 'string' ? one : ''))
    : [];
}

/** A report within a report; an empty one where there is none. */
export function reportIn(report: StudyReport, key: string): StudyReport {
  const value = report[key];
  const isReport = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isReport ? (value as StudyReport) : {};
}
