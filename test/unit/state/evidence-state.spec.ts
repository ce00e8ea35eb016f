import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EvidenceQuestion } from '../../../src/shared/domain/event-study/evidence-question';
import { type Asked, EvidenceState } from '../../../src/state/evidence-state.svelte';
import { ReplayClock } from '../../../src/state/replay-clock.svelte';
import { ACME, ACME_HONG_KONG } from '../../helpers/desk-sample';
import type { DeskUnderTest } from '../../helpers/desk-under-test';
import { studyBars } from '../../helpers/study-bars';
import { endDesk, industryDesk } from '../features/industry/industry-desk';

/** 5 March 2024 among weekdays from 5 January 2015. */
const EVENT = 2391;
const market = studyBars({ sessions: 2450, seed: 31 });

let made: DeskUnderTest;

beforeEach(async () => {
  made = await industryDesk();
  const { data, desk } = made;
  data.give('INDEX:^IXIC', market);
  data.give(
    ACME,
    studyBars({ sessions: 2450, seed: 32, market, beta: 1, jumps: { [EVENT]: 0.1 } }),
  );
  await Promise.all([desk.calendars.load(), desk.evidence.load()]);
});
afterEach(() => endDesk(made));

function questionOf(id: string, instrument: EvidenceQuestion['instrument'] = ACME) {
  const { desk } = made;
  const announcement = desk.timeline.get(id);
  return announcement ? desk.evidence.questionOf(announcement, instrument) : null;
}

async function answered(
  question: EvidenceQuestion,
): Promise<Extract<Asked, { status: 'answered' }>> {
  await made.desk.evidence.ask(question);
  const asked = made.desk.evidence.answerTo(question);
  if (asked.status !== 'answered') throw new Error(asked.status);
  return asked;
}

describe('what a card asks', () => {
  it('is about the first session that could react, against the own index', () => {
    expect(questionOf('acme-a1')).toMatchObject({
      ...{ instrument: ACME, session: '2024-03-05', index: 'INDEX:^IXIC', until: null },
      ...{ sector: 'INDEX:^SOX', sensitivity: false },
      benchmark: { kind: 'instrument', instrument: 'INDEX:^IXIC' },
    });
    // A Saturday: the Monday after it.
    expect(questionOf('acme-a2')?.session).toBe('2024-03-11');
  });

  it('is nothing where only the month is known', () => {
    expect(questionOf('acme-plan')).toBeNull();
  });

  it('has no benchmark on an exchange without an index', () => {
    expect(questionOf('acme-a1', 'BINANCE:BTCUSDT')).toMatchObject({
      ...{ benchmark: null, index: null, settings: { model: 'mean' } },
    });
    expect(questionOf('acme-a1', 'INDEX:^SOX')?.sector).toBeNull();
  });

  it('counts no bar that came after the moment of a replay', () => {
    const { desk, main, data } = made;
    const { timeline, instruments, calendars } = desk;
    const clock = new ReplayClock();
    const parts = { client: main.client, timeline, instruments, calendars, now: () => 0 };
    const evidence = new EvidenceState(parts, data.client, clock);
    clock.set(Date.UTC(2024, 2, 20));
    const announcement = timeline.get('acme-a1');
    if (!announcement) throw new Error('no announcement');
    expect(evidence.questionOf(announcement, ACME)?.until).toBe(Date.UTC(2024, 2, 20));
  });
});

describe('an answer', () => {
  it('is waited for, and asked for once', async () => {
    const question = questionOf('acme-a1');
    if (!question) throw new Error('no question');
    expect(made.desk.evidence.answerTo(question).status).toBe('waiting');
    const { answer } = await answered(question);
    expect(answer.dayJudgement.verdict).toBe('unusual');
    await made.desk.evidence.ask(question);
    const studies = made.data.asked.filter(({ kind }) => kind === 'study-event');
    expect(studies).toHaveLength(1);
  });

  it('is void once bars of it have changed', async () => {
    const question = questionOf('acme-a1');
    if (!question) throw new Error('no question');
    await answered(question);
    made.desk.evidence.forget(['XNAS:OTHER']);
    expect(made.desk.evidence.answerTo(question).status).toBe('answered');
    made.desk.evidence.forget(['INDEX:^IXIC']);
    expect(made.desk.evidence.answerTo(question).status).toBe('waiting');
    await answered(question);
  });

  it('has a ledger, and a verdict with it counted', async () => {
    const question = questionOf('acme-a1');
    if (!question) throw new Error('no question');
    const { answer } = await answered(question);
    const { evidence } = made.desk;
    const before = evidence.verdictOf('acme-a1', question, answer);
    expect(before).toEqual({ verdict: 'unusual', shared: 0, loweredBy: null });
    const added = await evidence.addEvent({
      ...{ instrument: ACME_HONG_KONG, kind: 'earnings', from: '2024-03-05', to: null },
      ...{ text: 'Results', url: 'https://example.com/results' },
    });
    expect(added.ok).toBe(true);
    expect(evidence.verdictOf('acme-a1', question, answer).shared).toBe(1);
    const own = evidence.ledgerOf('acme-a1', question, answer)[0];
    expect(own).toMatchObject({ kind: 'corporate', event: { id: 'own:1' } });
    await evidence.removeEvent('own:1');
    expect(evidence.verdictOf('acme-a1', question, answer).shared).toBe(0);
    const refused = await evidence.addEvent({
      ...{ instrument: ACME, kind: 'other', from: '2024-03-05', to: null, text: 'x', url: '' },
    });
    expect(refused).toEqual({ ok: false, fault: 'bad-source' });
  });
});

describe('a session set by hand', () => {
  it('counts more than the one that is worked out, until it is taken back', async () => {
    const { evidence, timeline } = made.desk;
    const announcement = timeline.get('acme-a1');
    if (!announcement) throw new Error('no announcement');
    expect(evidence.sessionOf(announcement, ACME)).toMatchObject({ isChosen: false });
    await evidence.chooseSession('acme-a1', ACME, '2024-03-06');
    expect(evidence.sessionOf(announcement, ACME)).toMatchObject({
      ...{ session: '2024-03-06', latest: '2024-03-06', isChosen: true },
    });
    expect(evidence.sessionOf(announcement, ACME_HONG_KONG)?.isChosen).toBe(false);
    await evidence.chooseSession('acme-a1', ACME, null);
    expect(evidence.sessionOf(announcement, ACME)?.session).toBe('2024-03-05');
  });
});

describe('the panel', () => {
  const open = (): void => made.desk.evidence.panel.open('acme-a1', ACME);

  it('asks anew with each change, and only the last of what waits', async () => {
    open();
    const { panel } = made.desk.evidence;
    const studies = () => made.data.asked.filter(({ kind }) => kind === 'study-event').length;
    const before = studies();
    if (!panel.question) throw new Error('no question');
    const first = panel.ask(panel.question);
    for (const length of [200, 210, 220, 230]) {
      panel.change({ length });
      void panel.ask(panel.question);
    }
    await first;
    expect(studies() - before).toBe(2);
    expect(panel.shown?.question.settings.length).toBe(230);
    expect(panel.shown?.answer.measure).toMatchObject({ length: 230 });
  });

  it('compares with index, sector or peers, and never a share with itself', () => {
    open();
    const { panel } = made.desk.evidence;
    expect(panel.benchmarkFor(ACME)).toEqual({ kind: 'instrument', instrument: 'INDEX:^IXIC' });
    panel.benchmarkChoice = 'sector';
    expect(panel.question?.benchmark).toEqual({ kind: 'instrument', instrument: 'INDEX:^SOX' });
    panel.benchmarkChoice = 'basket';
    expect(panel.benchmarkFor(ACME)).toMatchObject({ instrument: 'INDEX:^IXIC' });
    panel.peers = [ACME, ACME_HONG_KONG];
    expect(panel.benchmarkFor(ACME)).toEqual({ kind: 'basket', instruments: [ACME_HONG_KONG] });
    panel.reset();
    expect(panel.benchmarkFor('BINANCE:BTCUSDT')).toBeNull();
  });

  it('says that the bars could not be read, and forgets another announcement', async () => {
    open();
    const { panel } = made.desk.evidence;
    if (!panel.question) throw new Error('no question');
    await panel.ask(panel.question);
    expect([panel.failed, panel.isBehind]).toEqual([false, false]);
    expect(panel.shown?.at).toBeGreaterThan(0);
    panel.open('acme-a2', ACME);
    expect(panel.shown).toBeNull();
    expect(panel.announcement?.id).toBe('acme-a2');
    panel.close();
    expect(panel.isOpen).toBe(false);
  });
});
