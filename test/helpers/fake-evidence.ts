import { BundleService } from '../../electron/data/evidence/bundle-service';
import { EvidenceStudyService } from '../../electron/data/evidence/evidence-study-service';
import { StudySeriesStore } from '../../electron/data/evidence/study-series-store';
import { EvidenceConversation } from '../../electron/data/page-port/evidence-conversation';
import { emptyAnswer } from '../../electron/data/series/series-source';
import type { InstrumentId } from '../../src/shared/domain/instrument/instrument';
import type { SeriesAnswer } from '../../src/shared/ipc/data-port';
import type { EvidenceReply } from '../../src/shared/ipc/evidence-port';
import { BUNDLE_WORDS } from '../../src/shared/i18n/evidence/bundle-catalogue';
import { STDLIB_DISTRIBUTIONS } from '../../src/shared/statistics/stdlib-distributions';

/** The data process's own studies, over the series that a test gives. No calendar, and no hash. */
export function fakeEvidence(
  seriesOf: (instrument: InstrumentId) => SeriesAnswer | undefined,
  tell: (reply: EvidenceReply) => void,
): EvidenceConversation {
  const store = new StudySeriesStore({
    series: {
      open: async (instrument, interval) =>
        seriesOf(instrument) ?? emptyAnswer(instrument, interval),
    },
    calendar: () => undefined,
    clock: Date.now,
  });
  const loadDistributions = async () => STDLIB_DISTRIBUTIONS;
  // Messages of the page get their turn.
  const pause = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve));
  const studies = new EvidenceStudyService({ store, loadDistributions, pause });
  const bundles = new BundleService({
    ...{ store, studies, loadDistributions },
    loadWords: async () => BUNDLE_WORDS,
    sha256: (text) => String(text.length),
  });
  return new EvidenceConversation(studies, bundles, tell);
}
