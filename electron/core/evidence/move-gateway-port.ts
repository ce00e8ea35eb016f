import type { MoveQuestion, MoveSince } from '../../../src/shared/domain/event-study/abnormal-move';

/** Where the bars are from which a move is measured. */
export interface MoveGateway {
  /** Null where it cannot be said, and while nobody is there to say it. */
  measureMove(question: MoveQuestion): Promise<MoveSince | null>;
}
