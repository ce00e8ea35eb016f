import type { Locale } from '../../domain/settings/settings';
import { enChart } from './en/chart';
import { enData } from './en/data';
import { enSession } from './en/session';
import { enLayout } from './en/layout';
import { enSessionLine } from './en/session-line';
import { enImport } from './en/import';
import { enIndustry } from './en/industry';
import { enPrices } from './en/prices';
import { enReplay } from './en/replay';
import { enSettings } from './en/settings';
import { enShell } from './en/shell';
import { enTimeline } from './en/timeline';
import { enWatchlist } from './en/watchlist';
import { zhChart } from './zh/chart';
import { zhData } from './zh/data';
import { zhSession } from './zh/session';
import { zhLayout } from './zh/layout';
import { zhSessionLine } from './zh/session-line';
import { zhImport } from './zh/import';
import { zhIndustry } from './zh/industry';
import { zhPrices } from './zh/prices';
import { zhReplay } from './zh/replay';
import { zhSettings } from './zh/settings';
import { zhShell } from './zh/shell';
import { zhTimeline } from './zh/timeline';
import { zhWatchlist } from './zh/watchlist';

const en = {
  shell: enShell,
  watchlist: enWatchlist,
  chart: enChart,
  layout: enLayout,
  prices: enPrices,
  replay: enReplay,
  session: enSession,
  sessionLine: enSessionLine,
  timeline: enTimeline,
  data: enData,
  import: enImport,
  industry: enIndustry,
  settings: enSettings,
};

/** The texts of the desk: plain strings, or functions where a text has parameters. */
export type DeskMessages = typeof en;

const zh: DeskMessages = {
  shell: zhShell,
  watchlist: zhWatchlist,
  chart: zhChart,
  layout: zhLayout,
  prices: zhPrices,
  replay: zhReplay,
  session: zhSession,
  sessionLine: zhSessionLine,
  timeline: zhTimeline,
  data: zhData,
  import: zhImport,
  industry: zhIndustry,
  settings: zhSettings,
};

export function deskMessages(locale: Locale): DeskMessages {
  return locale === 'zh-CN' ? zh : en;
}
