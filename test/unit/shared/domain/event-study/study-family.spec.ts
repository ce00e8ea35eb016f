import { describe, expect, it } from 'vitest';
import {
  type FamilyQuestion,
  instrumentsOfMember,
} from '../../../../../src/shared/domain/event-study/family-question';
import {
  type FamilySubject,
  studyFamily,
} from '../../../../../src/shared/domain/event-study/study-family';
import { STDLIB_DISTRIBUTIONS } from '../../../../../src/shared/statistics/stdlib-distributions';
import { madeUpPanel, weekday } from '../../../../helpers/study-returns';

const tools = { distributions: STDLIB_DISTRIBUTIONS, pause: () => Promise.resolve() };
const calm = { aborted: false };

function family(sessions: readonly string[], members = sessions.length): FamilyQuestion {
  return {
    members: Array.from({ length: members }, (_, place) => ({
      announcementIds: [`a${place}`],
      instrument: 'XNAS:ACME' as const,
      benchmark: null,
      session: sessions[place] ?? weekday(300),
    })),
    settings: { model: 'market', length: 200, gap: 10, window: [-1, 1] },
    until: null,
  };
}

const subjects = (count: number): readonly FamilySubject[] =>
  madeUpPanel({ seed: 9, events: count, sessions: 320 }).map((returns) => ({
    ...{ returns, simulated: false },
  }));

async function studied(question: FamilyQuestion, all: readonly (FamilySubject | null)[]) {
  const parts: number[] = [];
  const onProgress = (part: number): void => void parts.push(part);
  const answer = await studyFamily(question, all, tools, onProgress, calm);
  if (answer.kind === 'cancelled') throw new Error('cancelled');
  return { answer, parts };
}

describe('a family of events', () => {
  it('is one panel, with its single events corrected for their number', async () => {
    const sessions = Array.from({ length: 12 }, () => weekday(300));
    const { answer, parts } = await studied(family(sessions), subjects(12));
    expect(answer.panel).toMatchObject({ events: 12, leftOut: 0, sharing: 'all' });
    expect(answer.judgement.test).toBe('kp');
    expect(parts.at(-1)).toBe(1);
    expect(parts).toEqual(parts.toSorted((one, other) => one - other));
    const measured = answer.members.flatMap((each) => (each.kind === 'measured' ? [each] : []));
    expect(measured).toHaveLength(12);
    for (const { p, holmP, benjaminiHochbergP } of measured) {
      expect(holmP).toBeGreaterThanOrEqual(benjaminiHochbergP);
      expect(benjaminiHochbergP).toBeGreaterThanOrEqual(p);
    }
    const smallest = Math.min(...measured.map(({ p }) => p));
    expect(Math.min(...measured.map(({ holmP }) => holmP))).toBeCloseTo(
      Math.min(1, 12 * smallest),
      12,
    );
  });

  it('leaves out what has no bars, no session, too little history, or an open window', async () => {
    const sessions = [weekday(300), '2016-02-27', weekday(100), weekday(319), weekday(300)];
    const [first, second, third, fourth] = subjects(4);
    const all = [first, second, third, fourth, null].map((each) => each ?? null);
    const { answer } = await studied(family(sessions), all);
    expect(
      answer.members.map((member) => (member.kind === 'left-out' ? member.reason : 'measured')),
    ).toEqual(['measured', 'no-session', 'short-history', 'window-open', 'no-bars']);
    expect(answer.panel.events).toBe(1);
  });

  it('doubts simulated prices', async () => {
    const all = subjects(2).map((each) => ({ ...each, simulated: true }));
    const { answer } = await studied(family([weekday(300), weekday(280)]), all);
    expect(answer).toMatchObject({ simulated: true, judgement: { doubts: ['simulated-prices'] } });
  });

  it('ends when it is told to', async () => {
    const question = family([], 120);
    const answer = await studyFamily(question, subjects(120), tools, () => undefined, {
      aborted: true,
    });
    expect(answer.kind).toBe('cancelled');
  });

  it('names every instrument that has a say', () => {
    const [member] = family([weekday(1)]).members;
    if (!member) throw new Error('no member');
    const benchmark = { kind: 'instrument', instrument: 'INDEX:^SOX' } as const;
    expect(instrumentsOfMember({ ...member, benchmark })).toEqual(['XNAS:ACME', 'INDEX:^SOX']);
  });
});
