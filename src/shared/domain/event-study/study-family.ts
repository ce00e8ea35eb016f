import { type CalendarDate, toSessionKey } from '../calendar/calendar-date';
import { lowerBound } from '../candle/bar-columns';
import type { Distributions } from './distributions';
import type { EventMeasure } from './event-measure';
import type { FamilyAnswer, FamilyQuestion, MemberMeasure } from './family-question';
import { judgePanel } from './judge-panel';
import { benjaminiHochberg, holm } from './multiple-tests';
import { runPanel } from './panel/run-panel';
import { planStudy } from './plan-study';
import type { EventSubject, PairedReturns, StudyParameters } from './study-spec';
import type { DataDoubt } from './verdict';

/** Returns of one member; null where it has no bars, or none at its session. */
export interface FamilySubject {
  readonly returns: PairedReturns;
  readonly simulated: boolean;
}

export interface FamilyTools {
  readonly distributions: Distributions;
  /** Lets others have their turn. */
  readonly pause: () => Promise<void>;
}

/**
 * Studies a family of events as one panel.
 *
 * A member without bars at its session, or with less history than was asked for, is left out and says
 * why: a panel compares like with like, so that none of its members steps back to a simpler model.
 *
 * @param subjects - in the order of the question's members
 */
export async function studyFamily(
  { members, settings }: FamilyQuestion,
  subjects: readonly (FamilySubject | null)[],
  { distributions, pause }: FamilyTools,
  onProgress: (part: number) => void,
  signal: { readonly aborted: boolean },
): Promise<FamilyAnswer> {
  const { model, length, gap, window } = settings;
  const parameters: StudyParameters = { model, estimation: { length, gap }, window };
  const usable = subjects.flatMap((subject, place) => {
    const member = members[place];
    if (!subject || !member || !hasSession(subject.returns, member.session)) return [];
    const { step } = planStudy(subject.returns, member.session, parameters);
    const study: EventSubject = { returns: subject.returns, date: member.session };
    return step === 'as-asked' ? [{ place, study }] : [];
  });
  const spec = { subjects: usable.map(({ study }) => study), parameters };
  const outcome = await runPanel(spec, { distributions, pause }, onProgress, signal);
  if (outcome.kind === 'cancelled') return outcome;
  const measures = new Map(usable.map(({ place }, at) => [place, outcome.events[at]]));
  const simulated = subjects.some((subject) => subject?.simulated === true);
  const doubts: readonly DataDoubt[] = simulated ? ['simulated-prices'] : [];
  return {
    kind: 'done',
    members: correct(
      subjects.map((subject, place) =>
        memberOf(subject, measures.get(place), members[place]?.session ?? ''),
      ),
    ),
    panel: outcome.panel,
    judgement: judgePanel(outcome.panel, doubts),
    simulated,
  };
}

function memberOf(
  subject: FamilySubject | null,
  measure: EventMeasure | undefined,
  session: CalendarDate,
): MemberMeasure {
  const leftOut = (
    reason: Extract<MemberMeasure, { kind: 'left-out' }>['reason'],
  ): MemberMeasure => ({
    ...{ kind: 'left-out', reason },
  });
  if (!subject) return leftOut('no-bars');
  if (!hasSession(subject.returns, session)) return leftOut('no-session');
  if (!measure) return leftOut('short-history');
  if (measure.kind === 'unmeasured') return leftOut(measure.reason);
  const { window } = measure;
  if (window === null) return leftOut('window-open');
  const { car, scar, p, placeboP } = window;
  if (scar === null || p === null) return leftOut('undefined-test');
  return { kind: 'measured', car, scar, p, placeboP, holmP: p, benjaminiHochbergP: p };
}

/** A session on which the pair has no return is measured by no other. */
function hasSession({ keys }: PairedReturns, session: CalendarDate): boolean {
  const key = toSessionKey(session);
  return keys[lowerBound({ time: keys, length: keys.length }, key)] === key;
}

/** Holm and Benjamini-Hochberg over all members that were measured. */
function correct(members: readonly MemberMeasure[]): readonly MemberMeasure[] {
  const raw = Float64Array.from(members, (member) => (member.kind === 'measured' ? member.p : NaN));
  const [byHolm, byRate] = [holm(raw), benjaminiHochberg(raw)];
  return members.map((member, place) =>
    member.kind === 'measured'
      ? {
          ...member,
          holmP: byHolm[place] as number,
          benjaminiHochbergP: byRate[place] as number,
        }
      : member,
  );
}
