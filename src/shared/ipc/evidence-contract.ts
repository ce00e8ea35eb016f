import { z } from 'zod/mini';
import { isCalendarDate } from '../domain/calendar/calendar-date';
import {
  CORPORATE_EVENT_KINDS,
  LONGEST_EVENT_TEXT,
  type OwnEventFault,
} from '../domain/event-study/corporate-event';
import type { EvidenceRecord } from '../domain/event-study/evidence-record';
import { type InstrumentId, isInstrumentId } from '../domain/instrument/instrument';
import { invoke } from './build';
import type { OpenResult } from './open-result';

const instrument = z.custom<InstrumentId>(
  (value) => typeof value === 'string' && isInstrumentId(value),
);
const date = z.string().check(z.refine(isCalendarDate));
const id = z.string().check(z.minLength(1), z.maxLength(120));

/** What the user adds to the evidence, and what else of it comes from main. */
export const evidenceContract = {
  getRecord: invoke(z.undefined())<EvidenceRecord>(),
  addEvent: invoke(
    z.strictObject({
      ...{ instrument, kind: z.enum(CORPORATE_EVENT_KINDS) },
      from: z.string().check(z.maxLength(10)),
      to: z.nullable(z.string().check(z.maxLength(10))),
      text: z.string().check(z.maxLength(4 * LONGEST_EVENT_TEXT)),
      url: z.string().check(z.maxLength(4000)),
    }),
  )<AddEventResult>(),
  removeEvent: invoke(z.strictObject({ id }))<EvidenceRecord>(),
  /** `session` null: the one that is worked out. */
  chooseSession: invoke(
    z.strictObject({ announcementId: id, instrument, session: z.nullable(date) }),
  )<EvidenceRecord>(),
  /** Opens the source of an event in the user's browser. The page never sends an address. */
  openSource: invoke(z.strictObject({ id }))<OpenResult>(),
} as const;

export type AddEventResult =
  | { readonly ok: true; readonly record: EvidenceRecord }
  | { readonly ok: false; readonly fault: OwnEventFault | 'too-many' };
