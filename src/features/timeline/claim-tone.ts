import type { AnnouncementSummary } from '../../shared/domain/announcement/announcement';

/** Which look a claim has; market context is neither confirmed nor not. */
export type ClaimTone = 'confirmed' | 'reported' | 'rumoured' | 'context';

export function claimTone({
  claim,
  stage,
}: Pick<AnnouncementSummary, 'claim' | 'stage'>): ClaimTone {
  return stage === 'context' ? 'context' : claim;
}
