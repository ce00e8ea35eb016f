import { eventSession } from '../../../src/shared/domain/announcement/event-session';
import type { Announcement } from '../../../src/shared/domain/announcement/announcement';
import type { CalendarDate } from '../../../src/shared/domain/calendar/calendar-date';
import type { ExchangeCalendar } from '../../../src/shared/domain/calendar/exchange-calendar';
import type { MoveSince } from '../../../src/shared/domain/event-study/abnormal-move';
import type { ChosenSession } from '../../../src/shared/domain/event-study/evidence-record';
import { benchmarkOf } from '../../../src/shared/domain/instrument/benchmark';
import type { Instrument, InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { MoveGateway } from './move-gateway-port';

export interface AbnormalMoveParts {
  readonly gateway: MoveGateway;
  readonly announcement: (id: string) => Promise<Announcement | null>;
  readonly instrument: (id: InstrumentId) => Instrument | undefined;
  /** Of the exchange of an instrument; undefined where it is not known. */
  readonly calendar: (id: InstrumentId) => Promise<ExchangeCalendar | undefined>;
  /** Sessions that the user set by hand. */
  readonly chosenSessions: () => readonly ChosenSession[];
}

/** Measures moves since announcements for rules that watch them. */
export class AbnormalMoveService {
  constructor(private readonly parts: AbnormalMoveParts) {}

  /** Null where it cannot be said; a rule is silent then. */
  async measure({
    instrument,
    announcementId,
    session: last,
  }: {
    readonly instrument: InstrumentId;
    readonly announcementId: string;
    readonly session: CalendarDate;
  }): Promise<MoveSince | null> {
    const session = await this.sessionOf(announcementId, instrument);
    if (session === null || last < session) return null;
    const index = benchmarkOf(this.parts.instrument(instrument) ?? { id: instrument });
    const benchmark =
      index === null || index === instrument
        ? null
        : ({ kind: 'instrument', instrument: index } as const);
    return this.parts.gateway.measureMove({ instrument, benchmark, session, last });
  }

  private async sessionOf(id: string, instrument: InstrumentId): Promise<CalendarDate | null> {
    const chosen = this.parts
      .chosenSessions()
      .find((each) => each.announcementId === id && each.instrument === instrument);
    if (chosen) return chosen.session;
    const [announcement, calendar] = await Promise.all([
      this.parts.announcement(id),
      this.parts.calendar(instrument),
    ]);
    if (!announcement || !calendar) return null;
    return eventSession(announcement, calendar)?.session ?? null;
  }
}
