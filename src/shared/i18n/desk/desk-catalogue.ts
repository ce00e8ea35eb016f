import type { Locale } from '../../domain/settings/settings';
import { enAlerts } from './en/alerts';
import { enChart } from './en/chart';
import { enCompare } from './en/compare';
import { enCuration } from './en/curation';
import { enPacks } from './en/packs';
import { enData } from './en/data';
import { enChartNews } from './en/chart-news';
import { enDrawings } from './en/drawings';
import { enEvidence } from './en/evidence';
import { enEvidenceLedger } from './en/evidence-ledger';
import { enEvidenceFamily } from './en/evidence-family';
import { enExport } from './en/export';
import { enSession } from './en/session';
import { enLayout } from './en/layout';
import { enSessionLine } from './en/session-line';
import { enImport } from './en/import';
import { enIndustry } from './en/industry';
import { enInbox } from './en/inbox';
import { enLists } from './en/lists';
import { enListItem } from './en/list-item';
import { enBackups } from './en/backups';
import { enNotifications } from './en/notifications';
import { enPrices } from './en/prices';
import { enReplay } from './en/replay';
import { enSettings } from './en/settings';
import { enStudies } from './en/studies';
import { enShell } from './en/shell';
import { enShortcuts } from './en/shortcuts';
import { enTransfer } from './en/transfer';
import { enTimeline } from './en/timeline';
import { enTimelineFilter } from './en/timeline-filter';
import { enWatchlist } from './en/watchlist';
import { zhAlerts } from './zh/alerts';
import { zhChart } from './zh/chart';
import { zhCompare } from './zh/compare';
import { zhCuration } from './zh/curation';
import { zhPacks } from './zh/packs';
import { zhData } from './zh/data';
import { zhChartNews } from './zh/chart-news';
import { zhDrawings } from './zh/drawings';
import { zhEvidence } from './zh/evidence';
import { zhEvidenceLedger } from './zh/evidence-ledger';
import { zhEvidenceFamily } from './zh/evidence-family';
import { zhExport } from './zh/export';
import { zhSession } from './zh/session';
import { zhLayout } from './zh/layout';
import { zhSessionLine } from './zh/session-line';
import { zhImport } from './zh/import';
import { zhIndustry } from './zh/industry';
import { zhInbox } from './zh/inbox';
import { zhLists } from './zh/lists';
import { zhListItem } from './zh/list-item';
import { zhBackups } from './zh/backups';
import { zhNotifications } from './zh/notifications';
import { zhPrices } from './zh/prices';
import { zhReplay } from './zh/replay';
import { zhSettings } from './zh/settings';
import { zhStudies } from './zh/studies';
import { zhShell } from './zh/shell';
import { zhShortcuts } from './zh/shortcuts';
import { zhTransfer } from './zh/transfer';
import { zhTimeline } from './zh/timeline';
import { zhTimelineFilter } from './zh/timeline-filter';
import { zhWatchlist } from './zh/watchlist';

const en = {
  shell: enShell,
  watchlist: enWatchlist,
  lists: enLists,
  listItem: enListItem,
  backups: enBackups,
  alerts: enAlerts,
  chart: enChart,
  compare: enCompare,
  evidence: enEvidence,
  evidenceLedger: enEvidenceLedger,
  evidenceFamily: enEvidenceFamily,
  export: enExport,
  shortcuts: enShortcuts,
  layout: enLayout,
  drawings: enDrawings,
  chartNews: enChartNews,
  studies: enStudies,
  prices: enPrices,
  replay: enReplay,
  session: enSession,
  sessionLine: enSessionLine,
  timeline: enTimeline,
  timelineFilter: enTimelineFilter,
  curation: enCuration,
  packs: enPacks,
  data: enData,
  import: enImport,
  industry: enIndustry,
  inbox: enInbox,
  transfer: enTransfer,
  settings: enSettings,
  notifications: enNotifications,
};

/** The texts of the desk: plain strings, or functions where a text has parameters. */
export type DeskMessages = typeof en;

const zh: DeskMessages = {
  shell: zhShell,
  watchlist: zhWatchlist,
  lists: zhLists,
  listItem: zhListItem,
  backups: zhBackups,
  alerts: zhAlerts,
  chart: zhChart,
  compare: zhCompare,
  evidence: zhEvidence,
  evidenceLedger: zhEvidenceLedger,
  evidenceFamily: zhEvidenceFamily,
  export: zhExport,
  shortcuts: zhShortcuts,
  layout: zhLayout,
  drawings: zhDrawings,
  chartNews: zhChartNews,
  studies: zhStudies,
  prices: zhPrices,
  replay: zhReplay,
  session: zhSession,
  sessionLine: zhSessionLine,
  timeline: zhTimeline,
  timelineFilter: zhTimelineFilter,
  curation: zhCuration,
  packs: zhPacks,
  data: zhData,
  import: zhImport,
  industry: zhIndustry,
  inbox: zhInbox,
  transfer: zhTransfer,
  settings: zhSettings,
  notifications: zhNotifications,
};

export function deskMessages(locale: Locale): DeskMessages {
  return locale === 'zh-CN' ? zh : en;
}
