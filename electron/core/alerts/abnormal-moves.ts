import type { AbnormalMovePort } from '../../../src/shared/domain/alert/abnormal-move-port';
import type { Level, Measure } from '../../../src/shared/domain/alert/alert-condition';
import type { AlertRule, MarketWatch } from '../../../src/shared/domain/alert/alert-rule';
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
}

type AbnormalMeasure = Extract<Measure, { readonly kind: 'abnormalMove' }>;

/** Keeps what rules on abnormal moves look at; it is looked at with the next price. */
export class AbnormalMoves {
  constructor(private readonly parts: AbnormalMovesParts) {}

  /** Measures all that rules ask for anew. */
  async refresh(): Promise<void> {
    for (const rule of this.parts.rules()) {
      if (!rule.enabled || rule.ended !== null || rule.watch.kind !== 'market') continue;
      for (const measure of measuresOf(rule.watch)) {
        for (const own of this.targetsOf(rule.watch)) {
          await this.measure(measure.instrument ?? own, measure.announcementId);
        }
      }
    }
  }

  private async measure(instrument: InstrumentId, announcementId: string): Promise<void> {
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

function measuresOf({ conditions }: MarketWatch): readonly AbnormalMeasure[] {
  return conditions.flatMap((condition) => {
    const all: readonly unknown[] = Object.values(condition);
    return all.flatMap((each) =>
      isAbnormal(each as Level | string) ? (each as AbnormalMeasure) : [],
    );
  });
}

function isAbnormal(value: Level | string): boolean {
  return typeof value === 'object' && value.kind === 'abnormalMove';
}
