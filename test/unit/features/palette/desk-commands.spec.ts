import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { deskCommands } from '../../../../src/features/palette/desk-commands';
import type { Settings } from '../../../../src/shared/domain/settings/settings';
import { type DeskUnderTest, startDesk } from '../../../helpers/desk-under-test';

let made: DeskUnderTest;

const namesWith = async (settings: Partial<Settings>): Promise<string[]> => {
  made = await startDesk({ settings });
  return deskCommands(made.desk).map(({ name }) => name);
};

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
});

afterEach(() => {
  made.desk.dispose();
  made.data.dispose();
  vi.unstubAllGlobals();
});

it('offers nothing that is so already', async () => {
  const names = await namesWith({ theme: 'dark', locale: 'en', timelineOpen: false });
  expect(names).toEqual([
    'themeLight',
    'themeSystem',
    'languageChinese',
    'languageSystem',
    'compareInstrument',
    'showShortcuts',
    'importList',
    'exportList',
    'importFiles',
    'importFolder',
    'chooseFolder',
    'list-table',
    'list-heat-map',
    'list-columns',
    'list-trash',
    'list-backups',
    'openRoadmap',
    'openLeagueTable',
    'openEvidence',
    'openSettings',
    'newAlert',
    'openAlerts',
    'openStudies',
    'startSimulation',
    'hideWatchlist',
    'showTimeline',
    'hideDrawer',
  ]);
});

it('offers to read a folder again and to end the simulation where there are any', async () => {
  await namesWith({});
  made.main.publish.market.onStatusChanged({
    revision: 2,
    market: {
      mode: 'simulated',
      unasked: false,
      folderName: 'bars',
      importing: false,
      report: null,
    },
  });
  const names = deskCommands(made.desk).map(({ name }) => name);
  expect(names).toContain('rescanFolder');
  expect(names).toContain('stopSimulation');
  expect(names).not.toContain('startSimulation');
});

it.each([
  ['themeLight', 'app.updateSettings', { theme: 'light' }],
  ['languageChinese', 'app.updateSettings', { locale: 'zh-CN' }],
  ['hideTimeline', 'app.updateSettings', { timelineOpen: false }],
  ['importFiles', 'imports.chooseFiles', undefined],
  ['importFolder', 'imports.chooseFolder', undefined],
  ['chooseFolder', 'market.chooseBarsFolder', undefined],
  ['startSimulation', 'market.startSimulation', undefined],
])('%s asks main for %s', async (name, call, args) => {
  await namesWith({ theme: 'dark', locale: 'en' });
  deskCommands(made.desk)
    .find((command) => command.name === name)
    ?.run();
  await vi.waitFor(() => expect(made.main.argsOf(call)).toEqual([args]));
});
