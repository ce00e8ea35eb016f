import { renderBundleHtml } from '../../../src/shared/domain/event-study/bundle/bundle-html';
import type {
  BundleFiles,
  BundleOrder,
  OrderedEvent,
} from '../../../src/shared/domain/event-study/bundle/bundle-order';
import type { BundleWords } from '../../../src/shared/domain/event-study/bundle/bundle-words';
import type {
  BundleEvent,
  BundleSeries,
} from '../../../src/shared/domain/event-study/bundle/evidence-bundle';
import { readBundle } from '../../../src/shared/domain/event-study/bundle/read-bundle';
import {
  makeBundle,
  writeBundle,
} from '../../../src/shared/domain/event-study/bundle/write-bundle';
import { toDate } from '../../../src/shared/domain/calendar/calendar-date';
import { dataDoubts } from '../../../src/shared/domain/event-study/data-doubts';
import type { Distributions } from '../../../src/shared/domain/event-study/distributions';
import { instrumentsOfBenchmark } from '../../../src/shared/domain/event-study/evidence-question';
import type { EvidenceStudyService } from './evidence-study-service';
import type { LoadedSeries, StudySeriesStore } from './study-series-store';

export interface BundleParts {
  readonly store: Pick<StudySeriesStore, 'load'>;
  readonly studies: Pick<EvidenceStudyService, 'study'>;
  readonly loadDistributions: () => Promise<Distributions>;
  readonly loadWords: () => Promise<readonly BundleWords[]>;
  /** Of the UTF-8 bytes of a text, in hexadecimal. */
  readonly sha256: (text: string) => string;
}

/** Puts the bars and the numbers to what the page knows of an event, as files that stand by themselves. */
export class BundleService {
  constructor(private readonly parts: BundleParts) {}

  /** Null where there is nothing to be computed, or what was ordered is of another shape. */
  async make(order: BundleOrder): Promise<BundleFiles | null> {
    const { title, announcements, settings, appVersion, made } = order;
    const { model, length, gap, window } = settings;
    const loaded = await this.loadSeries(order);
    const events = await Promise.all(
      order.events
        .filter(({ instrument }) => loaded.has(instrument))
        .map((event) => this.eventOf(event, order, loaded)),
    );
    if (events.length === 0) return null;
    const [distributions, words] = await Promise.all([
      this.parts.loadDistributions(),
      this.parts.loadWords(),
    ]);
    const bundle = makeBundle(
      {
        ...{ title, announcements, events },
        parameters: { model, estimation: { length, gap }, window },
        series: [...loaded.values()].map((series) => seriesOf(series, order)),
      },
      { appVersion, made },
      { distributions, sha256: this.parts.sha256 },
    );
    const json = writeBundle(bundle);
    return 'fault' in readBundle(json) ? null : { json, html: renderBundleHtml(bundle, words) };
  }

  private async loadSeries({ events, until }: BundleOrder): Promise<Map<string, LoadedSeries>> {
    const ids = new Set(
      events.flatMap(({ instrument, benchmark }) => [
        instrument,
        ...instrumentsOfBenchmark(benchmark),
      ]),
    );
    const loaded = new Map<string, LoadedSeries>();
    for (const id of [...ids].sort()) {
      const series = await this.parts.store.load(id, until);
      if (series) loaded.set(id, series);
    }
    return loaded;
  }

  /** With the doubts that the app has of the data. */
  private async eventOf(
    { instrument, benchmark, ...told }: OrderedEvent,
    { settings, until }: BundleOrder,
    loaded: ReadonlyMap<string, LoadedSeries>,
  ): Promise<BundleEvent> {
    const { session } = told;
    const answer = await this.parts.studies.study({
      ...{ instrument, benchmark, session, settings, until },
      ...{ index: null, sector: null, sensitivity: false },
    });
    const series = loaded.get(instrument);
    const market = settings.model === 'mean' ? [] : instrumentsOfBenchmark(benchmark);
    return {
      ...told,
      security: instrument,
      market: market.filter((id) => id !== instrument && loaded.has(id)),
      doubts: series ? dataDoubts(series, answer.measure, series.source === 'simulated') : [],
    };
  }
}

function seriesOf(
  { instrument, closes, source, isAdjusted }: LoadedSeries,
  { names }: BundleOrder,
): BundleSeries {
  return {
    id: instrument,
    name: names[instrument] ?? { en: instrument, zh: instrument },
    source,
    adjusted: isAdjusted,
    dates: Array.from(closes.keys, toDate),
    closes: Array.from(closes.values),
  };
}
