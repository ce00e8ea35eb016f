import { beforeEach, describe, expect, it } from 'vitest';
import { NO_FILTER } from '../../../src/shared/domain/announcement-filter/announcement-filter';
import { DEFAULT_SETTINGS } from '../../../src/shared/domain/settings/settings';
import { InstrumentsState } from '../../../src/state/instruments-state.svelte';
import { ReadingsState } from '../../../src/state/readings-state.svelte';
import { SettingsState } from '../../../src/state/settings-state.svelte';
import type { TimelineFilterState } from '../../../src/state/timeline-filter-state.svelte';
import { TimelineState } from '../../../src/state/timeline-state.svelte';
import {
  ACME,
  ACME_HONG_KONG,
  BOLT,
  sampleAnnouncements,
  sampleChips,
  sampleCompanies,
  sampleInstruments,
  sampleProgrammes,
} from '../../helpers/desk-sample';
import { FakeMain } from '../../helpers/fake-client';

let settings: SettingsState;
let readings: ReadingsState;
let filters: TimelineFilterState;

const shownIds = (): string[] => filters.shown.map(({ id }) => id);
const ALL_IDS = sampleAnnouncements.map(({ id }) => id);

beforeEach(async () => {
  const main = new FakeMain({
    announcements: sampleAnnouncements,
    companies: sampleCompanies,
    programmes: sampleProgrammes,
    chips: sampleChips,
  });
  settings = new SettingsState(main.client);
  settings.receive({ ...DEFAULT_SETTINGS, charted: ACME });
  const instruments = new InstrumentsState();
  instruments.receive(sampleInstruments);
  readings = new ReadingsState();
  const timeline = new TimelineState(main.client, instruments, settings, readings);
  filters = timeline.filters;
  await timeline.load();
});

describe('what is asked', () => {
  it('is nothing at first', () => {
    expect(filters.asksNothing).toBe(true);
    expect(shownIds()).toEqual(ALL_IDS);
  });

  it('is any of the values of a facet, and all facets', () => {
    filters.toggle('kind', 'cpu');
    expect(shownIds()).toEqual(['acme-a1', 'bolt-rumour']);
    filters.toggle('kind', 'context');
    expect(shownIds()).toEqual(['market-news', 'acme-a1', 'bolt-rumour']);
    filters.toggle('claim', 'rumoured');
    expect(shownIds()).toEqual(['bolt-rumour']);
    filters.clear('claim');
    expect(shownIds()).toEqual(['market-news', 'acme-a1', 'bolt-rumour']);
    expect(filters.chosen('kind')).toEqual(['cpu', 'context']);
    filters.clearAll();
    expect(shownIds()).toEqual(ALL_IDS);
  });

  it('can be a text, in Chinese by its sound as soon as the readings are there', async () => {
    filters.search('bote');
    expect(shownIds()).toEqual([]);
    await readings.load();
    expect(shownIds()).toEqual(['acme-a1', 'bolt-rumour']);
    filters.search('bt 乙1');
    expect(shownIds()).toEqual(['bolt-rumour']);
  });

  it('gives way to a programme that is asked for', () => {
    filters.follow = 'company';
    filters.toggle('claim', 'confirmed');
    filters.showProgramme('bolt-b');
    expect(filters.follow).toBe('all');
    expect(shownIds()).toEqual(['bolt-rumour']);
    filters.showAll();
    expect(filters.asked).toEqual(NO_FILTER);
    expect(shownIds()).toEqual(ALL_IDS);
  });
});

describe('what the list follows', () => {
  it('is the charted company, which may change', () => {
    filters.follow = 'company';
    expect(shownIds()).toEqual(['acme-a2', 'acme-a1', 'acme-plan']);
    settings.receive({ ...settings.current, charted: BOLT });
    expect(shownIds()).toEqual(['acme-a1', 'bolt-rumour']);
  });

  it('is the dates of the chart, also for what is known to the month only', () => {
    filters.follow = 'visible';
    expect(shownIds()).toEqual(ALL_IDS);
    filters.setVisible({ from: '2024-02-20', to: '2024-03-05' });
    expect(shownIds()).toEqual(['acme-a1', 'acme-plan']);
    filters.setVisible({ from: '2024-03-01', to: '2024-03-09' });
    expect(shownIds()).toEqual(['acme-a2', 'acme-a1']);
    filters.setVisible(null);
    expect(shownIds()).toEqual(ALL_IDS);
  });

  it('is filtered, and counted', () => {
    filters.follow = 'visible';
    filters.setVisible({ from: '2024-03-01', to: '2024-05-31' });
    filters.toggle('kind', 'accelerator');
    expect(shownIds()).toEqual(['acme-a2']);
    expect(Object.fromEntries(filters.counts.kind)).toEqual({
      context: 1,
      'context/shortage': 1,
      cpu: 1,
      accelerator: 1,
    });
    expect(filters.totals.kind.get('accelerator')).toBe(2);
  });

  it('hides nothing on the chart; the filter does', () => {
    filters.follow = 'company';
    expect(filters.passes('bolt-rumour')).toBe(true);
    filters.toggle('kind', 'accelerator');
    expect(filters.passes('bolt-rumour')).toBe(false);
    expect(filters.passes('acme-a2')).toBe(true);
  });
});

describe('an exception', () => {
  it('stands in its place as long as the filter stays', () => {
    filters.toggle('kind', 'accelerator');
    filters.except('acme-a1');
    expect(shownIds()).toEqual(['acme-a2', 'acme-a1', 'acme-plan']);
    expect(filters.isException('acme-a1')).toBe(true);
    expect(filters.isException('acme-a2')).toBe(false);
    filters.toggle('stage', 'sampling');
    expect(shownIds()).toEqual(['acme-plan']);
  });

  it('is none where nothing hides it', () => {
    filters.except('acme-a1');
    expect(shownIds()).toEqual(ALL_IDS);
    expect(filters.isException('acme-a1')).toBe(false);
  });
});

describe('listed companies', () => {
  it('have all their lines that the record names', () => {
    expect(filters.linesOf('acme')).toEqual([ACME, ACME_HONG_KONG]);
    expect(filters.linesOf('nobody')).toEqual([]);
  });
});
