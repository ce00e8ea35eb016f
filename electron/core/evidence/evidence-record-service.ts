import type { CalendarDate } from '../../../src/shared/domain/calendar/calendar-date';
import {
  type CorporateEvent,
  OWN_EVENT_PREFIX,
  ownEvent,
  type OwnEventDraft,
  type OwnEventFault,
  ownEventFault,
} from '../../../src/shared/domain/event-study/corporate-event';
import type {
  ChosenSession,
  EvidenceRecord,
} from '../../../src/shared/domain/event-study/evidence-record';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { NamedValues } from '../charts/named-values-port';
import { type ExternalAddress, toExternalAddress } from '../timeline/external-address';

export interface EvidenceRecordParts {
  /** The events that come with the app. */
  readonly loadCorporateEvents: () => Promise<readonly CorporateEvent[]>;
  /** The user's own, by their number. */
  readonly own: NamedValues<OwnEventDraft>;
  /** By `announcement|instrument`. */
  readonly sessions: NamedValues<CalendarDate>;
}

export type OwnEventAnswer =
  | { readonly ok: true; readonly record: EvidenceRecord }
  | { readonly ok: false; readonly fault: OwnEventFault | 'too-many' };

/** More than anybody writes by hand. */
const MOST_OWN_EVENTS = 2000;
const JOINT = '|';

/** What evidence rests on besides bars and announcements: corporate events and sessions set by hand. */
export class EvidenceRecordService {
  private corporate: Promise<readonly CorporateEvent[]> | null = null;

  constructor(private readonly parts: EvidenceRecordParts) {}

  async record(): Promise<EvidenceRecord> {
    const events = [...(await this.loadCorporate()), ...this.ownEvents()];
    return { events: events.toSorted(byDate), sessions: this.chosenSessions() };
  }

  /** Keeps an event of the user's own; nothing without a source. */
  async addEvent(draft: OwnEventDraft): Promise<OwnEventAnswer> {
    const fault = ownEventFault(draft);
    if (fault !== null) return { ok: false, fault };
    const numbers = [...this.parts.own.readAll().keys()].map(Number);
    if (numbers.length >= MOST_OWN_EVENTS) return { ok: false, fault: 'too-many' };
    this.parts.own.write(String(Math.max(0, ...numbers) + 1), draft);
    return { ok: true, record: await this.record() };
  }

  /** Forgets an event of the user's own; what comes with the app stays. */
  async removeEvent(id: string): Promise<EvidenceRecord> {
    const name = id.startsWith(OWN_EVENT_PREFIX) ? id.slice(OWN_EVENT_PREFIX.length) : '';
    if (this.parts.own.read(name) !== null) this.parts.own.write(name, null);
    return this.record();
  }

  /** @param session - null: the one that is worked out */
  async chooseSession(
    announcementId: string,
    instrument: InstrumentId,
    session: CalendarDate | null,
  ): Promise<EvidenceRecord> {
    this.parts.sessions.write([announcementId, instrument].join(JOINT), session);
    return this.record();
  }

  /** Null for an event that is not there and for an address that must not be opened. */
  async sourceUrl(id: string): Promise<ExternalAddress | null> {
    const event = (await this.record()).events.find((each) => each.id === id);
    // The user may note an unencrypted address; it is opened over https like every other one.
    return event ? toExternalAddress(event.source.url.replace(/^http:/i, 'https:')) : null;
  }

  private ownEvents(): readonly CorporateEvent[] {
    return [...this.parts.own.readAll()].map(([name, draft]) =>
      ownEvent(`${OWN_EVENT_PREFIX}${name}`, draft),
    );
  }

  /** Sessions that the user set by hand. */
  chosenSessions(): readonly ChosenSession[] {
    return [...this.parts.sessions.readAll()].map(([key, session]) => {
      const joint = key.lastIndexOf(JOINT);
      const instrument = key.slice(joint + 1) as InstrumentId;
      return { announcementId: key.slice(0, joint), instrument, session };
    });
  }

  private loadCorporate(): Promise<readonly CorporateEvent[]> {
    this.corporate ??= this.parts.loadCorporateEvents().catch((error: unknown) => {
      this.corporate = null;
      throw error;
    });
    return this.corporate;
  }
}

/** By code unit, not by locale: the order must be the same on every machine. */
function byDate(one: CorporateEvent, other: CorporateEvent): number {
  if (one.from !== other.from) return one.from < other.from ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}
