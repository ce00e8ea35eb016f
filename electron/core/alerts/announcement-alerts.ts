import type { AlertRule, AnnouncementWatch } from '../../../src/shared/domain/alert/alert-rule';
import type { Firing, NewFiring } from '../../../src/shared/domain/alert/firing';
import { createMatcher } from '../../../src/shared/domain/announcement-filter/apply-filter';
import { filterSubject } from '../../../src/shared/domain/announcement-filter/filter-subject';
import type { AnnouncementSummary } from '../../../src/shared/domain/announcement/announcement';
import type { Instrument, InstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { TimelineSnapshot } from '../timeline/timeline-service';
import type { AlertRepository } from './alert-repository-port';
import type { KnownAnnouncements } from './known-announcements-port';

export interface AnnouncementAlertsParts {
  readonly timeline: { list(): Promise<TimelineSnapshot> };
  readonly known: KnownAnnouncements;
  readonly repository: Pick<AlertRepository, 'commit'>;
  readonly rules: () => readonly AlertRule[];
  readonly instrument: (id: InstrumentId) => Instrument | undefined;
  readonly isMuted: () => boolean;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly onFired: (firings: readonly Firing[]) => void;
}

/**
 * Rules about the record: each fires once for an announcement that was not there before, whether a new
 * version brought it, a pack or the user. What is there at the very first look is no news.
 */
export class AnnouncementAlerts {
  constructor(private readonly parts: AnnouncementAlertsParts) {}

  /** Compares the record with what was known. */
  async look(): Promise<void> {
    const { known, repository, rules, now, onFired, timeline } = this.parts;
    const record = await timeline.list();
    const before = known.read();
    const ids = record.announcements.map(({ id }) => id);
    const seen = new Set(before ?? ids);
    const fresh = record.announcements.filter(({ id }) => !seen.has(id));
    if (before !== null && fresh.length === 0) return;
    const firings = rules()
      .filter((rule) => isWatching(rule, now()))
      .flatMap((rule) => this.matching(rule, fresh, record).map((each) => this.record(rule, each)));
    const kept = repository.commit({ progress: [], ended: [], firings });
    // An announcement that is known before its firing is kept would be lost by a kill between the two.
    known.write([...new Set([...(before ?? []), ...ids])]);
    if (kept.length > 0) onFired(kept);
  }

  private matching(
    { watch }: AlertRule,
    announcements: readonly AnnouncementSummary[],
    record: TimelineSnapshot,
  ): readonly AnnouncementSummary[] {
    const names = <Named extends { readonly id: string }>(all: readonly Named[]) =>
      new Map(all.map((each) => [each.id, each]));
    const companies = names(record.companies);
    const programmes = names(record.programmes);
    const chips = names(record.chips);
    const matches = createMatcher((watch as AnnouncementWatch).filter);
    return announcements.filter((announcement) =>
      matches(
        filterSubject(announcement, {
          company: (id) => companies.get(id)?.name,
          programme: (id) => programmes.get(id)?.name,
          chip: (id) => chips.get(id)?.name,
          instrument: (id) => this.parts.instrument(id as InstrumentId),
        }),
      ),
    );
  }

  private record(rule: AlertRule, { id, title }: AnnouncementSummary) {
    const nowMs = this.parts.now();
    const firing: NewFiring = {
      ...{ key: `${rule.id}.${rule.revision}/${id}`, ruleId: rule.id, rule, instrument: null },
      ...{ announcementId: id, at: nowMs, seenAt: nowMs, late: false, simulated: false },
      ...{ before: null, after: null, ageMs: 0, phase: 'unknown', source: null, readings: [] },
    };
    const words = `${id} ${title.en} ${title.zh} ${rule.note}`.toLowerCase();
    const delivery = this.parts.isMuted() ? ('muted' as const) : ('pending' as const);
    return { firing, delivery, ticks: [], words };
  }
}

function isWatching({ watch, enabled, ended, expiresAt }: AlertRule, nowMs: number): boolean {
  const isOver = expiresAt !== null && nowMs >= expiresAt;
  return watch.kind === 'announcement' && enabled && ended === null && !isOver;
}
