import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MOST_STUDIES, newStudy } from '../../../src/shared/domain/chart/study-choice';
import type { StudiesState } from '../../../src/state/studies-state.svelte';
import {
  type DeskUnderTest,
  type DeskUnderTestOptions,
  startDesk,
} from '../../helpers/desk-under-test';
import { sampleWatchlist } from '../../helpers/desk-sample';
import { listsOf, nowOf } from '../../helpers/watchlist-samples';

let made: DeskUnderTest;

beforeEach(() => vi.stubGlobal('matchMedia', () => ({ matches: false })));
afterEach(() => {
  made.desk.dispose();
  made.data.dispose();
  vi.unstubAllGlobals();
});

async function start(options?: DeskUnderTestOptions): Promise<StudiesState> {
  made = await startDesk(options);
  return made.desk.studies;
}

const shown = ({ all }: StudiesState) => all.map(({ key }) => key);
const stored = (scope: 'all' | `list:${number}`) => made.main.client.charts.getStudies({ scope });

describe('the studies of a desk', () => {
  it('are none at first, and are kept as they are added', async () => {
    const studies = await start();
    expect(studies.isRead).toBe(true);
    expect(shown(studies)).toEqual([]);
    expect(await studies.add('rsi')).toBeNull();
    expect(await studies.add('sma')).toBeNull();
    expect(await studies.add('sma')).toBeNull();
    expect(shown(studies)).toEqual(['rsi-1', 'sma-1', 'sma-2']);
    expect(await stored('all')).toEqual(studies.all);
  });

  it('come to twelve at most, and to one profile', async () => {
    const studies = await start();
    expect(await studies.add('volume-profile')).toBeNull();
    expect(await studies.add('volume-profile')).toBe('one-profile');
    while (studies.all.length < MOST_STUDIES) await studies.add('ema');
    expect(await studies.add('ema')).toBe('too-many');
    expect(studies.all).toHaveLength(MOST_STUDIES);
  });

  it('change, move and go one by one', async () => {
    const studies = await start();
    for (const indicator of ['sma', 'ema', 'rsi']) await studies.add(indicator);
    await studies.change('ema-1', { params: { period: 7 }, hidden: true });
    expect(studies.get('ema-1')).toMatchObject({ params: { period: 7 }, hidden: true });
    await studies.move('rsi-1', -1);
    expect(shown(studies)).toEqual(['sma-1', 'rsi-1', 'ema-1']);
    await studies.move('sma-1', -1);
    await studies.move('ema-1', 9);
    expect(shown(studies)).toEqual(['sma-1', 'rsi-1', 'ema-1']);
    await studies.remove('sma-1');
    expect(shown(studies)).toEqual(['rsi-1', 'ema-1']);
    expect(await stored('all')).toEqual(studies.all);
  });

  it('keep the heights of panes, and leave those that were not told', async () => {
    const studies = await start();
    await studies.add('rsi');
    await studies.add('macd');
    await studies.resize(new Map([['rsi-1', 0.3]]));
    await studies.resize(new Map([['macd-1', 0.25]]));
    expect(studies.all.map(({ share }) => share)).toEqual([0.3, 0.25]);
  });

  it('begin on a list as those of all lists, and part from them there', async () => {
    const studies = await start();
    await studies.add('sma');
    await studies.setPerList(true);
    expect(shown(studies)).toEqual(['sma-1']);
    await studies.add('rsi');
    await studies.setPerList(false);
    expect(shown(studies)).toEqual(['sma-1']);
    await studies.setPerList(true);
    expect(shown(studies)).toEqual(['sma-1', 'rsi-1']);
  });

  it('are those of the list that is there', async () => {
    const studies = await start({ settings: { studiesPerList: true } });
    await studies.add('sma');
    made.desk.watchlist.receive(nowOf(listsOf(6, { ...sampleWatchlist, id: 2 })));
    expect(studies.isRead).toBe(false);
    await studies.open();
    expect(shown(studies)).toEqual([]);
    expect(await stored('list:1')).toEqual([newStudy('sma', [])]);
  });

  it('go back to those of all lists, or to none', async () => {
    const studies = await start();
    await studies.add('sma');
    await studies.setPerList(true);
    await studies.add('rsi');
    await studies.reset();
    expect(shown(studies)).toEqual(['sma-1']);
    await studies.setPerList(false);
    await studies.reset();
    expect(shown(studies)).toEqual([]);
    expect(await stored('all')).toBeNull();
  });

  it('wait for what is stored before one is added', async () => {
    const studies = await start();
    await studies.add('sma');
    await made.main.client.charts.putStudies({
      scope: 'list:1',
      own: { studies: [newStudy('obv', [])] },
    });
    const settled = made.desk.settings.update({ studiesPerList: true });
    await studies.add('rsi');
    await settled;
    expect(shown(studies)).toEqual(['obv-1', 'rsi-1']);
  });
});
