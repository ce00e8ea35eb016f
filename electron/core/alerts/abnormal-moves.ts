import type { AbnormalMovePort } from '../../../src/shared/domain/alert/abnormal-move-port';
import {
  type AlertRule,
  measuresOf,
  type MarketWatch,
  ruleStatus,
} from '../../../src/shared/domain/alert/alert-rule';
import {
  lastFinishedSession,
  sessionStateAt,
} from '../../../src/shared/domain/calendar/session-clock';
import type { InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { AlertHours } from './alert-hours-port';
import type { AlertLists } from './alert-lists-port';
import type { AlertWatch } from './alert-watch';

export interface AbnormalMovesParts {
  readonly port: AbnormalMovePort;
  readonly rules: () => readonly AlertRule[];
  readonly lists: AlertLists;
  readonly hours: AlertHours;
  readonly watch: Pick<AlertWatch, 'setAbnormalMove'>;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

interface WantedMove {
  readonly instrument: InstrumentId;
  readonly announcementId: string;
}

/** Keeps what rules on abnormal moves look at; it is looked at with the next price. */
export class AbnormalMoves {
  private known = new Set<string>();
  private isMeasuring = false;

  constructor(private readonly parts: AbnormalMovesParts) {}

  /** Measures all that rules ask for anew, each once. */
  refresh(): Promise<void> {
    this.known = new Set();
    return this.measureNew();
  }

  /** Measures what rules ask for since the last time. */
  async measureNew(): Promise<void> {
    // Those that come meanwhile are met by the round that runs, or by the next.
    if (this.isMeasuring) return;
    this.isMeasuring = true;
    for (let next = this.nextMove(); next; next = this.nextMove()) {
      this.known.add(keyOf(next));
      try {
        await this.measure(next);
      } catch (error) {
        this.parts.onError(error);
      }
    }
    this.isMeasuring = false;
  }

  private nextMove(): WantedMove | undefined {
    for (const move of this.wanted()) if (!this.known.has(keyOf(move))) return move;
    return undefined;
  }

  private *wanted(): Generator<WantedMove> {
    const nowMs = this.parts.now();
    for (const rule of this.parts.rules()) {
      if (ruleStatus(rule, nowMs) !== 'active' || rule.watch.kind !== 'market') continue;
      for (const measure of measuresOf(rule.watch)) {
        if (measure.kind !== 'abnormalMove') continue;
        const { announcementId, instrument } = measure;
        const targets = instrument === null ? this.targetsOf(rule.watch) : [instrument];
        for (const target of targets) yield { instrument: target, announcementId };
      }
    }
  }

  private async measure({ instrument, announcementId }: WantedMove): Promise<void> {
    const { hours, now, port, watch } = this.parts;
    const calendar = hours.calendarOf(instrument);
    if (calendar === undefined) return;
    const session = sessionStateAt(calendar, now()).session ?? lastFinishedSession(calendar, now());
    const move = await port.measure({ instrument, announcementId, session });
    watch.setAbnormalMove(instrument, announcementId, move?.z ?? NaN);
  }

  private targetsOf({ target }: MarketWatch): readonly InstrumentId[] {
    return target.kind === 'instrument'
      ? [target.instrument]
      : this.parts.lists.instrumentsOf(target.listId);
  }
}

function keyOf({ instrument, announcementId }: WantedMove): string {
  return `${instrument} ${announcementId}`;
}
