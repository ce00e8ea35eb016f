import { SvelteMap } from 'svelte/reactivity';
import type { DataClient } from '../api/data-client';
import type { AnnouncementSummary } from '../shared/domain/announcement/announcement';
import { type EventSession, eventSession } from '../shared/domain/announcement/event-session';
import { addDays, type CalendarDate } from '../shared/domain/calendar/calendar-date';
import {
  type Confounder,
  confoundersOf,
  type QualifiedVerdict,
  qualifyVerdict,
} from '../shared/domain/event-study/confounders';
import type { OwnEventDraft } from '../shared/domain/event-study/corporate-event';
import {
  type EvidenceAnswer,
  type EvidenceQuestion,
  type EvidenceSettings,
  instrumentsOfEvent,
  USUAL_EVIDENCE,
} from '../shared/domain/event-study/evidence-question';
import {
  type EvidenceRecord,
  NO_EVIDENCE_RECORD,
} from '../shared/domain/event-study/evidence-record';
import { benchmarkOf, SEMICONDUCTOR_INDEX } from '../shared/domain/instrument/benchmark';
import type { InstrumentId } from '../shared/domain/instrument/instrument';
import type { TapeoutClient } from '../shared/ipc/contract';
import type { AddEventResult } from '../shared/ipc/evidence-contract';
import type { BundleFiles, BundleOrder } from '../shared/domain/event-study/bundle/bundle-order';
import type { CalendarsState } from './calendars-state.svelte';
import type { EvidenceLookup } from './evidence-lookup';
import { EvidencePanelState } from './evidence-panel-state.svelte';
import type { InstrumentsState } from './instruments-state.svelte';
import type { ReplayClock } from './replay-clock.svelte';
import type { TimelineState } from './timeline-state.svelte';

/** What the evidence asks of the rest of the desk. */
export interface EvidenceParts {
  readonly client: TapeoutClient;
  readonly timeline: TimelineState;
  readonly instruments: InstrumentsState;
  readonly calendars: CalendarsState;
  /** UTC milliseconds by main's clock. */
  now(): number;
}

/** An event session, or the one that the user set in its place. */
export interface ShownSession extends EventSession {
  readonly isChosen: boolean;
}

/** What is known of an answer so far. */
export type Asked =
  | { readonly status: 'waiting' }
  | { readonly status: 'failed' }
  | { readonly status: 'answered'; readonly answer: EvidenceAnswer };

const WAITING: Asked = { status: 'waiting' };
/** Days around a session in which what happened may have fallen on it or a neighbour, holidays included. */
const NEAR_DAYS = 14;
/** Answers that are kept; a card asks for one. */
const MOST_ANSWERS = 400;

/** What the bars say of announcements, asked for when somebody looks, and kept until bars change. */
export class EvidenceState implements EvidenceLookup {
  readonly #parts: EvidenceParts;
  readonly #data: DataClient;
  readonly #clock: ReplayClock;
  #record = $state.raw<EvidenceRecord>(NO_EVIDENCE_RECORD);
  readonly #answers = new SvelteMap<string, Asked>();
  readonly #questions = new Map<string, EvidenceQuestion>();
  #loading: Promise<void> | null = null;
  /** What the panel over one announcement shows. */
  readonly panel: EvidencePanelState;

  constructor(parts: EvidenceParts, data: DataClient, clock: ReplayClock) {
    this.#parts = parts;
    this.#data = data;
    this.#clock = clock;
    this.panel = new EvidencePanelState(this, data, parts.timeline, () => parts.now());
  }

  /** Of the past at which the desk stands, UTC milliseconds; null in real time. */
  get moment(): number | null {
    return this.#clock.moment;
  }

  isSameIssuer(one: string, other: string): boolean {
    return this.#parts.instruments.isSameIssuer(one, other);
  }

  get record(): EvidenceRecord {
    return this.#record;
  }

  /** Reads the corporate events and what the user added, once. */
  async load(): Promise<void> {
    this.#loading ??= this.#parts.client.evidence.getRecord().then(
      (record) => void (this.#record = record),
      (error: unknown) => {
        this.#loading = null;
        throw error;
      },
    );
    await this.#loading;
  }

  /** The first session of a listing that could react; null where only a month or less is known. */
  sessionOf(announcement: AnnouncementSummary, instrument: InstrumentId): ShownSession | null {
    const calendar = this.#parts.calendars.of(instrument);
    const worked = calendar ? eventSession(announcement, calendar) : printedSession(announcement);
    const chosen = this.#record.sessions.find(
      (each) => each.announcementId === announcement.id && each.instrument === instrument,
    );
    if (!worked || !chosen) return worked && { ...worked, isChosen: false };
    return { ...worked, session: chosen.session, latest: chosen.session, isChosen: true };
  }

  /** The question that a card asks; null where the day is not known. */
  questionOf(
    announcement: AnnouncementSummary,
    instrument: InstrumentId,
    settings: EvidenceSettings = USUAL_EVIDENCE,
  ): EvidenceQuestion | null {
    const session = this.sessionOf(announcement, instrument)?.session;
    if (session === undefined) return null;
    const index = this.indexOf(instrument);
    return {
      ...{ instrument, index, session, sensitivity: false },
      sector: instrument === SEMICONDUCTOR_INDEX ? null : SEMICONDUCTOR_INDEX,
      benchmark: index && { kind: 'instrument', instrument: index },
      settings: index ? settings : { ...settings, model: 'mean' },
      until: this.moment,
    };
  }

  /** The index of the listing's own exchange; an index has none but itself. */
  indexOf(instrument: InstrumentId): InstrumentId | null {
    const known = this.#parts.instruments.get(instrument) ?? { id: instrument };
    const index = benchmarkOf(known);
    return index === instrument ? null : index;
  }

  /** What is known of the answer; nothing is asked for. */
  answerTo(question: EvidenceQuestion): Asked {
    return this.#answers.get(JSON.stringify(question)) ?? WAITING;
  }

  /** Asks for what is not known yet, or could not be read. */
  async ask(question: EvidenceQuestion): Promise<void> {
    const key = JSON.stringify(question);
    if (this.#questions.has(key)) return;
    this.#questions.set(key, question);
    this.#dropOldest();
    let asked: Asked;
    try {
      asked = { status: 'answered', answer: await this.#data.studyEvent(question) };
    } catch {
      asked = { status: 'failed' };
      this.#questions.delete(key);
    }
    // Bars that changed meanwhile have made it void.
    if (this.#questions.get(key) === question || asked.status === 'failed') {
      this.#answers.set(key, asked);
    }
  }

  /** Bars of these have changed: what rests on them is asked for anew when somebody looks. */
  forget(changed: readonly InstrumentId[]): void {
    for (const [key, question] of this.#questions) {
      if (!instrumentsOfEvent(question).some((id) => changed.includes(id))) continue;
      this.#questions.delete(key);
      this.#answers.delete(key);
    }
  }

  /** What else happened at the time, with what it does to the verdict. */
  ledgerOf(
    announcementId: string | null,
    question: EvidenceQuestion,
    answer: EvidenceAnswer,
  ): readonly Confounder[] {
    const { instrument, session } = question;
    const { timeline } = this.#parts;
    const from = addDays(session, -NEAR_DAYS);
    const to = addDays(session, NEAR_DAYS);
    const isNear = ({ date }: AnnouncementSummary): boolean => date >= from && date <= to;
    return confoundersOf({
      ...{ instrument, announcementId, sessions: answer.sessions, context: answer.context },
      ...{ judgement: answer.dayJudgement, day: answer.dayTest, events: this.#record.events },
      announcements: timeline.all.filter(isNear),
      isSameIssuer: (one, other) => this.isSameIssuer(one, other),
      sessionOf: (announcement) => this.sessionOf(announcement, instrument),
    });
  }

  /** The verdict on the event's session with everything counted. */
  verdictOf(
    announcementId: string | null,
    question: EvidenceQuestion,
    answer: EvidenceAnswer,
  ): QualifiedVerdict {
    return qualifyVerdict(answer.dayJudgement, this.ledgerOf(announcementId, question, answer));
  }

  /** @returns what main says of it; the record is the new one where it was kept */
  async addEvent(draft: OwnEventDraft): Promise<AddEventResult> {
    const result = await this.#parts.client.evidence.addEvent(draft);
    if (result.ok) this.#record = result.record;
    return result;
  }

  /** Null where there is nothing to be computed. */
  async makeBundle(order: BundleOrder): Promise<BundleFiles | null> {
    return this.#data.makeBundle(order);
  }

  async removeEvent(id: string): Promise<void> {
    this.#record = await this.#parts.client.evidence.removeEvent({ id });
  }

  /** @param session - null: the one that is worked out */
  async chooseSession(
    announcementId: string,
    instrument: InstrumentId,
    session: CalendarDate | null,
  ): Promise<void> {
    const choice = { announcementId, instrument, session };
    this.#record = await this.#parts.client.evidence.chooseSession(choice);
  }

  #dropOldest(): void {
    for (const oldest of this.#questions.keys()) {
      if (this.#questions.size <= MOST_ANSWERS) return;
      this.#questions.delete(oldest);
      this.#answers.delete(oldest);
    }
  }
}

/** Of an exchange that nobody knows the calendar of: the date as it is printed. */
function printedSession({ date, precision }: AnnouncementSummary): EventSession | null {
  if (precision !== 'day') return null;
  const session = date;
  return {
    ...{ session, latest: session, basis: 'date-only', reason: null, half: false, covered: false },
  };
}
