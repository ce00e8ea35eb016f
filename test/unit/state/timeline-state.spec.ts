import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/shared/domain/settings/settings';
import { InstrumentsState } from '../../../src/state/instruments-state.svelte';
import { SettingsState } from '../../../src/state/settings-state.svelte';
import { ReadingsState } from '../../../src/state/readings-state.svelte';
import { TimelineState } from '../../../src/state/timeline-state.svelte';
import {
  ACME,
  ACME_HONG_KONG,
  BOLT,
  KORVO,
  sampleAnnouncements,
  sampleChips,
  sampleCompanies,
  sampleInstruments,
  sampleProgrammes,
} from '../../helpers/desk-sample';
import { FakeMain } from '../../helpers/fake-client';

let main: FakeMain;
let settings: SettingsState;
let timeline: TimelineState;

const ids = (announcements: readonly { readonly id: string }[]): string[] =>
  announcements.map(({ id }) => id);

beforeEach(() => {
  main = new FakeMain({
    announcements: sampleAnnouncements,
    companies: sampleCompanies,
    programmes: sampleProgrammes,
    chips: sampleChips,
  });
  settings = new SettingsState(main.client);
  settings.receive({ ...DEFAULT_SETTINGS, charted: ACME });
  const instruments = new InstrumentsState();
  instruments.receive(sampleInstruments);
  timeline = new TimelineState(main.client, instruments, settings, new ReadingsState());
});

describe('the list', () => {
  it('is empty and not loaded at first', () => {
    expect(timeline.all).toEqual([]);
    expect(timeline.loaded).toBe(false);
  });

  it('comes as main orders it, without summaries and sources', async () => {
    await timeline.load();
    expect(timeline.loaded).toBe(true);
    expect(ids(timeline.all)).toEqual(ids(sampleAnnouncements));
    expect(timeline.get('acme-a1')).toMatchObject({ chips: ['acme-a1'], sourceCount: 2 });
    expect(timeline.get('acme-a1')).not.toHaveProperty('summary');
    expect(timeline.get('none')).toBeUndefined();
  });

  it('says that it failed and can be asked again', async () => {
    main.failing.add('timeline.list');
    await expect(timeline.load()).rejects.toThrow('on purpose');
    expect(timeline.failed).toBe(true);
    main.failing.clear();
    await timeline.load();
    expect(timeline.failed).toBe(false);
    expect(timeline.all).toHaveLength(5);
  });

  it('names companies in both languages, and by their key where they are unknown', async () => {
    await timeline.load();
    expect(timeline.companyName('acme', 'en')).toBe('Acme');
    expect(timeline.companyName('acme', 'zh-CN')).toBe('艾克米');
    expect(timeline.companyName('nobody', 'en')).toBe('nobody');
  });
});

describe('programmes and chips', () => {
  beforeEach(() => timeline.load());

  it('are named in both languages, and by their key where they are unknown', () => {
    expect(timeline.programmeName('acme-a', 'en')).toBe('Acme A series');
    expect(timeline.programmeName('acme-a', 'zh-CN')).toBe('艾克米A系列');
    expect(timeline.programmeName('none', 'en')).toBe('none');
    expect(timeline.chipName('acme-a1', 'zh-CN')).toBe('甲1');
    expect(timeline.chipName('none', 'zh-CN')).toBe('none');
  });

  it('are there whole', () => {
    expect(timeline.programme('acme-b')?.kind).toBe('accelerator');
    expect(timeline.chip('acme-a2')?.predecessor).toBe('acme-a1');
    expect(timeline.programme('none')).toBeUndefined();
    expect(timeline.chip('none')).toBeUndefined();
  });

  it('label an announcement with its own words, or with its chips', () => {
    expect(timeline.labelOf({ label: { en: 'IPO', zh: '上市' }, chips: ['acme-a1'] }, 'en')).toBe(
      'IPO',
    );
    const both = { label: null, chips: ['acme-a1', 'acme-a2'] };
    expect(timeline.labelOf(both, 'en')).toBe('A1, A2');
    expect(timeline.labelOf(both, 'zh-CN')).toBe('甲1、甲2');
  });
});

describe('the chain', () => {
  it('holds the claim among those before and after it', async () => {
    await timeline.load();
    expect(ids(timeline.chainOf('acme-plan'))).toEqual(['acme-plan', 'acme-a1']);
    expect(ids(timeline.chainOf('acme-a2'))).toEqual(['acme-a2']);
  });
});

describe('the charted company', () => {
  beforeEach(() => timeline.load());

  it('is matched in every line of it: its announcements name the Hong Kong share', () => {
    const announcement = timeline.get('acme-a1');
    if (!announcement) throw new Error('the sample has it');
    expect(announcement.instruments.map(({ instrument }) => instrument)).toContain(ACME_HONG_KONG);
    expect(timeline.concerns(announcement, ACME)).toBe(true);
  });

  it('has the announcements that name it, whichever is charted', () => {
    settings.receive({ ...settings.current, charted: BOLT });
    expect(ids(timeline.ofChartedCompany)).toEqual(['acme-a1', 'bolt-rumour']);
    settings.receive({ ...settings.current, charted: KORVO });
    expect(ids(timeline.ofChartedCompany)).toEqual(['acme-a1']);
    settings.receive({ ...settings.current, charted: 'XNAS:OTHER' });
    expect(timeline.ofChartedCompany).toEqual([]);
  });
});

describe('the selected announcement', () => {
  beforeEach(() => timeline.load());

  it('brings its card', async () => {
    await timeline.select('acme-a1');
    expect(timeline.selectedId).toBe('acme-a1');
    expect(timeline.selected?.id).toBe('acme-a1');
    expect(timeline.card?.summary.en).toBe('Summary of acme-a1.');
  });

  it('never shows the card of another one: the late answer is dropped', async () => {
    const release = main.holdAnswers();
    const first = timeline.select('acme-a1');
    const second = timeline.select('acme-a2');
    release();
    await Promise.all([first, second]);
    expect(timeline.card?.id).toBe('acme-a2');
  });

  it('stays away when it was let go before the answer', async () => {
    const release = main.holdAnswers();
    const selected = timeline.select('acme-a1');
    await timeline.select(null);
    release();
    await selected;
    expect(timeline.selectedId).toBeNull();
    expect(timeline.card).toBeNull();
  });

  it('opens a source by its position, never by its address', async () => {
    await expect(timeline.openSource('acme-a1', 1)).resolves.toBe(true);
    await expect(timeline.openSource('acme-a1', 2)).resolves.toBe(false);
    expect(main.argsOf('timeline.openSource')).toEqual([
      { id: 'acme-a1', sourceIndex: 1 },
      { id: 'acme-a1', sourceIndex: 2 },
    ]);
  });
});
