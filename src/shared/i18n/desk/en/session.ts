import type { SessionPhase } from '../../../domain/calendar/day-phases';

const phases: Record<SessionPhase, string> = {
  pre: 'pre-market',
  open: 'open',
  lunch: 'lunch break',
  'closing-auction': 'closing auction',
  post: 'after hours',
  closed: 'closed',
};

/** Texts about what an exchange is doing. */
export const enSession = {
  phases,
  /** Names of days are those of the record. */
  dayName: (name: string) => name,
  weekend: 'weekend',
  holiday: 'holiday',
  half: 'half day',
  late: 'late open',
  named: (kind: string, name: string) => `${kind} (${name})`,
  aroundTheClock: 'trades around the clock',
  until: (phase: string, moment: string) => `${phase} until ${moment}`,
  closedFor: (reason: string) => `closed: ${reason}`,
  opens: (moment: string) => `opens ${moment}`,
  bothClocks: (there: string, here: string) => `${there} (${here} your time)`,
  notCovered: 'closures of this year are not all known',
};

export type SessionMessages = typeof enSession;
