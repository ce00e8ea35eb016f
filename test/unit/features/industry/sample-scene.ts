import { placeRows, lanesOf } from '../../../../src/features/industry/roadmap-rows';
import {
  ClusterCache,
  type RoadmapScene,
  type RoadmapWords,
} from '../../../../src/features/industry/roadmap-scene';
import { dayOf } from '../../../../src/features/industry/time-scale';
import type { AnnouncementSummary } from '../../../../src/shared/domain/announcement/announcement';
import { chipRecords } from '../../../../src/shared/domain/announcement/chip-record';
import { sampleAnnouncements, sampleChips, sampleProgrammes } from '../../../helpers/desk-sample';
import { summaryOf } from '../../../helpers/fake-client';

/** Ids in place of names, so that a test sees what was asked for. */
export const PLAIN_WORDS: RoadmapWords = {
  row: ({ company, programme, chip }) => chip?.id ?? programme?.id ?? company,
  claims: (count) => `${count} claims`,
  tick: (date, unit) => `${unit} ${date}`,
  month: (date) => `month of ${date}`,
  stage: (stage) => `stage ${stage}`,
  mark: ({ claim }) => `claim ${claim.id}`,
  today: 'now',
};

/** The sample's lanes from January 2023 on, two pixels for a day. */
export function sampleScene(
  rest: Partial<RoadmapScene> & { readonly claims?: readonly AnnouncementSummary[] } = {},
): RoadmapScene {
  const { claims = sampleAnnouncements.map(summaryOf), folded = new Set<string>() } = rest;
  const rows = placeRows(lanesOf(chipRecords(sampleProgrammes, sampleChips, claims)), folded);
  return {
    ...{ rows, folded, scale: { fromDay: dayOf('2023-01-01'), dayPx: 2 } },
    ...{ widthPx: 1400, heightPx: 600, scrollPx: 0, nowDay: dayOf('2024-03-28') },
    ...{ words: PLAIN_WORDS, clusters: new ClusterCache(), hovered: null, active: null },
    ...rest,
  };
}
