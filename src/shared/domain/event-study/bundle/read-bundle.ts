import { isCalendarDate } from '../../calendar/calendar-date';
import { jsonDepth } from '../../packs/json-depth';
import { STUDY_MODELS } from '../study-spec';
import { DATA_DOUBTS } from '../verdict';
import { BUNDLE_FORMAT, BUNDLE_VERSION, type EvidenceBundle } from './evidence-bundle';

export const BUNDLE_FAULTS = [
  'not-json',
  'not-a-bundle',
  /** Made by a version of Tapeout that writes another form. */
  'unknown-version',
  'bad-input',
] as const;

/** `message` is one line in English, for a terminal. */
export interface BundleFault {
  readonly fault: (typeof BUNDLE_FAULTS)[number];
  readonly message: string;
}

const MOST_DEPTH = 20;
const LONGEST_WINDOW = 10_000;

type Record = Readonly<{ [key: string]: unknown }>;

/**
 * Reads a bundle. What the statistics and the page are computed from is checked; the statistics
 * themselves are not, because they are computed anew.
 */
export function readBundle(text: string): EvidenceBundle | BundleFault {
  const value = parse(text);
  if (value === undefined) return { fault: 'not-json', message: 'the file is no JSON' };
  if (!isRecord(value) || value['format'] !== BUNDLE_FORMAT) {
    return { fault: 'not-a-bundle', message: 'the file is no evidence bundle' };
  }
  if (value['version'] !== BUNDLE_VERSION) {
    const message = `the bundle has version ${JSON.stringify(value['version'])}, known is ${BUNDLE_VERSION}`;
    return { fault: 'unknown-version', message };
  }
  const wrong = faultyPart(value);
  return wrong === null
    ? (value as unknown as EvidenceBundle)
    : { fault: 'bad-input', message: `${wrong} is missing or of another shape` };
}

function parse(text: string): unknown {
  try {
    return jsonDepth(text) > MOST_DEPTH ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Path of the first part that is not as it should be. */
function faultyPart(bundle: Record): string | null {
  const texts = ['appVersion', 'made', 'dataHash'].find((key) => !isText(bundle[key]));
  if (texts !== undefined) return texts;
  if (!isRecord(bundle['statistics'])) return 'statistics';
  const input = bundle['input'];
  if (!isRecord(input)) return 'input';
  if (!isLocalized(input['title'])) return 'input.title';
  if (!isParameters(input['parameters'])) return 'input.parameters';
  const ids = new Set<string>();
  const series = firstFaulty(input['series'], (one) => isSeries(one, ids));
  if (series !== null) return `input.series${series}`;
  const announcements = firstFaulty(input['announcements'], isAnnouncement);
  if (announcements !== null) return `input.announcements${announcements}`;
  const events = firstFaulty(input['events'], (one) => isEvent(one, ids));
  return events === null ? null : `input.events${events}`;
}

function firstFaulty(value: unknown, isRight: (one: unknown) => boolean): string | null {
  if (!Array.isArray(value)) return '';
  const index = value.findIndex((one) => !isRight(one));
  return index < 0 ? null : `[${index}]`;
}

function isParameters(value: unknown): boolean {
  return (
    isRecord(value) &&
    STUDY_MODELS.some((model) => model === value['model']) &&
    isWindow(value['window']) &&
    isEstimation(value['estimation'])
  );
}

function isWindow(value: unknown): boolean {
  const [first, last, ...rest] = Array.isArray(value) ? (value as readonly unknown[]) : [];
  return isDay(first) && isDay(last) && first <= last && rest.length === 0;
}

function isEstimation(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { from, to, length, gap } = value;
  return (isDay(length) && isDay(gap) && length > 0 && gap >= 0) || (isDate(from) && isDate(to));
}

function isSeries(value: unknown, ids: Set<string>): boolean {
  if (!isRecord(value)) return false;
  const { id, name, source, adjusted, dates, closes } = value;
  if (!isText(id) || ids.has(id) || !isLocalized(name) || !isText(source)) return false;
  ids.add(id);
  return typeof adjusted === 'boolean' && isRising(dates) && isPrices(closes, dates.length);
}

function isRising(value: unknown): value is readonly string[] {
  return (
    Array.isArray(value) &&
    value.every((date, at) => isDate(date) && (at === 0 || value[at - 1] < date))
  );
}

function isPrices(value: unknown, length: number): boolean {
  return (
    Array.isArray(value) &&
    value.length === length &&
    value.every((price) => typeof price === 'number' && price > 0)
  );
}

function isAnnouncement(value: unknown): boolean {
  return (
    isRecord(value) &&
    isText(value['id']) &&
    isText(value['date']) &&
    isLocalized(value['title']) &&
    isLocalized(value['text']) &&
    firstFaulty(value['sources'], isSource) === null
  );
}

function isSource(value: unknown): boolean {
  return isRecord(value) && ['publisher', 'title', 'url'].every((key) => isText(value[key]));
}

function isEvent(value: unknown, ids: ReadonlySet<string>): boolean {
  if (!isRecord(value)) return false;
  const { announcements, security, market, session, timing, doubts, confounders, said } = value;
  return (
    firstFaulty(announcements, isText) === null &&
    isText(security) &&
    ids.has(security) &&
    firstFaulty(market, (id) => isText(id) && ids.has(id)) === null &&
    isDate(session) &&
    isLocalized(timing) &&
    firstFaulty(doubts, (doubt) => DATA_DOUBTS.some((known) => known === doubt)) === null &&
    firstFaulty(confounders, isConfounder) === null &&
    (said === null || (isRecord(said) && isText(said['verdict']) && isLocalized(said['why'])))
  );
}

function isConfounder(value: unknown): boolean {
  return (
    isRecord(value) &&
    isDate(value['date']) &&
    isLocalized(value['text']) &&
    isLocalized(value['effect']) &&
    (value['source'] === null || isSource(value['source'])) &&
    typeof value['own'] === 'boolean'
  );
}

function isRecord(value: unknown): value is Record {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isDate(value: unknown): value is string {
  return isText(value) && isCalendarDate(value);
}

function isLocalized(value: unknown): boolean {
  return isRecord(value) && isText(value['en']) && isText(value['zh']);
}

function isDay(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= LONGEST_WINDOW;
}
