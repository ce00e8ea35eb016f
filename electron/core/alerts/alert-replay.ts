import type { AlertRule } from '../../../src/shared/domain/alert/alert-rule';
import { AlertEngine } from '../../../src/shared/domain/alert/engine/alert-engine';
import type { EngineFiring } from '../../../src/shared/domain/alert/engine/engine-firing';
import type { MarketRule } from '../../../src/shared/domain/alert/engine/rule-binding';
import { toSessionKey } from '../../../src/shared/domain/calendar/calendar-date';
import { exchangeDate } from '../../../src/shared/domain/calendar/session-clock';
import type { Instrument, InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { AlertHours } from './alert-hours-port';

/** One trade of a recording. */
export interface ReplayTick {
  /** UTC milliseconds. */
  readonly at: number;
  readonly instrument: InstrumentId;
  readonly price: number;
  /** Units of this trade. */
  readonly volume: number;
}

export interface AlertReplayParts {
  /** Those that are switched on are run; a rule on a list is set on every instrument of the recording. */
  readonly rules: readonly AlertRule[];
  readonly hours: AlertHours;
  readonly instrument: (id: InstrumentId) => Instrument | undefined;
  readonly fired: (firing: EngineFiring) => void;
}

interface SessionSoFar {
  readonly session: number;
  readonly previousClose: number;
  price: number;
  volume: number;
  at: number;
}

const SECONDS_PER_DAY = 86_400;
const USUAL_DECIMALS = 2;

/**
 * Runs rules over recorded trades. Prices are taken as they stand: nothing is stale, and no step in
 * them is taken for a split. The close before a session is the last price of the one before in the
 * recording; volumes are added up by session.
 */
export class AlertReplay {
  private readonly engine: AlertEngine;
  private readonly listRules: readonly MarketRule[];
  private readonly sessions = new Map<InstrumentId, SessionSoFar>();

  constructor(private readonly parts: AlertReplayParts) {
    this.engine = new AlertEngine({
      spans: parts.hours.spans,
      tickSize: (id) => 10 ** -(parts.instrument(id)?.priceDecimals ?? USUAL_DECIMALS),
      wantBars: () => undefined,
      fired: parts.fired,
      progressed: () => undefined,
    });
    const watching = parts.rules.filter(isRunning);
    this.listRules = watching.filter(({ watch }) => watch.target.kind === 'list');
    for (const rule of watching) {
      const { target } = rule.watch;
      if (target.kind === 'instrument') this.engine.bind(rule, target.instrument);
    }
  }

  /** @returns false for a trade that is older than the one before of its instrument: it is left out */
  hear({ at, instrument, price, volume }: ReplayTick): boolean {
    const before = this.sessions.get(instrument);
    if (before === undefined) this.setOnLists(instrument);
    else if (at < before.at) return false;
    const session = this.sessionAt(instrument, at);
    const now =
      before?.session === session
        ? before
        : { session, previousClose: before?.price ?? NaN, price, volume: 0, at };
    now.price = price;
    now.volume += volume;
    now.at = at;
    this.sessions.set(instrument, now);
    this.engine.hear(instrument, {
      ...{ at, heardAt: at, price, session, previousClose: now.previousClose },
      ...{ volume: now.volume, isRegular: this.parts.hours.isRegularAt(instrument, at) },
    });
    return true;
  }

  private setOnLists(instrument: InstrumentId): void {
    for (const rule of this.listRules) this.engine.bind(rule, instrument);
  }

  private sessionAt(instrument: InstrumentId, at: number): number {
    const calendar = this.parts.hours.calendarOf(instrument);
    if (calendar) return toSessionKey(exchangeDate(calendar, at));
    return Math.floor(at / 1000 / SECONDS_PER_DAY) * SECONDS_PER_DAY;
  }
}

function isRunning(rule: AlertRule): rule is MarketRule {
  return rule.enabled && rule.watch.kind === 'market';
}
