import {
  type InstrumentId,
  isInstrumentId,
} from '../../../src/shared/domain/instrument/instrument';
import { CHART_INTERVALS, type ChartInterval } from '../../../src/shared/domain/candle/interval';
import { readBundleOrder } from '../../../src/shared/domain/event-study/bundle/read-bundle-order';
import {
  readEvidenceQuestion,
  readFamilyQuestion,
} from '../../../src/shared/domain/event-study/read-evidence-question';
import type { SeriesWishes } from '../../../src/shared/domain/candle/series-wishes';
import { type DataRequest, MOST_LIST_SESSIONS } from '../../../src/shared/ipc/data-port';

/** More instruments than one question names; a longer list asks several times. */
const MOST_INSTRUMENTS = 2000;
/** Answers a message that does not even say which request it is. */
export const NO_REQUEST = -1;

export type ParsedRequest =
  | { readonly ok: true; readonly request: DataRequest }
  | { readonly ok: false; readonly request: number; readonly message: string };

/** Checks what came from a page: the types of the contract hold for the compiler only. */
export function parseDataRequest(message: unknown): ParsedRequest {
  const fields: Readonly<Record<string, unknown>> =
    typeof message === 'object' && message !== null ? { ...message } : {};
  const { kind, request } = fields;
  if (typeof request !== 'number' || !Number.isSafeInteger(request) || request < 0) {
    return { ok: false, request: NO_REQUEST, message: 'the request has no number' };
  }
  if (kind === 'open-series') return parseOpenSeries(request, fields);
  if (kind === 'get-sparklines') return parseSparklines(request, fields);
  if (kind === 'get-list-facts') return parseListFacts(request, fields);
  return parseEvidence(kind, request, fields);
}

function parseEvidence(
  kind: unknown,
  request: number,
  { question, order, of }: Readonly<Record<string, unknown>>,
): ParsedRequest {
  if (kind === 'study-event') {
    const read = readEvidenceQuestion(question);
    return read
      ? { ok: true, request: { kind, request, question: read } }
      : { ok: false, request, message: 'no question about an event' };
  }
  if (kind === 'study-family') {
    const read = readFamilyQuestion(question);
    return read
      ? { ok: true, request: { kind, request, question: read } }
      : { ok: false, request, message: 'no question about a family' };
  }
  if (kind === 'make-bundle') {
    const read = readBundleOrder(order);
    return read
      ? { ok: true, request: { kind, request, order: read } }
      : { ok: false, request, message: 'no bundle that can be made' };
  }
  if (kind === 'cancel-study' && typeof of === 'number') {
    return { ok: true, request: { kind, request, of } };
  }
  return { ok: false, request, message: 'unknown kind of request' };
}

function parseOpenSeries(
  request: number,
  { instrument, interval, wishes }: Readonly<Record<string, unknown>>,
): ParsedRequest {
  if (!isInstrument(instrument)) return { ok: false, request, message: 'no instrument' };
  if (!isInterval(interval)) return { ok: false, request, message: 'unknown interval' };
  if (wishes === undefined) {
    return { ok: true, request: { kind: 'open-series', request, instrument, interval } };
  }
  if (!isWishes(wishes)) return { ok: false, request, message: 'unknown wishes' };
  return { ok: true, request: { kind: 'open-series', request, instrument, interval, wishes } };
}

function parseSparklines(
  request: number,
  { instruments }: Readonly<Record<string, unknown>>,
): ParsedRequest {
  const message = faultOfList(instruments);
  if (message !== null) return { ok: false, request, message };
  const named = instruments as readonly InstrumentId[];
  return { ok: true, request: { kind: 'get-sparklines', request, instruments: named } };
}

function parseListFacts(
  request: number,
  { instruments, sessions, extended }: Readonly<Record<string, unknown>>,
): ParsedRequest {
  const message = faultOfList(instruments);
  if (message !== null) return { ok: false, request, message };
  if (!isSessionCount(sessions) || typeof extended !== 'boolean') {
    return { ok: false, request, message: 'unknown facts' };
  }
  const named = instruments as readonly InstrumentId[];
  const question = { instruments: named, sessions, extended };
  return { ok: true, request: { kind: 'get-list-facts', request, ...question } };
}

function faultOfList(instruments: unknown): string | null {
  if (!Array.isArray(instruments) || !instruments.every(isInstrument)) {
    return 'no list of instruments';
  }
  return instruments.length > MOST_INSTRUMENTS ? `more than ${MOST_INSTRUMENTS} instruments` : null;
}

function isSessionCount(value: unknown): value is number {
  if (typeof value !== 'number' || !Number.isInteger(value)) return false;
  return value >= 1 && value <= MOST_LIST_SESSIONS;
}

function isInstrument(value: unknown): value is InstrumentId {
  return typeof value === 'string' && isInstrumentId(value);
}

function isInterval(value: unknown): value is ChartInterval {
  return CHART_INTERVALS.some((interval) => interval === value);
}

function isWishes(value: unknown): value is SeriesWishes {
  if (typeof value !== 'object' || value === null) return false;
  const { adjusted, extended } = value as Readonly<Record<string, unknown>>;
  return typeof adjusted === 'boolean' && typeof extended === 'boolean';
}
