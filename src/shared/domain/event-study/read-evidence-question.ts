import { isCalendarDate } from '../calendar/calendar-date';
import { type InstrumentId, isInstrumentId } from '../instrument/instrument';
import {
  type Benchmark,
  EVIDENCE_LIMITS,
  type EvidenceQuestion,
  type EvidenceSettings,
  MOST_PEERS,
} from './evidence-question';
import { type FamilyMember, type FamilyQuestion, MOST_MEMBERS } from './family-question';
import { STUDY_MODELS } from './study-spec';

type Fields = Readonly<Record<string, unknown>>;

/** The question that came from another process; null for anything else. */
export function readEvidenceQuestion(value: unknown): EvidenceQuestion | null {
  const { instrument, benchmark, index, sector, session, settings, until, sensitivity } =
    fieldsOf(value);
  const read = {
    instrument: readInstrument(instrument),
    benchmark: readBenchmark(benchmark),
    index: readOptional(index),
    sector: readOptional(sector),
    session: readDate(session),
    settings: readSettings(settings),
    until: readMoment(until),
  };
  if (typeof sensitivity !== 'boolean' || Object.values(read).includes(undefined)) return null;
  return { ...(read as Omit<EvidenceQuestion, 'sensitivity'>), sensitivity };
}

/** As {@link readEvidenceQuestion}. */
export function readFamilyQuestion(value: unknown): FamilyQuestion | null {
  const { members, settings, until } = fieldsOf(value);
  if (!Array.isArray(members) || members.length > MOST_MEMBERS) return null;
  const all = members.flatMap((member) => readMember(member) ?? []);
  const read = { settings: readSettings(settings), until: readMoment(until) };
  if (all.length < members.length || read.settings === undefined) return null;
  return read.until === undefined
    ? null
    : { members: all, settings: read.settings, until: read.until };
}

function readMember(value: unknown): FamilyMember | null {
  const { announcementIds, instrument, benchmark, session } = fieldsOf(value);
  const read = {
    instrument: readInstrument(instrument),
    benchmark: readBenchmark(benchmark),
    session: readDate(session),
  };
  if (!Array.isArray(announcementIds) || Object.values(read).includes(undefined)) return null;
  const ids = announcementIds.filter((id) => typeof id === 'string');
  return { ...(read as Omit<FamilyMember, 'announcementIds'>), announcementIds: ids };
}

/** Settings within their bounds; undefined for anything else. */
export function readSettings(value: unknown): EvidenceSettings | undefined {
  const { model, length, gap, window } = fieldsOf(value);
  const known = STUDY_MODELS.find((one) => one === model);
  const { shortest, longest, gap: widestGap, window: farthest } = EVIDENCE_LIMITS;
  if (!known || !isWhole(length, shortest, longest) || !isWhole(gap, 0, widestGap)) {
    return undefined;
  }
  if (!Array.isArray(window) || window.length !== 2) return undefined;
  const [first, last] = window as readonly unknown[];
  if (!isWhole(first, -farthest, farthest) || !isWhole(last, first, farthest)) return undefined;
  return { model: known, length, gap, window: [first, last] };
}

/** A benchmark, or none; undefined for anything else. */
export function readBenchmark(value: unknown): Benchmark | null | undefined {
  if (value === null) return null;
  const { kind, instrument, instruments } = fieldsOf(value);
  if (kind === 'instrument') {
    const id = readInstrument(instrument);
    return id && { kind, instrument: id };
  }
  if (kind !== 'basket' || !Array.isArray(instruments)) return undefined;
  if (instruments.length === 0 || instruments.length > MOST_PEERS) return undefined;
  const ids = instruments.map(readInstrument);
  return ids.includes(undefined)
    ? undefined
    : { kind, instruments: ids as readonly InstrumentId[] };
}

function readInstrument(value: unknown): InstrumentId | undefined {
  return typeof value === 'string' && isInstrumentId(value) ? value : undefined;
}

function readOptional(value: unknown): InstrumentId | null | undefined {
  return value === null ? null : readInstrument(value);
}

function readDate(value: unknown): string | undefined {
  return typeof value === 'string' && isCalendarDate(value) ? value : undefined;
}

/** UTC milliseconds, or null; undefined for anything else. */
export function readMoment(value: unknown): number | null | undefined {
  return value === null || (typeof value === 'number' && Number.isFinite(value))
    ? value
    : undefined;
}

function isWhole(value: unknown, from: number, to: number): value is number {
  return Number.isInteger(value) && (value as number) >= from && (value as number) <= to;
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
