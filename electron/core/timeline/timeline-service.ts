import type {
  AnnouncementSummary,
  Company,
} from '../../../src/shared/domain/announcement/announcement';
import type { ShownAnnouncement } from '../../../src/shared/domain/announcement/curation/curated-entry';
import type { Chip, Programme } from '../../../src/shared/domain/announcement/programme';
import type { AnnouncementRepository } from './announcement-repository-port';
import { type ExternalAddress, toExternalAddress } from './external-address';

export interface TimelineSnapshot {
  readonly companies: readonly Company[];
  readonly programmes: readonly Programme[];
  readonly chips: readonly Chip[];
  /** By date, newest first; those of one date by identity. */
  readonly announcements: readonly AnnouncementSummary[];
}

interface Timeline {
  readonly snapshot: TimelineSnapshot;
  readonly byId: ReadonlyMap<string, ShownAnnouncement>;
}

/** The announcements. The data set is read at the first question, off the path to the first paint. */
export class TimelineService {
  private loading: Promise<Timeline> | null = null;

  constructor(private readonly repository: AnnouncementRepository) {}

  async list(): Promise<TimelineSnapshot> {
    return (await this.timeline()).snapshot;
  }

  async get(id: string): Promise<ShownAnnouncement | null> {
    return (await this.timeline()).byId.get(id) ?? null;
  }

  /** Null for a source that is not there and for an address that must not be opened. */
  async sourceUrl(id: string, sourceIndex: number): Promise<ExternalAddress | null> {
    const source = (await this.get(id))?.sources[sourceIndex];
    if (source === undefined) return null;
    // The user may note an unencrypted address; it is opened over https like every other one.
    return toExternalAddress(source.url.replace(/^http:/i, 'https:'));
  }

  /** Another list from now on: record or overlay have changed. */
  forget(): void {
    this.loading = null;
  }

  private timeline(): Promise<Timeline> {
    this.loading ??= this.load().catch((error: unknown) => {
      this.loading = null;
      throw error;
    });
    return this.loading;
  }

  private async load(): Promise<Timeline> {
    const { announcements, ...rest } = await this.repository.load();
    const ordered = [...announcements].sort(newestFirst);
    return {
      snapshot: { ...rest, announcements: ordered.map(summarise) },
      byId: new Map(ordered.map((announcement) => [announcement.id, announcement])),
    };
  }
}

/** By code unit, not by locale: the order must be the same on every machine. */
function newestFirst(a: ShownAnnouncement, b: ShownAnnouncement): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

function summarise(announcement: ShownAnnouncement): AnnouncementSummary {
  return {
    id: announcement.id,
    date: announcement.date,
    precision: announcement.precision,
    at: announcement.at,
    company: announcement.company,
    programmes: announcement.programmes,
    chips: announcement.chips,
    label: announcement.label,
    kind: announcement.kind,
    contextKind: announcement.contextKind,
    workload: announcement.workload,
    stage: announcement.stage,
    claim: announcement.claim,
    process: announcement.process,
    foundry: announcement.foundry,
    isa: announcement.isa,
    designPartners: announcement.designPartners,
    title: announcement.title,
    instruments: announcement.instruments,
    verified: announcement.verified,
    refersTo: announcement.refersTo,
    sourceCount: announcement.sources.length,
    sourceTiers: [...new Set(announcement.sources.map(({ tier }) => tier))],
    ...(announcement.curation && { curation: announcement.curation }),
  };
}
