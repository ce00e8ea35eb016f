import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DataRequest } from '../../../src/shared/ipc/data-port';
import { ACME, BOLT, KORVO, sampleBars } from '../../helpers/desk-sample';
import { startDesk, type DeskUnderTest } from '../../helpers/desk-under-test';

type Question = Extract<DataRequest, { kind: 'get-list-facts' }>;

let made: DeskUnderTest;
const asked = (): Question[] =>
  made.data.asked.filter((question): question is Question => question.kind === 'get-list-facts');

beforeEach(async () => {
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  made = await startDesk();
});

afterEach(() => {
  made.desk.dispose();
  vi.unstubAllGlobals();
});

describe('what a list shows of the bars', () => {
  it('is read once, of instruments only', async () => {
    const { facts: listFacts } = made.desk.listDesk;
    await listFacts.want([ACME, 'ask Ming']);
    await listFacts.want([ACME]);
    expect(asked()).toMatchObject([{ instruments: [ACME], sessions: 63, extended: false }]);
    expect(listFacts.get(ACME)?.price?.lastBar.close).toBe(sampleBars().close.at(-1));
    expect(listFacts.get('ask Ming')).toBeUndefined();
  });

  it('is read anew for another period, and where outside hours are wanted', async () => {
    const { settings } = made.desk;
    const { facts: listFacts } = made.desk.listDesk;
    await listFacts.want([ACME]);
    const { listLook } = settings.current;
    await settings.update({ listLook: { ...listLook, period: '1M', columns: ['extended'] } });
    await listFacts.want([ACME]);
    expect(asked().at(-1)).toMatchObject({ instruments: [ACME], sessions: 21, extended: true });
  });

  it('is read anew where bars have changed, of what was read before', async () => {
    const { facts: listFacts } = made.desk.listDesk;
    await listFacts.want([ACME]);
    await listFacts.refresh([ACME, BOLT]);
    expect(asked().map(({ instruments }) => instruments)).toEqual([[ACME], [ACME]]);
  });

  it('comes in pieces, the newest wish first', async () => {
    const { facts: listFacts } = made.desk.listDesk;
    const many = Array.from({ length: 90 }, (_, index) => `XNAS:T${index}`);
    made.data.hold();
    const first = listFacts.want(many);
    const second = listFacts.want([KORVO]);
    made.data.answerAll();
    await Promise.all([first, second]);
    expect(asked().map(({ instruments }) => [instruments.length, instruments[0]])).toEqual([
      [40, 'XNAS:T0'],
      [40, KORVO],
      [11, 'XNAS:T79'],
    ]);
  });

  it('is hidden while the desk stands in the past', async () => {
    const { desk } = made;
    await desk.listDesk.facts.want([ACME]);
    await desk.chart(ACME);
    desk.replay.goToBar(desk.series.bars.time[0] ?? 0);
    expect(desk.replay.active).toBe(true);
    expect(desk.listDesk.facts.get(ACME)).toBeUndefined();
  });
});
