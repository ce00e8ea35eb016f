import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { familyMembers } from '../../../src/state/family-members';
import { ACME, ACME_HONG_KONG, BOLT } from '../../helpers/desk-sample';
import type { DeskUnderTest } from '../../helpers/desk-under-test';
import { studyBars } from '../../helpers/study-bars';
import { endDesk, industryDesk } from '../features/industry/industry-desk';

let made: DeskUnderTest;

beforeEach(async () => {
  made = await industryDesk();
  const { data, desk } = made;
  const market = studyBars({ sessions: 2450, seed: 41 });
  data.give('INDEX:^IXIC', market);
  data.give(ACME, studyBars({ sessions: 2450, seed: 42, market, beta: 1 }));
  await desk.calendars.load();
  desk.evidence.panel.open(null, ACME, 'family');
});
afterEach(() => endDesk(made));

const family = () => made.desk.evidence.panel.family;

describe('the members of a family', () => {
  it('are the sessions of the announcements of a company, on its own shares', () => {
    family().choice = { by: 'company', value: 'acme' };
    const { members, vague, unlisted } = family().members;
    expect(members.map(({ session, instrument }) => [session, instrument])).toEqual([
      ['2024-03-05', ACME],
      ['2024-03-11', ACME],
    ]);
    expect([vague, unlisted]).toEqual([1, 0]);
    expect(members[0]?.benchmark).toEqual({ kind: 'instrument', instrument: 'INDEX:^IXIC' });
  });

  it('can be every share that is named, or the charted one for all', () => {
    family().choice = { by: 'programme', value: 'acme-a' };
    family().lines = 'named';
    expect(new Set(family().members.members.map(({ instrument }) => instrument))).toContain(BOLT);
    family().lines = 'charted';
    expect(new Set(family().members.members.map(({ instrument }) => instrument))).toEqual(
      new Set([ACME]),
    );
  });

  it('follow the timeline, a kind or a saved filter', async () => {
    const ids = (): readonly string[] => family().announcements.map(({ id }) => id);
    expect(ids()).toEqual(made.desk.timeline.filters.shown.map(({ id }) => id));
    family().choice = { by: 'kind', value: 'context' };
    expect(ids()).toEqual(['market-news']);
    family().choice = { by: 'saved', value: 'Cores' };
    expect(ids()).toEqual([]);
    await made.desk.timeline.saved.save('Cores', { facets: { kind: ['cpu'] }, text: '' });
    expect(ids()).toContain('acme-a1');
    expect(ids()).not.toContain('acme-a2');
  });

  it('count one line of a company, and news of one session once', () => {
    const [first] = made.desk.timeline.all.filter(({ id }) => id === 'acme-a1');
    if (!first) throw new Error('no announcement');
    const instruments = [ACME_HONG_KONG, ACME].map((instrument) => ({
      ...{ instrument, role: 'owner' as const },
    }));
    const twice = [first, { ...first, id: 'again' }].map((each) => ({ ...each, instruments }));
    const { members } = familyMembers({
      ...{ announcements: twice, lines: 'owners', charted: ACME },
      isSameIssuer: (one, other) => made.desk.evidence.isSameIssuer(one, other),
      sessionOf: () => '2024-03-05',
      benchmarkFor: () => null,
    });
    expect(members).toEqual([
      {
        ...{ announcementIds: ['acme-a1', 'again'], instrument: ACME },
        ...{ benchmark: null, session: '2024-03-05' },
      },
    ]);
  });
});

describe('the study of a family', () => {
  it('has a panel and its single events', async () => {
    family().choice = { by: 'company', value: 'acme' };
    const running = family().run(family().question);
    expect(family().part).toBe(0);
    await running;
    expect(family().part).toBeNull();
    expect(family().done?.answer.panel.events).toBe(2);
    expect(family().done?.answer.judgement.gap).toBe(null);
  });

  it('is of nobody where nobody is left', async () => {
    family().choice = { by: 'kind', value: 'context' };
    await family().run(family().question);
    expect([family().done, family().part]).toEqual([null, null]);
  });

  it('stops when it is told to, and keeps the last whole result', async () => {
    family().choice = { by: 'company', value: 'acme' };
    await family().run(family().question);
    const before = family().done;
    const { question } = family();
    const many = Array.from({ length: 60 }, () => question.members).flat();
    const running = family().run({ ...question, members: many });
    family().cancel();
    await running;
    expect(family().status).toBe('cancelled');
    expect(family().done).toBe(before);
  });
});
