import type { BundleFiles, BundleOrder } from '../domain/event-study/bundle/bundle-order';
import type { EvidenceAnswer, EvidenceQuestion } from '../domain/event-study/evidence-question';
import type { FamilyAnswer, FamilyQuestion } from '../domain/event-study/family-question';

/** What the page asks the data process of evidence. `request` numbers the questions of one port. */
export type EvidenceRequest =
  | {
      readonly kind: 'study-event';
      readonly request: number;
      readonly question: EvidenceQuestion;
    }
  | {
      readonly kind: 'study-family';
      readonly request: number;
      readonly question: FamilyQuestion;
    }
  | { readonly kind: 'make-bundle'; readonly request: number; readonly order: BundleOrder }
  /** Ends the study of a family; it answers that it was cancelled. `of` is its number. */
  | { readonly kind: 'cancel-study'; readonly request: number; readonly of: number };

export type EvidenceReply =
  | {
      readonly kind: 'event-studied';
      readonly request: number;
      readonly answer: EvidenceAnswer;
    }
  | {
      readonly kind: 'family-studied';
      readonly request: number;
      readonly answer: FamilyAnswer;
    }
  /** The part of a family that is done, 0 to 1; before its answer. */
  | { readonly kind: 'study-progress'; readonly request: number; readonly part: number }
  /** Null where there is nothing to be computed. */
  | {
      readonly kind: 'bundle-made';
      readonly request: number;
      readonly files: BundleFiles | null;
    }
  | { readonly kind: 'study-cancelled'; readonly request: number };
