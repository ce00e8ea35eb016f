import { deskMessages } from '../../shared/i18n/desk/desk-catalogue';
import { startRule } from '../alerts/alert-actions';
import { importListFile } from '../transfer/transfer-actions';
import { exportCommands } from '../chart/export/export-commands';
import { compareCommands } from '../chart/compare/compare-commands';
import { evidenceCommands } from '../evidence/evidence-commands';
import type { Desk } from '../../state/desk.svelte';
import { type CommandName, commandWords, type DeskCommand } from './desk-command';
import { listCommands } from './list-commands';
import type { Searchable } from './ranked-search';
import { searchText, type SearchTextOptions } from '../../shared/domain/text/text-search';

/** The commands that mean something at this moment: nothing that is so already. */
export function deskCommands(desk: Desk): readonly DeskCommand[] {
  const { settings, market } = desk;
  const { theme, locale, watchlistOpen, timelineOpen, drawerOpen } = settings.current;
  const command = (name: CommandName, run: () => Promise<void>): DeskCommand => ({
    name,
    run: () => void run(),
  });
  const set = (name: CommandName, patch: Parameters<Desk['settings']['update']>[0]): DeskCommand =>
    command(name, () => settings.update(patch));
  return [
    theme !== 'dark' && set('themeDark', { theme: 'dark' }),
    theme !== 'light' && set('themeLight', { theme: 'light' }),
    theme !== 'system' && set('themeSystem', { theme: 'system' }),
    locale !== 'en' && set('languageEnglish', { locale: 'en' }),
    locale !== 'zh-CN' && set('languageChinese', { locale: 'zh-CN' }),
    locale !== 'system' && set('languageSystem', { locale: 'system' }),
    ...compareCommands(desk),
    ...exportCommands(desk),
    { name: 'showShortcuts' as const, run: () => (desk.shortcutsOpen = true) },
    command('importList', () => importListFile(desk)),
    { name: 'exportList' as const, run: () => desk.transfer.startExport(desk.watchlist.id) },
    command('importFiles', () => desk.imports.start({ from: 'files' })),
    command('importFolder', () => desk.imports.start({ from: 'folder' })),
    command('chooseFolder', () => market.chooseFolder()),
    market.status.folderName !== null && command('rescanFolder', () => market.rescan()),
    market.status.mode === 'bars-folder' && command('useNetwork', () => market.useNetwork()),
    ...listCommands(desk),
    { name: 'openRoadmap' as const, run: () => desk.industry.open('roadmap') },
    { name: 'openLeagueTable' as const, run: () => desk.industry.open('table') },
    ...evidenceCommands(desk),
    { name: 'openSettings' as const, run: () => (desk.settingsOpen = true) },
    { name: 'newAlert' as const, run: () => startRule(desk, settings.current.charted) },
    command('openAlerts', () => desk.drawer.show('alerts')),
    { name: 'openStudies' as const, run: () => (desk.studies.editing = { key: null }) },
    market.isSimulated
      ? command('stopSimulation', () => market.stopSimulation())
      : command('startSimulation', () => market.startSimulation()),
    set(watchlistOpen ? 'hideWatchlist' : 'showWatchlist', { watchlistOpen: !watchlistOpen }),
    set(timelineOpen ? 'hideTimeline' : 'showTimeline', { timelineOpen: !timelineOpen }),
    set(drawerOpen ? 'hideDrawer' : 'showDrawer', { drawerOpen: !drawerOpen }),
  ].filter((entry) => entry !== false);
}

/** Commands answer to their names in both languages, whichever the interface speaks. */
export function searchableCommands(
  commands: readonly DeskCommand[],
  options?: SearchTextOptions,
): readonly Searchable<DeskCommand>[] {
  const catalogues = (['en', 'zh-CN'] as const).map((locale) => deskMessages(locale));
  return commands.map((item) => ({
    item,
    texts: catalogues.map((messages) => searchText(commandWords(item, messages), options)),
  }));
}
